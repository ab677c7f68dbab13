/**
 * `npm run dev`: builds the client and starts the server again whenever a file is saved, and the
 * open pages reload. Arguments go to the server (`npm run dev -- --port 4000`).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BuildEnvironment, createBuilder } from 'vite'
import { reload, STAMP } from './vite/reload.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const graceMs = 3000
/** Saving all files, or changing branches, touches many: one restart for them all. */
const settleMs = 150

let server: ChildProcess | undefined

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  const late = setTimeout(() => server?.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(late)
}

async function restart() {
  await stop()
  mkdirSync(`${root}dist/client`, { recursive: true })
  writeFileSync(`${root}dist/client/${STAMP}`, String(Date.now()))
  server = spawn(process.execPath, ['server/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  server.on('error', (error) => console.error(error.message))
}

let timer: NodeJS.Timeout | undefined
let turn = Promise.resolve()
function restartSoon() {
  clearTimeout(timer)
  timer = setTimeout(() => {
    turn = turn.then(restart)
  }, settleMs)
}

/** Builds now and at every change. @returns when the first build has ended, well or not */
async function keepBuilding(environment: BuildEnvironment): Promise<void> {
  const watcher = await builder.build(environment)
  if (!('on' in watcher)) throw new Error(`Vite did not watch ${environment.name}.`)
  await new Promise<void>((resolve) => {
    watcher.on('event', async (event) => {
      if (event.code === 'BUNDLE_END') await event.result.close()
      if (event.code !== 'END' && event.code !== 'ERROR') return
      resolve()
      if (server) restartSoon()
    })
  })
}

// What `npm start` finds afterwards is this build, not its own: it must not think it fresh.
rmSync(`${root}dist/.built-from`, { force: true })
const builder = await createBuilder({
  root,
  logLevel: 'warn',
  plugins: [reload()],
  build: { watch: {}, minify: false, sourcemap: true },
})
for (const environment of Object.values(builder.environments)) await keepBuilding(environment)
await restart()
for (const room of ['server', 'shared']) watch(`${root}${room}`, { recursive: true }, restartSoon)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void stop().then(() => process.exit(0))
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** the program that `npm start` runs */
export const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

export interface RunningServer {
  port: number
  /** `http://127.0.0.1:<port>` */
  url: string
  /** path of the first link, `/claim/…`; null once a passphrase is chosen */
  claim: string | null
  child: ChildProcess
  /** everything it has printed */
  said(): string
  /** no time for anything */
  kill9(): Promise<void>
  /** asks it to stop; gives its exit code */
  stop(): Promise<number | null>
}

/** A folder for one server's data, removed with `done()`. */
export function dataFolder(): { folder: string; done: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pitch-and-talk-'))
  return { folder, done: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The server as `npm start` runs it, on a port of the system's choosing unless one is given. */
export async function startServer(
  folder: string,
  {
    port = 0,
    args = [],
    env = {},
  }: { port?: number; args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<RunningServer> {
  const all = [MAIN, '--port', String(port), '--host', '127.0.0.1', '--data', folder, ...args]
  // The suite starts dozens of servers: what the first has compiled serves the others.
  const cached = { NODE_COMPILE_CACHE: COMPILED }
  const child = spawn(process.execPath, all, {
    env: { ...process.env, ...cached, ...env },
    stdio: 'pipe',
  })
  return running(child)
}

/** Waits for a server process that somebody has started to say where it listens. */
export async function running(child: ChildProcess): Promise<RunningServer> {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const exit = once(child, 'exit')
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (): void => {
      const match = /Console +http:\/\/localhost:(\d+)\/console[\s\S]*nothing is lost/.exec(text)
      if (match) resolve(match)
    }
    child.stdout?.on('data', look)
    void exit.then(() => reject(new Error(`the server ended before it listened:\n${text}`)))
  })
  const port = Number(found[1])
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    claim: /\/claim\/\S+/.exec(text)?.[0] ?? null,
    child,
    said: () => text,
    async kill9() {
      child.kill('SIGKILL')
      await exit
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exit
      return child.exitCode
    },
  }
}

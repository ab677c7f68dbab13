/**
 * `npm test`: the checks, then every test. Arguments go to Vitest (`npm test -- test/shared`).
 * The last line is always `N passed, N failed, N skipped`, by itself, and the exit code agrees with it.
 */
import { spawn, type SpawnOptions } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pitch-and-talk-test-'))
const countsFile = join(folder, 'counts.json')

/** What servers that tests start have compiled: see test/support/server.ts. */
const compiled = join(root, 'node_modules/.cache/node')

/** Runs Node 24 to its end. @returns whether it ended with 0 */
function node(args: string[], more: SpawnOptions = {}): Promise<boolean> {
  const env = { ...process.env, PITCH_AND_TALK_TEST_COUNTS: countsFile, ...more.env }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...more, env })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

type Counts = { passed: number; failed: number; skipped: number }

/** What the reporter left; without it Vitest did not get to its end, which is a failure. */
function readCounts(ok: boolean): Counts {
  const counts: Counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 }
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function all(): Promise<Counts> {
  if (!(await node(['scripts/check.ts']))) return { passed: 0, failed: 1, skipped: 0 }
  // Most of the suite's servers are killed, and never get to leave behind what they have compiled: this one does.
  await node(['server/main.ts', '--help'], {
    stdio: 'ignore',
    env: { NODE_COMPILE_CACHE: compiled },
  })
  const reporters = ['--reporter=default', '--reporter=./test/support/reporter/counts.ts']
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  return readCounts(await node([vitest, 'run', ...reporters, ...process.argv.slice(2)]))
}

try {
  const { passed, failed, skipped } = await all()
  process.exitCode = failed === 0 ? 0 : 1
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

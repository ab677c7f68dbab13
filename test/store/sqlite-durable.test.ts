import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answersAhead,
  parseTrace,
  syncsOf,
  target,
  traceNode,
  whyNoStrace,
} from '../support/strace.ts'
import type { Syscall } from '../support/strace.ts'
import { childFile } from './process.ts'

const COMMITS = 40
const LOG = /-wal$/
const PLANT = fileURLToPath(new URL('../support/plant-unsynced.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const savedToken = (call: Syscall): string | null =>
  call.name === 'write' ? (/"saved (cmd-\d+-end)\\n"/.exec(call.args)?.[1] ?? null) : null

async function traced(nodeArgs: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = traceNode([...nodeArgs, childFile('commit'), folder, String(COMMITS)], env)
  // Unread, a full pipe would stop it.
  run.child.stdout.resume()
  run.child.stderr.pipe(process.stderr)
  const calls = await run.calls()
  return { syncs: syncsOf(calls, LOG).length, ...answersAhead(calls, LOG, savedToken) }
}

const impossible = whyNoStrace()

describe('a saved commit', { timeout: 60_000 }, () => {
  it('is on the disk before anybody is told', async (test) => {
    if (impossible) return test.skip(impossible)
    const { syncs, total, early } = await traced([])
    expect(total).toBe(COMMITS)
    expect(early).toEqual([])
    expect(syncs).toBeGreaterThanOrEqual(COMMITS)
  })

  for (const [name, env] of [
    ['taken away', {}],
    ['switched off', { UNSYNCED: 'OFF' }],
  ] as const)
    it(`is seen not to be when the pragma is ${name}`, async (test) => {
      if (impossible) return test.skip(impossible)
      const { syncs, total, early } = await traced(['--import', PLANT], env)
      expect(total).toBe(COMMITS)
      expect(early).toHaveLength(COMMITS)
      expect(syncs).toBeLessThan(COMMITS)
    })
})

describe('reading a trace', () => {
  const trace = (...lines: string[]) => parseTrace(lines.join('\n'))
  const write = '1 pwrite64(5</d/x.db-wal>, "\\0id-1\\3", 6, 0) = 6'
  const sync = '1 fdatasync(5</d/x.db-wal>)    = 0'
  const answer = '1 write(7<TCP:[127.0.0.1:1->127.0.0.1:2]>, "id-1 ok", 7) = 7'
  const token = (call: Syscall) =>
    target(call).startsWith('TCP:') ? (/id-\d/.exec(call.args)?.[0] ?? null) : null
  const early = (...lines: string[]) => answersAhead(trace(...lines), LOG, token).early

  it('puts together the halves of a call that others interrupted', () => {
    expect(
      trace(
        '1 write(3<pipe:[9]>, "a", 1 <unfinished ...>',
        '2  fsync(4</tmp/f> <unfinished ...>',
        '1 <... write resumed>) = 1',
        '--- SIGCHLD ---',
        '2  <... fsync resumed>)           = -1 EIO (Input/output error)',
        '1 +++ exited with 0 +++',
      ),
    ).toEqual([
      { pid: 1, name: 'write', args: '3<pipe:[9]>, "a", 1', began: 0, ended: 2, result: 1 },
      { pid: 2, name: 'fsync', args: '4</tmp/f>', began: 1, ended: 4, result: -1 },
    ])
  })

  it('accepts an answer after the sync of its write only', () => {
    expect(early(write, sync, answer)).toEqual([])
    expect(early(write, answer, sync)).toEqual(['id-1'])
    expect(early(answer, write, sync)).toEqual(['id-1'])
    expect(early(sync, write, answer)).toEqual(['id-1'])
    expect(early(sync, answer)).toEqual(['id-1'])
  })

  it('counts no sync that failed, is of another file, or had begun before the write ended', () => {
    expect(early(write, sync.replace('= 0', '= -1 EIO'), answer)).toEqual(['id-1'])
    expect(early(write, sync.replace('x.db', 'y.db'), answer)).toEqual(['id-1'])
    const [begun, resumed] = [
      '2 fdatasync(5</d/x.db-wal> <unfinished ...>',
      '2 <... fdatasync resumed>) = 0',
    ]
    expect(early(begun, write, resumed, answer)).toEqual(['id-1'])
    expect(early(write, begun, answer, resumed)).toEqual(['id-1'])
    expect(early(write, begun, resumed, answer)).toEqual([])
  })
})

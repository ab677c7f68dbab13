import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commander, idOf } from '../support/commander.ts'
import { seedFolder } from '../support/seeded.ts'
import { dataFolder, MAIN, running } from '../support/server.ts'
import {
  answersAhead,
  type Syscall,
  syncsOf,
  target,
  traceNode,
  whyNoStrace,
} from '../support/strace.ts'

/** Fewer than one session may send in a moment, however fast the computer. */
const COMMANDS = 24
const LOG = /-wal$/
const DEVICE = 'traced-phone'
const PLANT = fileURLToPath(new URL('../support/plant-unsynced.ts', import.meta.url))
const impossible = whyNoStrace()

/** The command that an answer on the wire accepts. */
const accepted = (call: Syscall): string | null => {
  if (!target(call).startsWith('TCP')) return null
  const answer = /43(\d+)\[\{\\"ok\\":true/.exec(call.args)
  return answer ? idOf(DEVICE, Number(answer[1])) : null
}

/** A phone picks and leaves a table, one command after the other, at a server whose calls are recorded. */
async function traced(nodeArgs: readonly string[]) {
  const data = dataFolder()
  const { cookies, round, tables } = await seedFolder(data.folder, { delegates: 3 })
  const args = [...nodeArgs, MAIN, '--port', '0', '--host', '127.0.0.1', '--data', data.folder]
  const run = traceNode(args)
  const server = await running(run.child)
  const { give } = await commander(server.port, { cookie: cookies[0] ?? '', device: DEVICE })
  for (let n = 1; n <= COMMANDS; n += 1) {
    const table = tables[0]
    if (table === undefined) throw new Error('the show has no table')
    const outcome = await give(
      n,
      n % 2 === 1 ? { type: 'pick-table', round, table } : { type: 'leave-table', round },
    )
    expect(outcome.ok, JSON.stringify(outcome)).toBe(true)
  }
  await server.stop()
  const calls = await run.calls()
  data.done()
  return { syncs: syncsOf(calls, LOG).length, ...answersAhead(calls, LOG, accepted) }
}

describe('acknowledged means on disk', { timeout: 120_000 }, () => {
  it('no answer is written before the sync of its commit', async (test) => {
    if (impossible) return test.skip(impossible)
    const { syncs, total, early } = await traced([])
    expect(total).toBe(COMMANDS)
    expect(early).toEqual([])
    expect(syncs).toBeGreaterThanOrEqual(COMMANDS)
  })
  it('and that is seen to fail when the pragma is taken away', async (test) => {
    if (impossible) return test.skip(impossible)
    const { total, early } = await traced(['--import', PLANT])
    expect(total).toBe(COMMANDS)
    expect(early).toHaveLength(COMMANDS)
  })
})

import { describe, expect, test } from 'vitest'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { openShows } from '../../../server/runner/shows.ts'
import type { Result } from '../../../server/runner/types.ts'
import {
  BY_HAND,
  codeOf as code,
  fakeClock,
  first,
  guest,
  listLog,
  opened,
  ORGANISER,
  repeat,
  SHOW,
} from './opened.ts'

describe('the same command again', () => {
  test('is answered as before and changes nothing, to its sender only', async () => {
    const { runner, full } = await opened(BY_HAND)
    const command = { type: 'open-round' as const, round: first(full.rounds) }
    const once = { command, actor: ORGANISER, repeat: repeat('command-1', 1) }
    const answer = await runner.submit(once)
    const { version } = runner.show()
    expect(await runner.submit(once)).toEqual(answer)
    const other = { ...once, actor: guest(first(full.delegates)) }
    expect(code(await runner.submit(other))).toBe('not-allowed')
    expect(runner.show().version).toBe(version)
  })

  test('in the very same turn it counts once', async () => {
    const { runner, full } = await opened(BY_HAND)
    const [a] = full.rounds
    const command = { type: 'open-round' as const, round: first([a ?? first(full.rounds)]) }
    const once = { command, actor: ORGANISER, repeat: repeat('command-1', 1) }
    const before = runner.show().version
    const answers = await Promise.all([runner.submit(once), runner.submit(once)])
    expect(answers).toEqual([
      { ok: true, version: before + 1 },
      { ok: true, version: before + 1 },
    ])
  })

  test('is known after a restart', async () => {
    const { runner, full, store } = await opened(BY_HAND)
    const command = { type: 'open-round' as const, round: first(full.rounds) }
    const once = { command, actor: ORGANISER, repeat: repeat('command-1', 1) }
    const answer = await runner.submit(once)
    const again = await openShows({ store, clock: fakeClock(), log: listLog() })
    expect(await again.get(SHOW)?.submit(once)).toEqual(answer)
    await again.close()
  })

  test('refused, it is decided afresh', async () => {
    const { runner, full, does } = await opened(BY_HAND)
    const round = first(full.rounds)
    const table = first(full.tables)
    const actor = guest(first(full.delegates))
    const pick = { command: { type: 'pick-table' as const, round, table }, actor }
    const again = { ...pick, repeat: repeat('command-1', 1) }
    expect(code(await runner.submit(again))).toBe('round-not-open')
    await does({ type: 'open-round', round })
    expect(code(await runner.submit(again))).toBe('ok')
  })

  test('older than the newest answered of its device, it is superseded, after a restart too', async () => {
    const { runner, full, does, store } = await opened(BY_HAND)
    const round = first(full.rounds)
    await does({ type: 'open-round', round })
    const actor = guest(first(full.delegates))
    const pick = (table: TableId, id: string, counter: number, device?: string) => ({
      command: { type: 'pick-table' as const, round, table },
      actor,
      repeat: repeat(id, counter, device),
    })
    const [one, two] = full.tables as [TableId, TableId]
    expect(code(await runner.submit(pick(two, 'command-2', 2)))).toBe('ok')
    const older = pick(one, 'command-1', 1)
    expect(code(await runner.submit(older))).toBe('superseded')
    expect(code(await runner.submit(pick(one, 'command-9', 1, 'device-2')))).toBe('ok')
    const again = await openShows({ store, clock: fakeClock(), log: listLog() })
    expect(code((await again.get(SHOW)?.submit(older)) as Result)).toBe('superseded')
    await again.close()
  })

  test('nobody ages another’s commands by using the name of their device', async () => {
    const { runner, full, does } = await opened(BY_HAND)
    const round = first(full.rounds)
    await does({ type: 'open-round', round })
    const [a, b] = full.delegates as [PersonId, PersonId]
    const pick = (person: PersonId, id: string, counter: number) => ({
      command: { type: 'pick-table' as const, round, table: first(full.tables) },
      actor: guest(person),
      repeat: repeat(id, counter),
    })
    await runner.submit(pick(a, 'command-a', 1_000_000))
    expect(code(await runner.submit(pick(b, 'command-b', 1)))).toBe('ok')
  })
})

import { describe, expect, test } from 'vitest'
import type { PersonId, RoundId } from '#shared/show/words.ts'
import type { Change } from '../../../server/runner/types.ts'
import type { CommitOutcome, Store } from '../../../server/store/port.ts'
import {
  BY_HAND,
  codeOf as code,
  first,
  guest,
  opened,
  ORGANISER,
  repeat,
  replayed,
  SHOW,
} from './opened.ts'

describe('when the store', () => {
  /** Its next commit ends so instead, after which it is itself again. */
  const failing =
    (outcomes: (CommitOutcome | Error)[]) =>
    (store: Store): Store => ({
      ...store,
      async commit(...args) {
        const outcome = outcomes.shift()
        if (outcome === undefined) return store.commit(...args)
        if (outcome instanceof Error) throw outcome
        return outcome
      },
    })
  const full = { ok: false, reason: 'not-saved', detail: 'SQLITE_FULL' } as const

  test.each([
    ['is full', full],
    ['throws', new Error('the disk is gone')],
  ])(
    '%s, everyone in the turn is told so, nothing is changed, and the show goes on',
    async (_, how) => {
      const outcomes: (CommitOutcome | Error)[] = []
      const {
        runner,
        full: all,
        does,
        store,
      } = await opened({ ...BY_HAND, wrap: failing(outcomes) })
      const [a, b] = all.rounds as [RoundId, RoundId]
      const before = structuredClone(runner.show())
      const told: Change[] = []
      runner.onChange((change) => told.push(change))
      outcomes.push(how)
      const results = await Promise.all([a, b].map((round) => does({ type: 'open-round', round })))
      expect(results.map(code)).toEqual(['not-saved', 'not-saved'])
      expect(runner.show()).toEqual(before)
      expect(told).toEqual([])
      expect(code(await does({ type: 'open-round', round: a }))).toBe('ok')
      expect(told).toHaveLength(1)
      expect((await replayed(store)).show()).toEqual(runner.show())
    },
  )

  test('is full, the same command may be sent again under its id', async () => {
    const outcomes: CommitOutcome[] = [full]
    const { runner, full: all } = await opened({ ...BY_HAND, wrap: failing(outcomes) })
    const command = { type: 'open-round' as const, round: first(all.rounds) }
    const once = { command, actor: ORGANISER, repeat: repeat('command-1', 1) }
    expect(code(await runner.submit(once))).toBe('not-saved')
    expect(code(await runner.submit(once))).toBe('ok')
  })

  test('holds events of somebody else, they are read, told, and decided upon', async () => {
    const {
      runner,
      full: all,
      does,
      store,
    } = await opened({
      size: { byItself: false, capacity: 1 },
    })
    const round = first(all.rounds)
    const table = first(all.tables)
    await does({ type: 'open-round', round })
    const { version } = runner.show()
    const [theirs, ours] = all.delegates as [PersonId, PersonId]
    const told: Change[] = []
    runner.onChange((change) => told.push(change))
    await store.commit(
      SHOW,
      version,
      [
        {
          n: version + 1,
          at: runner.now(),
          actor: theirs,
          device: 'device-9',
          counter: 1,
          commandId: 'their-command',
          event: { type: 'table-picked', round, person: theirs, table },
        },
      ],
      [],
    )
    const pick = { type: 'pick-table' as const, round, table }
    // Two turns: the first finds nobody there, is contradicted by the journal, and decides again.
    expect(code(await does(pick, guest(ours)))).toBe('table-full')
    expect(told.map(({ from, to }) => [from, to])).toEqual([[version, version + 1]])
    const repeated = {
      command: pick,
      actor: guest(theirs),
      repeat: repeat('their-command', 1, 'device-9'),
    }
    expect(await runner.submit(repeated)).toEqual({ ok: true, version: version + 1 })
  })

  test('contradicts again and again, the turn is given up and not the server', async () => {
    const conflict = { ok: false, reason: 'conflict', lastN: 1 } as const
    const outcomes: CommitOutcome[] = Array.from({ length: 5 }, () => conflict)
    const { full: all, does } = await opened({ ...BY_HAND, wrap: failing(outcomes) })
    const command = { type: 'open-round' as const, round: first(all.rounds) }
    expect(code(await does(command))).toBe('not-saved')
    expect(code(await does(command))).toBe('ok')
  })
})

describe('bugs', () => {
  test('a rule that throws costs only the command that met it', async () => {
    const { full, does, log, runner } = await opened(BY_HAND)
    const [a, b] = full.rounds as [RoundId, RoundId]
    const broken = { type: 'save-table' } as unknown as Parameters<typeof does>[0]
    const results = await Promise.all([
      does({ type: 'open-round', round: a }),
      does(broken),
      does({ type: 'open-round', round: b }),
    ])
    expect(results.map(code)).toEqual(['ok', 'not-saved', 'ok'])
    expect(log.lines).toMatchObject([{ level: 'error', fields: { type: 'save-table' } }])
    expect(runner.show().rounds[b]?.phase).toBe('open')
  })

  test('a listener that throws keeps nothing from the others', async () => {
    const { full, does, runner, log } = await opened(BY_HAND)
    const told: number[] = []
    runner.onChange(() => {
      throw new Error('no')
    })
    runner.onChange(({ to }) => told.push(to))
    const result = await does({ type: 'open-round', round: first(full.rounds) })
    expect(result).toEqual({ ok: true, version: told[0] })
    expect(log.lines).toMatchObject([{ level: 'error', message: 'a listener failed' }])
  })
})

import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { chance } from '../../../scripts/seed/chance.ts'
import { BY_HAND, codeOf as code, first, guest, opened, replayed, settled, SHOW } from './opened.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

describe('a turn', () => {
  test('answers with the version its events led to, and is in the journal by then', async () => {
    const { store, runner, full, does } = await opened(BY_HAND)
    const before = runner.show().version
    const result = await does({ type: 'open-round', round: first(full.rounds) })
    expect(result).toEqual({ ok: true, version: before + 1 })
    expect(await store.read(SHOW, before)).toMatchObject([
      { n: before + 1, actor: 'organiser', event: { type: 'round-opened' } },
    ])
  })

  test('takes all that wait in one commit, each deciding on what those before it did', async () => {
    let commits = 0
    const { runner, full, does } = await opened({
      size: { byItself: false, capacity: 2 },
      wrap: (store) => ({
        ...store,
        commit: (...args) => {
          commits += 1
          return store.commit(...args)
        },
      }),
    })
    const round = first(full.rounds)
    const table = first(full.tables)
    await does({ type: 'open-round', round })
    commits = 0
    const results = await Promise.all(
      full.delegates
        .slice(0, 10)
        .map((person) => does({ type: 'pick-table', round, table }, guest(person))),
    )
    expect(results.map(code)).toEqual([
      'ok',
      'ok',
      ...Array.from({ length: 8 }, () => 'table-full'),
    ])
    expect(commits).toBe(1)
    expect(runner.show().rounds[round]?.taken[table]).toBe(2)
  })

  test('shows, answers and tells nothing before its commit is on disk', async () => {
    let letGo: () => void = () => {}
    const { runner, full, does } = await opened({
      ...BY_HAND,
      wrap: (store) => ({
        ...store,
        async commit(...args) {
          await new Promise<void>((resolve) => (letGo = resolve))
          return store.commit(...args)
        },
      }),
    })
    const round = first(full.rounds)
    const seen: string[] = []
    runner.onChange(() => seen.push('told'))
    const asked = does({ type: 'open-round', round }).then(() => seen.push('answered'))
    await settled()
    expect(seen).toEqual([])
    expect(runner.show().rounds[round]?.phase).toBe('planned')
    letGo()
    await asked
    expect(seen).toEqual(['told', 'answered'])
    expect(runner.show().rounds[round]?.phase).toBe('open')
  })

  test('what is not allowed is refused without a commit', async () => {
    const { store, runner, full, does } = await opened(BY_HAND)
    const before = runner.show().version
    const refused = await does(
      { type: 'open-round', round: first(full.rounds) },
      guest(first(full.delegates)),
    )
    expect(code(refused)).toBe('not-allowed')
    expect(await store.read(SHOW, before)).toEqual([])
  })

  test(`50 takers of one seat, 100 times: exactly one wins (seed ${SEED})`, async () => {
    const { runner, full, does, store } = await opened({
      size: { byItself: false, capacity: 1, delegates: 50, rounds: 10, pitches: 10 },
    })
    await Promise.all(full.rounds.map((round) => does({ type: 'open-round', round })))
    const luck = chance(SEED)
    let seats = 0
    for (const round of full.rounds) {
      for (const table of full.tables) {
        // Everybody comes from nowhere: whoever won before has left first.
        for (const person of Object.keys(runner.show().rounds[round]?.picks ?? {}))
          await does({ type: 'move-person', person: person as PersonId, round, table: null })
        const shuffled = full.delegates
          .map((person) => ({ person, at: luck.next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ person }) => person)
        const results = await Promise.all(
          shuffled.map(async (person, index) => {
            // Some in the same turn, some in later ones.
            for (let wait = index % 3; wait > 0; wait -= 1)
              await new Promise((turn) => setImmediate(turn))
            return does({ type: 'pick-table', round, table }, guest(person))
          }),
        )
        expect(results.filter(({ ok }) => ok)).toHaveLength(1)
        expect(runner.show().rounds[round]?.taken[table]).toBe(1)
        seats += 1
      }
    }
    expect(seats).toBe(100)
    expect((await replayed(store)).show()).toEqual(runner.show())
  })
})

import { describe, expect, test } from 'vitest'
import type { RoundId } from '#shared/show/words.ts'
import { openShows } from '../../../server/runner/shows.ts'
import {
  BY_HAND,
  codeOf as code,
  fakeClock,
  guest,
  listLog,
  memory,
  opened,
  ORGANISER,
  replayed,
  SHOW,
} from './opened.ts'

describe('shows', () => {
  const begin = (stage: string) => ({
    command: {
      type: 'create-show' as const,
      title: 'Health',
      place: '',
      zone: 'Europe/London',
      days: ['2026-11-24'],
      stage: stage as never,
    },
    actor: ORGANISER,
    repeat: null,
  })

  test('an address is given once, however many ask for it', async () => {
    const store = await memory()
    const shows = await openShows({ store, clock: fakeClock(), log: listLog() })
    const results = await Promise.all([
      shows.create(SHOW, begin('stg-aaaa')),
      shows.create(SHOW, begin('stg-bbbb')),
      shows.create(SHOW, begin('stg-cccc')),
    ])
    expect(results.map(code)).toEqual(['ok', 'already-exists', 'already-exists'])
    expect(shows.list().map(({ id }) => id)).toEqual([SHOW])
    expect(await store.shows()).toMatchObject([{ id: SHOW, lastN: 1 }])
    await shows.close()
  })

  test('a show that is refused leaves nothing behind, and its address may be taken', async () => {
    const store = await memory()
    const shows = await openShows({ store, clock: fakeClock(), log: listLog() })
    const refused = await shows.create(SHOW, {
      ...begin('stg-aaaa'),
      actor: guest('per-1' as never),
    })
    expect(code(refused)).toBe('not-allowed')
    expect(shows.get(SHOW)).toBeNull()
    expect(code(await shows.create(SHOW, begin('stg-aaaa')))).toBe('ok')
    await shows.close()
  })

  test('closing answers what is under way and refuses what comes after', async () => {
    const { full, does, shows, store, runner } = await opened(BY_HAND)
    const [a, b] = full.rounds as [RoundId, RoundId]
    const underWay = does({ type: 'open-round', round: a })
    const closed = shows.close()
    expect(code(await does({ type: 'open-round', round: b }))).toBe('closing')
    await closed
    expect(code(await underWay)).toBe('ok')
    expect((await replayed(store)).show()).toEqual(runner.show())
  })
})

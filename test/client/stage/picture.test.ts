import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clock, loaded, pause, started } from '#shared/time/clock.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import type { Billing, StageView } from '#shared/views/stage.ts'
import { pictureOf, untilChange } from '../../../client/screens/stage/picture.ts'

const NOW = Date.parse('2026-11-24T10:07:00Z')
const SHAH: Billing = {
  title: 'Better Care',
  kind: 'pitch',
  presenters: ['Priya Shah', 'Jo Ellis'],
  organisation: 'Kirklees',
  table: 12,
}
const RAO: Billing = { ...SHAH, title: 'Warm Homes', presenters: ['Ash Rao'], organisation: '' }
const EMPTY: StageView = {
  title: 'Pitch & Talk 2026',
  zone: 'Europe/London',
  stage: 'Main stage',
  heldSince: null,
  clockFollowedAt: null,
  blackout: false,
  rehearsal: false,
  finished: false,
  notices: [],
  on: null,
  next: null,
  ahead: null,
  round: null,
}
type On = NonNullable<StageView['on']>
const pitching = (clock: Clock, on: Partial<On> = {}): StageView => ({
  ...EMPTY,
  next: RAO,
  on: {
    ...SHAH,
    phase: 'pitch',
    clock,
    warnAt: 30 * SECOND,
    dangerAt: 10 * SECOND,
    byItself: true,
    ...on,
  },
})
/** a clock of two minutes that has `left` ms at NOW */
const withLeft = (left: number): Clock => started(2 * MINUTE, NOW - 2 * MINUTE + left)

describe('a pitch', () => {
  test.each([
    [2 * MINUTE, 'running', 'Running', '2:00'],
    [30_001, 'running', 'Running', '0:31'],
    [30_000, 'warning', 'Nearly done', '0:30'],
    [10_001, 'warning', 'Nearly done', '0:11'],
    [10_000, 'danger', 'Finish now', '0:10'],
    [1, 'danger', 'Finish now', '0:01'],
    [0, 'over', 'Over time', '0:00'],
    [-999, 'over', 'Over time', '0:00'],
    [-1_000, 'over', 'Over time', '+0:01'],
    [-61_000, 'over', 'Over time', '+1:01'],
  ])('with %i ms left', (left, phase, word, digits) => {
    expect(pictureOf(pitching(withLeft(left)), NOW)).toMatchObject({ phase, word, digits })
  })

  test('who, from where, what, and who is next', () => {
    expect(pictureOf(pitching(withLeft(MINUTE)), NOW)).toMatchObject({
      name: 'Priya Shah and Jo Ellis',
      organisation: 'Kirklees',
      title: 'Better Care',
      next: { lead: 'Next: ', name: 'Ash Rao', rest: ', Warm Homes' },
      used: 0.5,
      day: '10:07',
      message: '',
    })
  })

  test('loaded it is ready with its whole time; paused it keeps its colour and says so', () => {
    const ready = pictureOf(pitching(loaded(2 * MINUTE)), NOW)
    expect(ready).toMatchObject({ phase: 'ready', word: 'Ready', digits: '2:00', used: 0 })
    const stopped = pitching(pause(withLeft(20 * SECOND), NOW))
    for (const later of [0, 5 * MINUTE]) {
      expect(pictureOf(stopped, NOW + later)).toMatchObject({
        phase: 'warning',
        paused: true,
        word: 'Paused',
        digits: '0:20',
      })
    }
  })

  test('time that was added counts in the digits and in the bar', () => {
    const clock = { ...withLeft(MINUTE), added: 2 * MINUTE }
    expect(pictureOf(pitching(clock), NOW)).toMatchObject({ digits: '3:00', used: 0.25 })
    expect(pictureOf(pitching(withLeft(-MINUTE)), NOW).used).toBe(1)
  })

  test('between two pitches, who comes on next stands large and nobody after them', () => {
    const view = pitching(withLeft(5 * SECOND), { phase: 'changeover' })
    expect(pictureOf(view, NOW)).toMatchObject({
      phase: 'changeover',
      word: 'Changeover',
      name: 'Priya Shah and Jo Ellis',
      next: { lead: 'Comes on next', name: '', rest: '' },
    })
  })
})

describe('other items', () => {
  test('a break is called one; an item without people is its title', () => {
    const lunch = { title: 'Lunch', kind: 'break', presenters: [], organisation: '' } as const
    const picture = pictureOf(pitching(withLeft(MINUTE), lunch), NOW)
    expect(picture).toMatchObject({ word: 'Break', name: 'Lunch', title: '' })
  })

  test('a title too long for one line stands on the two of a title', () => {
    const title = 'A panel of everybody who has ever waited for a letter'
    const talk = { title, kind: 'talk', presenters: [], organisation: '' } as const
    expect(pictureOf(pitching(withLeft(MINUTE), talk), NOW)).toMatchObject({ name: '', title })
  })

  test('rounds: move, then talk, then over, by the round’s own clock', () => {
    const round = { number: 2, of: 3, clock: withLeft(100 * SECOND) }
    const rounds = { kind: 'rounds', title: 'Tables', presenters: [], organisation: '' } as const
    const view = pitching(withLeft(-MINUTE), rounds)
    const at = (phase: 'moving' | 'talking', now = NOW) =>
      pictureOf({ ...view, round: { ...round, phase } }, now)
    const moving = { phase: 'changeover', word: 'Time to move', digits: '1:40' }
    expect(at('moving')).toMatchObject({ ...moving, name: 'Round 2 of 3', title: 'Tables' })
    expect(at('talking')).toMatchObject({ phase: 'running', word: 'Time to talk', digits: '1:40' })
    expect(at('talking', NOW + 2 * MINUTE)).toMatchObject({ phase: 'over', digits: '+0:20' })
  })

  test('a pitch is not hidden by a round that runs beside it', () => {
    const round = { number: 1, of: 3, phase: 'talking', clock: withLeft(9 * MINUTE) } as const
    expect(pictureOf({ ...pitching(withLeft(MINUTE)), round }, NOW).digits).toBe('1:00')
  })
})

describe('nothing counts', () => {
  test('before the first item, after the last, and without any', () => {
    expect(pictureOf({ ...EMPTY, next: RAO }, NOW)).toMatchObject({
      phase: 'idle',
      word: 'Pitch & Talk 2026',
      message: 'Nothing on yet',
      digits: '',
      used: null,
      next: { lead: 'First: ', name: 'Ash Rao' },
    })
    expect(pictureOf(EMPTY, NOW)).toMatchObject({ message: 'Nothing on', next: null })
    expect(pictureOf({ ...EMPTY, finished: true }, NOW)).toMatchObject({
      phase: 'finished',
      message: 'Thank you',
    })
  })

  test('of a rehearsal says that it is one, whatever else is on', () => {
    const views = [pitching(withLeft(MINUTE)), { ...pitching(withLeft(MINUTE)), heldSince: NOW }]
    for (const view of views) {
      expect(pictureOf(view, NOW).rehearsal).toBe(false)
      expect(pictureOf({ ...view, rehearsal: true }, NOW).rehearsal).toBe(true)
    }
  })

  test('on hold says so and no more, though it was black before', () => {
    const held = { ...pitching(withLeft(MINUTE)), heldSince: NOW, blackout: true }
    expect(pictureOf(held, NOW)).toMatchObject({
      phase: 'held',
      word: 'On hold',
      digits: '',
      name: '',
      blackout: false,
    })
    expect(pictureOf({ ...held, heldSince: null }, NOW).blackout).toBe(true)
  })
})

test('laws: between two drawings nothing would have looked different, and none is more than a second away', () => {
  const views = fc.oneof(
    fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }).map((left) => pitching(withLeft(left))),
    fc
      .record({
        left: fc.integer({ min: -MINUTE, max: MINUTE }),
        warnAt: fc.integer({ max: 60_000 }),
      })
      .map(({ left, warnAt }) => pitching(withLeft(left), { warnAt, dangerAt: 7_777 })),
    fc.constant({ ...EMPTY, next: RAO }),
  )
  const looks = ({ used: _used, ...picture }: ReturnType<typeof pictureOf>) => picture
  fc.assert(
    fc.property(
      views,
      fc.integer({ min: 0, max: 90_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (view, after, part) => {
        const at = NOW + after
        const wait = untilChange(view, at)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(SECOND)
        // Digits count in whole seconds begun: at the boundary itself the old second may still stand.
        const before = Math.min(at + wait * part, at + wait - 1)
        if (before >= at + 1)
          expect(looks(pictureOf(view, before))).toEqual(looks(pictureOf(view, at + 1)))
      },
    ),
  )
})

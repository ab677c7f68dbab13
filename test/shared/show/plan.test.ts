import { expect, test } from 'vitest'
import { dueAt } from '#shared/show/due.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { SegmentPlan } from '#shared/show/programme/commands.ts'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { stageTimes } from '#shared/show/course.ts'
import { clockTime, localDateOf } from '#shared/time/zone.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { phoneParts } from '#shared/views/phone.ts'
import {
  as,
  bench,
  type Bench,
  BLOCK,
  COHOST,
  DAY,
  details,
  GUESTS,
  INNOVATIONS,
  LUNCH,
  NOTE,
  PITCHES,
  RD,
  ROUNDS,
  STAGE,
  T0,
  TABLES,
  TALK,
  ZONE,
} from '../../support/decider.ts'
import { NEXT_DAY, OTHER_STAGE } from '../../support/random-show.ts'

const stage = STAGE
const people = new Map([[COHOST, details(COHOST)]])
const save = (b: Bench, id: typeof TALK, change: Partial<SegmentPlan>) => {
  const draft = draftOf(b.show, id)
  if (!draft) throw new Error('it is there')
  return b.does({ type: 'save-segment', segment: { ...draft, ...change } as SegmentPlan })
}
const order = (b: Bench, id = STAGE) => b.show.stages[id]?.segments
const withGarden = (): Bench => {
  const b = bench()
  b.does({ type: 'save-stage', stage: { id: OTHER_STAGE, name: ' Garden ' } })
  b.does({ type: 'change-days', days: [NEXT_DAY, DAY] })
  return b
}

test('S7 days can be added and left out, but not one that has items', () => {
  const b = bench()
  expect(b.does({ type: 'change-days', days: [NEXT_DAY, DAY, DAY] })).toEqual(['days-changed'])
  expect(b.show.days).toEqual([DAY, NEXT_DAY])
  expect(b.does({ type: 'change-days', days: [DAY, NEXT_DAY] })).toEqual([])
  expect(b.does({ type: 'change-days', days: [NEXT_DAY] })).toBe('day-in-use')
  expect(b.does({ type: 'change-days', days: ['2026-02-30'] })).toBe('bad-value')
  expect(b.does({ type: 'change-days', days: [DAY] })).toEqual(['days-changed'])
})

test('S8 published or not; the same again is no change', () => {
  const b = bench()
  expect(b.does({ type: 'publish-programme', published: false })).toEqual([])
  expect(b.does({ type: 'publish-programme', published: true })).toEqual(['programme-published'])
  expect(b.show.publishedAt).toBe(T0)
  expect(b.does({ type: 'publish-programme', published: true })).toEqual([])
  expect(b.does({ type: 'publish-programme', published: false })).toEqual(['programme-withdrawn'])
  expect(b.show.publishedAt).toBeNull()
})

test('S9 closing ends clocks and rounds; nothing runs or falls due until it is opened again', () => {
  const b = bench({ byItself: true })
  b.does({ type: 'start-clock', stage })
  b.does({ type: 'run-round', round: RD[0] }, MINUTE)
  expect(b.does({ type: 'close-show' }, 2 * MINUTE)).toContain('show-closed')
  expect(b.show.stages[stage]).toMatchObject({ on: null, finished: true })
  expect(Object.values(b.show.rounds).filter(({ clock }) => clock !== null)).toEqual([])
  expect(dueAt(b.show, T0 + HOUR)).toBeNull()
  expect(b.does({ type: 'start-clock', stage })).toBe('show-closed')
  expect(b.does({ type: 'pick-table', round: RD[1], table: TABLES[0] }, 0, as(GUESTS[0]))).toBe(
    'show-closed',
  )
  expect(b.does({ type: 'close-show' })).toEqual([])
  expect(b.does({ type: 'reopen-show' })).toEqual(['show-reopened'])
  expect(b.does({ type: 'reopen-show' })).toEqual([])
  expect(b.does({ type: 'open-round', round: RD[1] })).toEqual(['round-opened'])
})

test('S10 put away and taken back', () => {
  const b = bench()
  expect(b.does({ type: 'archive-show', archived: true })).toEqual(['show-archived'])
  expect(b.does({ type: 'archive-show', archived: true })).toEqual([])
  expect(b.does({ type: 'archive-show', archived: false })).toEqual(['show-taken-back'])
  expect(b.show.archivedAt).toBeNull()
})

test('P7 items change stage and day, where a fixed start keeps its clock time', () => {
  const b = withGarden()
  expect(b.does({ type: 'move-segment', segment: TALK, stage: OTHER_STAGE, before: null })).toEqual(
    ['segment-moved', 'segment-saved'],
  )
  expect(order(b, OTHER_STAGE)).toEqual([TALK])
  expect(order(b)).toEqual([BLOCK, NOTE, ROUNDS, LUNCH])
  b.does({ type: 'move-segment', segment: TALK, day: NEXT_DAY, before: null })
  const { fixedStart } = b.show.segments[TALK] ?? {}
  expect(localDateOf(fixedStart ?? 0, ZONE)).toBe(NEXT_DAY)
  expect(clockTime(fixedStart ?? 0, ZONE)).toBe('10:00')
  expect(
    b.does({ type: 'move-segment', segment: TALK, stage: 'stg-none' as never, before: null }),
  ).toBe('unknown')
  expect(b.does({ type: 'move-segment', segment: TALK, day: '2026-07-01', before: null })).toBe(
    'bad-value',
  )
})

test('P7 when the item that a day begins with goes, the next keeps its time and takes the rest along', () => {
  const starts = (b: ReturnType<typeof bench>) =>
    [BLOCK, ROUNDS, LUNCH].map((id) =>
      clockTime(stageTimes(b.show, STAGE, T0).get(id)?.plannedStart ?? 0, ZONE),
    )
  const b = bench()
  const before = starts(b)
  expect(before[0]).toBe('10:10')
  expect(b.does({ type: 'remove-segment', segment: TALK })).toEqual([
    'segment-removed',
    'segment-saved',
  ])
  expect(starts(b)).toEqual(before)
  b.does({ type: 'undo-edit', edit: b.show.version })
  expect(b.show.segments[BLOCK]?.fixedStart, 'as it was').toBeNull()
  expect(order(b)).toEqual([TALK, BLOCK, NOTE, ROUNDS, LUNCH])
  expect(b.does({ type: 'remove-segment', segment: LUNCH }), 'not the first').toEqual([
    'segment-removed',
  ])
})

test('P7 an item that comes to an empty stage or day keeps the time it had', () => {
  const b = withGarden()
  b.does({ type: 'move-segment', segment: LUNCH, stage: OTHER_STAGE, before: null })
  const { fixedStart } = b.show.segments[LUNCH] ?? {}
  expect(clockTime(fixedStart ?? 0, ZONE)).toBe('10:38')
  b.does({ type: 'undo-edit', edit: b.show.version })
  expect(b.show.segments[LUNCH]?.fixedStart, 'as it was (seed 255170303)').toBeNull()
  b.does({ type: 'move-segment', segment: LUNCH, stage: OTHER_STAGE, before: null })
  b.does({ type: 'move-segment', segment: NOTE, stage: OTHER_STAGE, before: LUNCH })
  expect(b.show.segments[NOTE]?.fixedStart, 'there it follows').toBeNull()
})

test('P7 the items of a day stand together, whatever day they come from', () => {
  const b = withGarden()
  b.does({ type: 'move-segment', segment: BLOCK, day: NEXT_DAY, before: null })
  expect(order(b)).toEqual([TALK, NOTE, ROUNDS, LUNCH, BLOCK])
  b.does({ type: 'move-segment', segment: NOTE, before: BLOCK })
  expect(order(b), 'in front of one of another day is on that day').toEqual([
    TALK,
    ROUNDS,
    LUNCH,
    NOTE,
    BLOCK,
  ])
  expect(b.show.segments[NOTE]?.day).toBe(NEXT_DAY)
  save(b, LUNCH, { day: NEXT_DAY })
  expect(order(b)).toEqual([TALK, ROUNDS, NOTE, BLOCK, LUNCH])
  b.does({ type: 'move-segment', segment: BLOCK, day: DAY, before: null })
  expect(order(b)).toEqual([TALK, ROUNDS, BLOCK, NOTE, LUNCH])
})

test('P7 what has begun keeps its stage and day', () => {
  const b = withGarden()
  b.does({ type: 'start-clock', stage })
  expect(b.does({ type: 'move-segment', segment: TALK, stage: OTHER_STAGE, before: null })).toBe(
    'segment-begun',
  )
  expect(save(b, TALK, { day: NEXT_DAY, fixedStart: null })).toBe('segment-begun')
})

test('P9 what has not begun goes with what is in it', () => {
  const b = bench()
  expect(b.does({ type: 'remove-segment', segment: BLOCK })).toEqual(['segment-removed'])
  expect(b.show.pitches).toEqual({})
  expect(b.does({ type: 'remove-segment', segment: ROUNDS })).toEqual(['segment-removed'])
  expect(b.show.rounds).toEqual({})
  expect(order(b)).toEqual([TALK, NOTE, LUNCH])
  expect(b.does({ type: 'remove-segment', segment: BLOCK })).toBe('unknown')
})

test('P9 an innovation goes with its pitches, and its table is free', () => {
  const b = bench()
  expect(b.does({ type: 'remove-innovation', innovation: INNOVATIONS[0] })).toEqual([
    'innovation-removed',
  ])
  expect(b.show.pitches[PITCHES[0]]).toBeUndefined()
  expect(b.show.tables[TABLES[0]]?.innovation).toBeNull()
  expect(Object.values(b.show.people).flatMap(({ presents }) => presents)).not.toContain(
    INNOVATIONS[0],
  )
  expect(b.does({ type: 'remove-pitch', pitch: PITCHES[1] })).toEqual(['pitch-removed'])
  expect(b.show.segments[BLOCK]).toMatchObject({ pitches: [PITCHES[2]] })
})

test('P9 what is on, was given or has picks stays', () => {
  const b = bench()
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: null })
  b.does({ type: 'start-clock', stage })
  expect(b.does({ type: 'remove-segment', segment: BLOCK })).toBe('segment-begun')
  expect(b.does({ type: 'remove-pitch', pitch: PITCHES[0] })).toBe('on-stage-now')
  expect(b.does({ type: 'remove-innovation', innovation: INNOVATIONS[0] })).toBe('on-stage-now')
  b.does({ type: 'next-item', stage }, MINUTE)
  b.does({ type: 'next-item', stage }, 2 * MINUTE)
  expect(b.does({ type: 'remove-pitch', pitch: PITCHES[0] })).toBe('pitch-done')
  expect(b.does({ type: 'remove-innovation', innovation: INNOVATIONS[0] })).toBe('pitch-done')
  const chosen = bench()
  chosen.does({ type: 'open-round', round: RD[0] })
  expect(chosen.does({ type: 'remove-segment', segment: ROUNDS })).toBe('round-in-use')
})

test('P10 stages have names of their own; an empty one goes, one stays', () => {
  const b = withGarden()
  expect(b.show.stages[OTHER_STAGE]?.name).toBe('Garden')
  expect(b.does({ type: 'save-stage', stage: { id: OTHER_STAGE, name: 'main STAGE' } })).toBe(
    'already-exists',
  )
  expect(b.does({ type: 'save-stage', stage: { id: OTHER_STAGE, name: 'Garden' } })).toEqual([])
  expect(b.does({ type: 'remove-stage', stage })).toBe('stage-in-use')
  expect(b.does({ type: 'remove-stage', stage: OTHER_STAGE })).toEqual(['stage-removed'])
  expect(b.does({ type: 'remove-stage', stage: OTHER_STAGE })).toBe('unknown')
  for (const id of order(b) ?? []) b.does({ type: 'remove-segment', segment: id })
  expect(b.does({ type: 'remove-stage', stage }), 'the last one').toBe('stage-in-use')
})

test('P11 the public is told only the time of what is to be confirmed, until it is on', () => {
  const b = bench()
  save(b, BLOCK, {
    confirmed: false,
    summary: 'Not yet public',
    title: 'Secret pitches',
    notes: 'Mind the step',
  })
  const open = JSON.stringify(buildParts(phoneParts, b.show, people))
  for (const secret of ['Secret pitches', 'Not yet public', 'Mind the step', PITCHES[0]])
    expect(open).not.toContain(secret)
  expect(JSON.stringify(buildParts(consoleParts, b.show, people))).toContain('Mind the step')
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: null })
  const on = JSON.stringify(buildParts(phoneParts, b.show, people))
  expect(on).toContain('Secret pitches')
  expect(on).not.toContain('Mind the step')
})

test('P12 speakers are people of the event', () => {
  const b = bench()
  expect(save(b, TALK, { speakers: [COHOST] })).toEqual(['segment-saved'])
  expect(save(b, TALK, { speakers: ['per-none' as typeof COHOST] })).toBe('unknown')
  b.does({ type: 'erase-person', person: COHOST })
  expect(b.show.segments[TALK]?.speakers).toEqual([])
})

test('T5 a table at which nobody has a seat can be removed', () => {
  const b = bench()
  b.does({ type: 'open-round', round: RD[0] })
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[0] }, 0, as(GUESTS[0]))
  expect(b.does({ type: 'remove-table', table: TABLES[0] })).toBe('table-in-use')
  expect(b.does({ type: 'remove-table', table: TABLES[1] })).toEqual(['table-removed'])
  expect(Object.values(b.show.people).filter(({ hosts }) => hosts === TABLES[1])).toEqual([])
  expect(b.does({ type: 'remove-table', table: TABLES[1] })).toBe('unknown')
})

test('R8 a walk-up round never opens, by hand or by itself, and runs like any other', () => {
  const b = bench({ byItself: true, fixedStart: T0 + HOUR })
  const rounds = RD.map((id) => ({ id, move: MINUTE, talk: 5 * MINUTE, free: true }))
  expect(save(b, ROUNDS, { rounds } as Partial<SegmentPlan>)).toEqual(['segment-saved'])
  expect(b.does({ type: 'open-round', round: RD[0] })).toBe('round-free')
  b.does({ type: 'remove-segment', segment: BLOCK })
  b.ticks(HOUR + 30 * 1_000)
  expect(b.show.rounds[RD[0]]).toMatchObject({ phase: 'moving', openedAt: null })
  expect(b.does({ type: 'pick-table', round: RD[1], table: TABLES[0] }, 0, as(GUESTS[0]))).toBe(
    'round-not-open',
  )
  b.ticks(HOUR + 20 * MINUTE)
  expect(b.show.rounds[RD[1]]?.phase).toBe('ended')
})

import { expect, test } from 'vitest'

import { distanceToPlan, stageTimes } from '#shared/show/course.ts'
import { remaining } from '#shared/time/clock.ts'
import { may } from '#shared/show/permissions.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'

import type { SingleCommand } from '#shared/show/commands.ts'
import {
  as,
  bench,
  BLOCK,
  DAY,
  GUESTS,
  INNOVATIONS,
  LUNCH,
  NOTE,
  ORGANISER,
  PITCHES,
  RD,
  ROUNDS,
  STAGE,
  T0,
  TALK,
  ZONE,
} from '../../support/decider.ts'

const stage = STAGE
const start = { type: 'start-clock', stage } as const
const talk = (fields: object): SingleCommand => ({
  type: 'save-segment',
  segment: {
    id: TALK,
    stage,
    day: DAY,
    kind: 'talk',
    title: 'Welcome',
    length: 10 * MINUTE,
    fixedStart: T0,
    warnAt: 20 * SECOND,
    dangerAt: 5 * SECOND,
    ...fields,
  } as never,
})

test('S1 title, place, zone and days; what does not exist is refused', () => {
  const create = (fields: object): SingleCommand =>
    ({
      type: 'create-show',
      title: ' Two days ',
      place: 'Leeds',
      zone: ZONE,
      days: ['2026-06-29', DAY, DAY],
      stage,
      ...fields,
    }) as never
  const b = bench()
  expect(b.does(create({}))).toBe('already-exists')
  expect(b.fresh(create({ zone: 'Europe/Leeds' }))).toBe('bad-value')
  expect(b.fresh(create({ days: ['2026-02-30'] }))).toBe('bad-value')
  expect(b.fresh(create({}))).toMatchObject({ title: 'Two days', days: [DAY, '2026-06-29'] })
})

test('S2 title and place change; the same again does not', () => {
  const b = bench()
  const change = { type: 'change-show', title: 'New', place: 'York' } as const
  expect(b.does(change)).toEqual(['show-changed'])
  expect(b.does(change)).toEqual([])
})

test('S3 holding stops clocks, going on gives them what they had; a pause by hand stays', () => {
  const b = bench()
  expect(b.does({ type: 'release-day' })).toBe('not-on-hold')
  b.does(start)
  b.does({ type: 'hold-day' }, MINUTE)
  expect(b.does({ type: 'hold-day' }, MINUTE)).toEqual([])
  b.does({ type: 'release-day' }, 31 * MINUTE)
  const clock = b.show.stages[stage]?.on?.clock
  expect(clock && remaining(clock, T0 + 31 * MINUTE)).toBe(9 * MINUTE)
  b.does({ type: 'pause-clock', stage }, 32 * MINUTE)
  b.does({ type: 'hold-day' }, 33 * MINUTE)
  b.does({ type: 'release-day' }, 34 * MINUTE)
  expect(b.show.stages[stage]?.on?.clock.pausedAt).toBe(T0 + 32 * MINUTE)
})

test('S4 on hold nothing moves and nothing falls due; choosing keeps its time', () => {
  const b = bench({ byItself: true })
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  b.does(start)
  b.does({ type: 'hold-day' }, 30 * SECOND)
  expect(b.ticks(60 * MINUTE)).toBe(0)
  for (const type of ['next-item', 'start-clock', 'previous-item', 'finish-item'] as const)
    expect(b.does({ type, stage }, MINUTE)).toBe('on-hold')
  expect(b.does({ type: 'end-round', round: RD[0] }, MINUTE)).toBe('on-hold')
  const open = bench({ byItself: true })
  open.does({ type: 'open-round', round: RD[0] })
  open.does({ type: 'hold-day' }, 2 * MINUTE)
  open.does({ type: 'release-day' }, 12 * MINUTE)
  expect(open.show.rounds[RD[0]]?.openedAt).toBe(T0 + 10 * MINUTE)
})

test('S6 following the computer’s clock is the crew’s to say, is recorded, and changes nothing else', () => {
  const b = bench()
  b.does({ type: 'load-item', stage: STAGE, segment: BLOCK, pitch: null })
  const before = structuredClone(b.show)
  expect(may(as(GUESTS[0]), { type: 'follow-clock' })?.code).toBe('not-allowed')
  expect(may(ORGANISER, { type: 'follow-clock' })).toBe(null)
  expect(b.does({ type: 'follow-clock' }, MINUTE)).toEqual(['clock-followed'])
  expect(b.show).toEqual({ ...before, version: before.version + 1, clockFollowedAt: T0 + MINUTE })
})

test('S5 renewed screens have a new generation', () => {
  const b = bench()
  b.does({ type: 'renew-screens' })
  expect(b.show.screensGeneration).toBe(1)
})

test('P1 planned times follow from order and lengths; a fixed start is on its own day', () => {
  const b = bench()
  const times = stageTimes(b.show, stage, T0 - MINUTE)
  expect(times.get(TALK)?.plannedStart).toBe(T0)
  expect(times.get(BLOCK)?.plannedStart).toBe(T0 + 10 * MINUTE)
  // Three minutes of pitches and two changeovers.
  expect(times.get(ROUNDS)?.plannedStart).toBe(T0 + 14 * MINUTE)
  expect(times.get(LUNCH)?.plannedStart).toBe(T0 + 14 * MINUTE + 24 * MINUTE)
  expect(b.does(talk({ fixedStart: T0 + 24 * 60 * MINUTE }))).toBe('bad-value')
  expect(b.does(talk({ day: '2026-06-30' }))).toBe('bad-value')
})

test('P1 planned times are the hall’s also on the day the clocks change', () => {
  expect(instantOf('2026-03-29', '09:30', ZONE) - instantOf('2026-03-28', '09:30', ZONE)).toBe(
    23 * 60 * MINUTE,
  )
  expect(instantOf('2026-10-25', '09:30', ZONE) - instantOf('2026-10-24', '09:30', ZONE)).toBe(
    25 * 60 * MINUTE,
  )
})

test('P2 an item keeps its kind; a title is needed; the same again is no change', () => {
  const b = bench()
  expect(b.does(talk({}))).toEqual([])
  expect(b.does(talk({ title: 'Hello' }))).toEqual(['segment-saved'])
  expect(b.does(talk({ title: '  ' }))).toBe('bad-value')
  expect(b.does(talk({ kind: 'panel' })), 'of the plain ones another').toEqual(['segment-saved'])
  const asBlock = { kind: 'pitch-block', pitchLength: MINUTE, changeover: 0, byItself: false }
  expect(b.does(talk({ ...asBlock, length: null }))).toBe('bad-value')
  expect(b.does(talk({ stage: 'stg-none' }))).toBe('unknown')
})

test('P3 what is late pushes what comes after it, until a fixed start has room', () => {
  const b = bench({ fixedStart: T0 + 30 * MINUTE })
  b.does(start)
  b.does({ type: 'add-time', stage, by: 6 * MINUTE })
  const times = stageTimes(b.show, stage, T0 + MINUTE)
  expect(times.get(BLOCK)?.expectedStart).toBe(T0 + 16 * MINUTE)
  expect(times.get(ROUNDS)?.expectedStart, 'it has room').toBe(T0 + 30 * MINUTE)
})

test('P4 the distance to plan, and whether the next fixed start holds', () => {
  const b = bench({ fixedStart: T0 + 18 * MINUTE })
  expect(distanceToPlan(b.show, stage, T0 - MINUTE)).toMatchObject({ late: 0 })
  b.does(start)
  b.does({ type: 'add-time', stage, by: 3 * MINUTE })
  expect(distanceToPlan(b.show, stage, T0 + MINUTE)).toMatchObject({
    late: 3 * MINUTE,
    next: { segment: ROUNDS, holds: true },
  })
  b.does({ type: 'add-time', stage, by: 3 * MINUTE })
  expect(distanceToPlan(b.show, stage, T0 + MINUTE)).toMatchObject({
    late: 6 * MINUTE,
    next: { holds: false },
  })
  const early = bench()
  early.does(start)
  early.does({ type: 'add-time', stage, by: -4 * MINUTE })
  expect(distanceToPlan(early.show, stage, T0 + MINUTE)?.late).toBe(-4 * MINUTE)
})

test('P5 a pitch stands in a block, names an innovation and may be longer', () => {
  const b = bench()
  const pitch = { id: PITCHES[0], block: BLOCK, innovation: INNOVATIONS[0], length: null }
  const save = (fields: object): SingleCommand =>
    ({ type: 'save-pitch', pitch: { ...pitch, ...fields } }) as never
  expect(b.does(save({}))).toEqual([])
  expect(b.does(save({ length: 2 * MINUTE }))).toEqual(['pitch-saved'])
  expect(b.does(save({ block: TALK }))).toBe('not-a-pitch-block')
  expect(b.does(save({ innovation: 'inn-none' }))).toBe('unknown')
  expect(stageTimes(b.show, stage, T0).get(ROUNDS)?.plannedStart).toBe(T0 + 15 * MINUTE)
})

test('P6 pitches to come change places; one done or on stage does not', () => {
  const b = bench()
  const move = (pitch: (typeof PITCHES)[number], before: (typeof PITCHES)[number] | null) =>
    ({ type: 'move-pitch', pitch, before }) as const
  expect(b.does(move(PITCHES[2], PITCHES[0]))).toEqual(['pitch-moved'])
  expect(b.show.segments[BLOCK]).toMatchObject({ pitches: [PITCHES[2], PITCHES[0], PITCHES[1]] })
  expect(b.does(move(PITCHES[2], PITCHES[0]))).toEqual([])
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[2] })
  b.does(start)
  expect(b.does(move(PITCHES[2], null))).toBe('on-stage-now')
  b.does({ type: 'next-item', stage }, MINUTE)
  expect(b.does(move(PITCHES[2], null))).toBe('pitch-done')
})

test('P7 items that have not begun change places; what has begun stays', () => {
  const b = bench()
  expect(b.does({ type: 'move-segment', segment: LUNCH, before: ROUNDS })).toEqual([
    'segment-moved',
  ])
  expect(b.show.stages[stage]?.segments).toEqual([TALK, BLOCK, NOTE, LUNCH, ROUNDS])
  expect(b.does({ type: 'move-segment', segment: LUNCH, before: ROUNDS })).toEqual([])
  b.does(start)
  expect(b.does({ type: 'move-segment', segment: TALK, before: null })).toBe('segment-begun')
  expect(b.does({ type: 'move-segment', segment: LUNCH, before: TALK })).toBe('segment-begun')
})

test('P8 a round in use cannot be taken away', () => {
  const b = bench()
  const rounds = (ids: readonly string[]): SingleCommand =>
    ({
      type: 'save-segment',
      segment: {
        id: ROUNDS,
        stage,
        day: DAY,
        kind: 'rounds',
        title: 'Tables',
        length: null,
        fixedStart: null,
        byItself: false,
        opensBefore: 0,
        closesBefore: 0,
        rounds: ids.map((id) => ({ id, move: MINUTE, talk: MINUTE })),
      },
    }) as never
  b.does({ type: 'open-round', round: RD[1] })
  expect(b.does(rounds([RD[0]]))).toBe('round-in-use')
  expect(b.does(rounds([RD[0], RD[0]]))).toBe('bad-value')
  expect(b.does(rounds([RD[1]]))).toEqual(['segment-saved'])
  expect(b.show.rounds[RD[0]]).toBeUndefined()
})

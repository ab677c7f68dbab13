import { expect, test } from 'vitest'
import { phaseOf, remaining } from '#shared/time/clock.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { bench, BLOCK, LUNCH, PITCHES, ROUNDS, STAGE, T0, TALK } from '../../support/decider.ts'

const stage = STAGE
const start = { type: 'start-clock', stage } as const
const next = { type: 'next-item', stage } as const
const loadPitch = (pitch = PITCHES[0]) =>
  ({ type: 'load-item', stage, segment: BLOCK, pitch }) as const
const on = (b: ReturnType<typeof bench>) => b.show.stages[stage]?.on ?? null

test('C1 load makes ready, start runs, a running clock is not started again', () => {
  const b = bench()
  expect(b.does({ type: 'load-item', stage, segment: TALK, pitch: null })).toEqual(['stage-loaded'])
  expect(on(b)?.clock.startedAt).toBeNull()
  expect(b.does({ type: 'load-item', stage, segment: TALK, pitch: null }), 'ready already').toEqual(
    [],
  )
  expect(b.does(start, SECOND)).toEqual(['clock-started'])
  expect(on(b)?.clock.startedAt).toBe(T0 + SECOND)
  expect(b.does(start, 2 * SECOND)).toBe('already-running')
  expect(b.does({ type: 'load-item', stage, segment: TALK, pitch: PITCHES[0] })).toBe('unknown')
  const fresh = bench()
  expect(fresh.does(start)).toEqual(['stage-loaded'])
  expect(on(fresh)).toMatchObject({ segment: TALK, begunAt: T0 })
})

test('C2 pause and resume, and neither when it has nothing to do', () => {
  const b = bench()
  expect(b.does({ type: 'pause-clock', stage })).toBe('nothing-on-stage')
  b.does(start)
  expect(b.does({ type: 'resume-clock', stage }, SECOND)).toBe('not-paused')
  b.does({ type: 'pause-clock', stage }, 10 * SECOND)
  expect(b.does({ type: 'pause-clock', stage }, 11 * SECOND)).toBe('not-running')
  b.does({ type: 'resume-clock', stage }, 70 * SECOND)
  const clock = on(b)?.clock
  expect(clock && remaining(clock, T0 + 80 * SECOND)).toBe(10 * MINUTE - 20 * SECOND)
})

test('C3 time is added and taken within the item, and restart begins anew', () => {
  const b = bench()
  b.does(start)
  b.does({ type: 'add-time', stage, by: MINUTE })
  expect(on(b)?.clock.added).toBe(MINUTE)
  b.does({ type: 'add-time', stage, by: -60 * MINUTE })
  const clock = on(b)?.clock
  expect(clock && clock.duration + clock.added, 'not below nothing').toBe(0)
  expect(b.does({ type: 'add-time', stage, by: -MINUTE }), 'nothing left to take').toEqual([])
  b.does({ type: 'restart-clock', stage }, 5 * MINUTE)
  expect(on(b)?.clock).toEqual({
    duration: 10 * MINUTE,
    added: 0,
    startedAt: T0 + 5 * MINUTE,
    pausedAt: null,
  })
  const ready = bench()
  ready.does({ type: 'load-item', stage, segment: TALK, pitch: null })
  expect(ready.does({ type: 'restart-clock', stage })).toBe('not-running')
})

test('C4 Next runs what follows; a second Next within a second is ignored', () => {
  const b = bench()
  b.does(start)
  expect(b.does(next, MINUTE)).toEqual(['stage-loaded'])
  expect(on(b)).toMatchObject({ segment: BLOCK, pitch: PITCHES[0], phase: 'pitch' })
  expect(b.does(next, MINUTE + 999)).toEqual([])
  expect(b.does(next, MINUTE + 1000)).toEqual(['stage-loaded'])
  expect(on(b)).toMatchObject({ pitch: PITCHES[1], phase: 'changeover' })
})

test('C5 Previous brings back the clock it had; before the first there is nothing', () => {
  const b = bench()
  expect(b.does({ type: 'previous-item', stage })).toBe('nothing-before')
  b.does(start)
  b.does(next, 4 * MINUTE)
  b.does({ type: 'previous-item', stage }, 9 * MINUTE)
  const clock = on(b)?.clock
  expect(on(b)?.segment).toBe(TALK)
  expect(clock && remaining(clock, T0 + 9 * MINUTE)).toBe(6 * MINUTE)
  expect(b.show.segments[BLOCK]?.begunAt, 'entered by mistake: not begun').toBeNull()
  b.does(next, 10 * MINUTE)
  b.does(next, 11 * MINUTE)
  b.does({ type: 'previous-item', stage }, 11.5 * MINUTE)
  expect(on(b)).toMatchObject({ pitch: PITCHES[0], phase: 'pitch' })
  expect(b.show.pitches[PITCHES[0]]?.done, 'it is being given again').toBe(false)
})

test('C6 Finish gets the next ready, a pitch after a pitch, without starting it', () => {
  const b = bench()
  b.does(loadPitch())
  b.does(start)
  expect(b.does({ type: 'finish-item', stage }, MINUTE)).toEqual(['stage-loaded'])
  expect(on(b)).toMatchObject({ pitch: PITCHES[1], phase: 'pitch', begunAt: null })
  expect(b.show.pitches[PITCHES[0]]?.done).toBe(true)
  expect(bench().does({ type: 'finish-item', stage })).toBe('nothing-on-stage')
})

test('C7 the last item ends the stage and nothing wraps round', () => {
  const b = bench()
  b.does({ type: 'load-item', stage, segment: LUNCH, pitch: null })
  b.does(start)
  expect(b.does(next, MINUTE)).toEqual(['stage-finished'])
  expect(b.show.stages[stage]).toMatchObject({ finished: true, on: null })
  expect(b.does(next, 2 * MINUTE)).toBe('no-more-items')
  expect(b.does(start, 2 * MINUTE)).toBe('no-more-items')
  b.does({ type: 'previous-item', stage }, 3 * MINUTE)
  expect(on(b)?.segment, 'Previous opens it again').toBe(LUNCH)
})

test('C8 warning, danger, over, and the count goes on up', () => {
  const clock = { duration: MINUTE, added: 0, startedAt: T0, pausedAt: null }
  const points = { warnAt: 20 * SECOND, dangerAt: 5 * SECOND }
  const at = (seconds: number) => phaseOf(clock, points, T0 + seconds * SECOND)
  expect([0, 39.9, 40, 54.9, 55, 59.9, 60, 90].map(at)).toEqual([
    'running',
    'running',
    'warning',
    'warning',
    'danger',
    'danger',
    'over',
    'over',
  ])
  expect(phaseOf({ ...clock, startedAt: null }, points, T0)).toBe('ready')
  expect(remaining(clock, T0 + 90 * SECOND)).toBe(-30 * SECOND)
})

test('C9 by itself: pitch, changeover, pitch; by hand it waits; without changeover at once', () => {
  const b = bench({ byItself: true })
  b.does(loadPitch())
  b.does(start)
  b.ticks(MINUTE - 1)
  expect(on(b)).toMatchObject({ pitch: PITCHES[0], phase: 'pitch' })
  b.ticks(MINUTE)
  expect(on(b)).toMatchObject({ pitch: PITCHES[1], phase: 'changeover' })
  b.ticks(MINUTE + 30 * SECOND)
  expect(on(b)).toMatchObject({ pitch: PITCHES[1], phase: 'pitch', begunAt: T0 + 90 * SECOND })
  const byHand = bench()
  byHand.does(loadPitch())
  byHand.does(start)
  expect(byHand.ticks(10 * MINUTE)).toBe(0)
  const close = bench({ byItself: true, changeover: 0 })
  close.does(loadPitch())
  close.does(start)
  close.ticks(MINUTE)
  expect(on(close)).toMatchObject({ pitch: PITCHES[1], phase: 'pitch' })
})

test('C10 after the last pitch the next item is ready, not started', () => {
  const b = bench({ byItself: true, changeover: 0 })
  b.does(loadPitch(PITCHES[2]))
  b.does({
    type: 'save-segment',
    segment: {
      id: TALK,
      stage,
      day: '2026-06-28',
      kind: 'talk',
      title: 'Welcome',
      length: MINUTE,
      fixedStart: null,
      warnAt: 0,
      dangerAt: 0,
    },
  })
  b.does(start)
  for (const pitch of [0, 1, 2]) b.ticks((pitch + 1) * MINUTE)
  expect(on(b)).toMatchObject({ segment: ROUNDS, begunAt: null })
})

test('C11 a pitch of its own length', () => {
  const b = bench()
  b.does({
    type: 'save-pitch',
    pitch: { id: PITCHES[1], block: BLOCK, innovation: 'inn-bbbb' as never, length: 3 * MINUTE },
  })
  b.does(loadPitch(PITCHES[1]))
  expect(on(b)?.clock.duration).toBe(3 * MINUTE)
  b.does(loadPitch(PITCHES[0]))
  expect(on(b)?.clock.duration).toBe(MINUTE)
})

test('C12 absent: to the end of the block in one action; the last one stays', () => {
  const b = bench()
  const absent = (pitch: (typeof PITCHES)[number]) =>
    ({ type: 'defer-pitch', pitch, reason: 'absent' }) as const
  b.does(loadPitch())
  b.does(start)
  expect(b.does(absent(PITCHES[0]), SECOND)).toEqual(['pitch-deferred', 'stage-loaded'])
  expect(on(b)?.pitch).toBe(PITCHES[1])
  expect(b.show.segments[BLOCK]).toMatchObject({ pitches: [PITCHES[1], PITCHES[2], PITCHES[0]] })
  expect(b.show.pitches[PITCHES[0]]).toMatchObject({ deferred: 'absent', done: false })
  expect(b.does(absent(PITCHES[0]), SECOND), 'last and absent already').toEqual([])
  expect(b.show.stages[stage]?.past, 'not in the record').toEqual([])
  b.does(next, 10 * SECOND)
  expect(b.does(absent(PITCHES[1]), 11 * SECOND)).toBe('pitch-done')
  for (const seconds of [20, 30, 40]) b.does(next, seconds * SECOND)
  expect(on(b)?.pitch).toBe(PITCHES[0])
  expect(b.does(absent(PITCHES[0]), 50 * SECOND)).toBe('nobody-else-waiting')
  expect(b.show.pitches[PITCHES[0]]?.deferred, 'called, so here').toBe(null)
})

test('C12 a presenter who turns up is called next, and is not absent any more', () => {
  const b = bench()
  b.does({ type: 'defer-pitch', pitch: PITCHES[0], reason: 'late' })
  expect(b.show.pitches[PITCHES[0]]?.deferred).toBe('late')
  b.does({ type: 'move-pitch', pitch: PITCHES[0], before: PITCHES[1] })
  expect(b.show.pitches[PITCHES[0]]?.deferred).toBe(null)
  expect(b.show.segments[BLOCK]).toMatchObject({ pitches: PITCHES })
})

test('C13 after an outage the stage waits in overtime and asks; a step settles it', () => {
  const b = bench({ byItself: true })
  b.does(loadPitch())
  b.does(start)
  const due = { type: 'advance-stage', stage, due: T0 + MINUTE } as const
  expect(b.does(due, MINUTE + 3001, { id: 'system', roles: ['system'], person: null })).toEqual([
    'stage-overdue',
  ])
  expect(on(b)).toMatchObject({ pitch: PITCHES[0], phase: 'pitch' })
  expect(b.ticks(2 * MINUTE), 'nothing more by itself').toBe(0)
  b.does({ type: 'add-time', stage, by: 2 * MINUTE }, 2 * MINUTE)
  expect(b.show.stages[stage]?.overdue).toBeNull()
  b.ticks(3 * MINUTE)
  expect(on(b)).toMatchObject({ pitch: PITCHES[1], phase: 'changeover' })
  const soon = bench({ byItself: true })
  soon.does(loadPitch())
  soon.does(start)
  expect(soon.does(due, MINUTE + 3000, { id: 'system', roles: ['system'], person: null })).toEqual([
    'stage-loaded',
  ])
  expect(soon.does({ ...due, due: T0 + 5 }, 5 * MINUTE), 'not what is due').toEqual([])
})

test('C14 blackout darkens only, and notes take no turn', () => {
  const b = bench()
  b.does(loadPitch(PITCHES[2]))
  b.does(start)
  const { on: before } = b.show.stages[stage] ?? {}
  expect(b.does({ type: 'black-out', stage, on: true })).toEqual(['stage-blacked-out'])
  expect(b.does({ type: 'black-out', stage, on: true })).toEqual([])
  expect(on(b)).toEqual(before)
  for (const seconds of [10, 20, 30, 40, 50]) b.does(next, seconds * SECOND)
  expect(on(b)?.segment, 'past the note').toBe(ROUNDS)
})

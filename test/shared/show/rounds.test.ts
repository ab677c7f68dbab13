import { expect, test } from 'vitest'
import { choosingOpensAt, movesAt, segmentOfRound } from '#shared/show/round-course.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import {
  as,
  bench,
  BLOCK,
  COHOST,
  GUESTS,
  HOSTS,
  LUNCH,
  PITCHES,
  RD,
  ROUNDS,
  STAGE,
  T0,
  TABLES,
} from '../../support/decider.ts'

const stage = STAGE
const [A, B] = RD
const open = (round = A) => ({ type: 'open-round', round }) as const
const close = (round = A) => ({ type: 'close-round', round }) as const
const move = (round = A) => ({ type: 'move-round', round }) as const
const run = (round = A) => ({ type: 'run-round', round }) as const
const end = (round = A) => ({ type: 'end-round', round }) as const
const pick = (table = TABLES[0], round = A) => ({ type: 'pick-table', round, table }) as const
const phase = (b: ReturnType<typeof bench>, round = A) => b.show.rounds[round]?.phase

test('R1 open, close, again, move, run, end; done already is no change; backwards is refused', () => {
  const b = bench()
  expect(b.does(close()), 'not open yet').toBe('round-wrong-phase')
  for (const command of [open(), close(), open(), close()]) expect(b.does(command)).toHaveLength(1)
  expect(b.does(close())).toEqual([])
  expect(b.does(move())).toEqual(['stage-loaded', 'round-moved'])
  expect(b.does(open())).toBe('round-wrong-phase')
  expect(b.does(run(), MINUTE)).toEqual(['round-ran'])
  expect(b.does(move(), MINUTE)).toBe('round-wrong-phase')
  expect(b.does(end(), 2 * MINUTE)).toEqual(['round-ended'])
  expect(b.does(open(), 2 * MINUTE)).toBe('round-over')
  expect(b.does({ type: 'open-round', round: 'rnd-zzzz' as never })).toBe('unknown')
  expect(bench().does(run()), 'steps may be skipped').toEqual(['stage-loaded', 'round-ran'])
})

test('R2 a round never opens, moves or starts while the pitches before it run', () => {
  const b = bench()
  b.does(open())
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  expect(phase(b), 'loaded is not running').toBe('open')
  b.does({ type: 'start-clock', stage })
  for (const command of [open(B), move(), run()]) expect(b.does(command)).toBe('pitches-running')
  expect(b.does(close())).toEqual(['round-closed'])
  expect(b.does(end(B))).toEqual(['round-ended'])
  const byItself = bench({ byItself: true })
  byItself.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  byItself.does({ type: 'start-clock', stage })
  byItself.does({ type: 'pause-clock', stage }, SECOND)
  expect(byItself.ticks(5 * 60 * MINUTE)).toBe(0)
  expect(phase(byItself)).toBe('planned')
})

test('R3 one round of a session at a time', () => {
  const b = bench()
  b.does(move())
  expect(b.does(move(B))).toBe('round-running')
  expect(b.does(run(B))).toBe('round-running')
  expect(b.does(open(B)), 'the next may be chosen meanwhile').toEqual(['round-opened'])
  b.does(end(), MINUTE)
  expect(b.does(move(B), MINUTE)).toEqual(['round-moved'])
})

test('R4 by itself: choosing opens and closes before the move, then the lengths run', () => {
  const b = bench({ byItself: true })
  b.does({ type: 'load-item', stage, segment: ROUNDS, pitch: null })
  b.ticks(0)
  expect([phase(b), phase(b, B)], 'the whole session at once').toEqual(['open', 'open'])
  const moves = 5 * MINUTE
  b.ticks(moves - MINUTE - 1)
  expect(phase(b)).toBe('open')
  b.ticks(moves - MINUTE)
  expect(phase(b)).toBe('closed')
  b.ticks(moves)
  expect(phase(b)).toBe('moving')
  b.ticks(moves + 2 * MINUTE)
  expect(phase(b)).toBe('talking')
  b.ticks(moves + 12 * MINUTE)
  expect([phase(b), phase(b, B)]).toEqual(['ended', 'moving'])
  b.ticks(moves + 24 * MINUTE)
  expect(phase(b, B)).toBe('ended')
})

test('R5 the expected time, and the planned one only when the start is fixed', () => {
  const fixed = T0 + 40 * MINUTE
  for (const [fixedStart, late] of [
    [fixed, false],
    [null, true],
  ] as const) {
    const b = bench({ fixedStart })
    const round = b.show.rounds[A]
    if (!round) throw new Error('no round')
    b.does({ type: 'start-clock', stage }, 0)
    b.does({ type: 'add-time', stage, by: 5 * MINUTE })
    const planned = fixedStart ?? T0 + 10 * MINUTE + 3 * MINUTE + MINUTE
    expect(movesAt(b.show, round, T0 + MINUTE)).toBe(late ? planned + 5 * MINUTE : planned)
  }
})

test('R5 a fixed start in the past opens nothing while the pitches are still to come', () => {
  const late = bench({ byItself: true, fixedStart: T0 + MINUTE })
  late.does({ type: 'start-clock', stage }, 0)
  late.ticks(4 * MINUTE)
  expect(phase(late), 'the talk is on, and the pitches come after it').toBe('planned')
  const unused = bench({ byItself: true, fixedStart: T0 + 40 * MINUTE })
  unused.ticks(36 * MINUTE)
  expect(phase(unused), 'nobody runs the stage').toBe('open')
})

test('R6 time is added to the phase that runs, and to nothing else', () => {
  const b = bench()
  expect(b.does({ type: 'add-round-time', round: A, by: MINUTE })).toBe('not-running')
  b.does(move())
  b.does({ type: 'add-round-time', round: A, by: MINUTE })
  expect(b.show.rounds[A]?.clock).toMatchObject({ duration: 2 * MINUTE, added: MINUTE })
  b.does({ type: 'add-round-time', round: A, by: -60 * MINUTE })
  expect(b.show.rounds[A]?.clock?.added).toBe(-2 * MINUTE)
  expect(b.does({ type: 'add-round-time', round: A, by: -MINUTE })).toEqual([])
})

test('R7 after the last round the stage goes on, ready', () => {
  const b = bench()
  b.does(run())
  expect(b.does(end(), MINUTE)).toEqual(['round-ended'])
  b.does(run(B), MINUTE)
  expect(b.does(end(B), 2 * MINUTE)).toEqual(['round-ended', 'stage-loaded'])
  expect(b.show.stages[stage]?.on).toMatchObject({ segment: LUNCH, begunAt: null })
})

test('K1 first come, first served, while choosing is open; the same again is no change', () => {
  const b = bench({ capacity: 1 })
  expect(b.does(pick(), 0, as(GUESTS[0]))).toBe('round-not-open')
  b.does(open())
  expect(b.does(pick(), 0, as(GUESTS[0]))).toEqual(['table-picked'])
  expect(b.does(pick(), 0, as(GUESTS[0]))).toEqual([])
  expect(b.does(pick(), 0, as(GUESTS[1]))).toBe('table-full')
  expect(b.does(pick(), 0), 'an organiser who is nobody here').toBe('not-allowed')
  expect(b.does(pick('tab-zzzz' as never), 0, as(GUESTS[1]))).toBe('unknown')
  b.does(close())
  expect(b.does(pick(TABLES[1]), 0, as(GUESTS[0]))).toBe('round-not-open')
})

test('K2 another pick is a switch in one step', () => {
  const b = bench()
  b.does(open())
  b.does(pick(), 0, as(GUESTS[0]))
  expect(b.does(pick(TABLES[1]), 0, as(GUESTS[0]))).toEqual(['table-picked'])
  expect(b.show.rounds[A]).toMatchObject({
    picks: { [GUESTS[0]]: TABLES[1] },
    taken: { [TABLES[1]]: 1 },
  })
  expect(b.show.rounds[A]?.taken[TABLES[0]]).toBeUndefined()
})

test('K3 a full table names what one has and where there is room', () => {
  const b = bench({ capacity: 1 })
  b.does(open())
  b.does(pick(), 0, as(GUESTS[0]))
  b.does(pick(TABLES[1]), 0, as(GUESTS[1]))
  const refused = b.refusal(pick(), as(GUESTS[1]))
  expect(refused).toMatchObject({ code: 'table-full', params: { table: 1, still: 2, room: [3] } })
  expect(b.show.rounds[A]?.picks[GUESTS[1]], 'nothing is lost').toBe(TABLES[1])
})

test('K4 leaving frees the seat; leaving nothing is no change', () => {
  const b = bench({ capacity: 1 })
  const leave = { type: 'leave-table', round: A } as const
  expect(b.does(leave, 0, as(GUESTS[0]))).toBe('round-not-open')
  b.does(open())
  expect(b.does(leave, 0, as(GUESTS[0]))).toEqual([])
  b.does(pick(), 0, as(GUESTS[0]))
  expect(b.does(leave, 0, as(GUESTS[0]))).toEqual(['table-left'])
  expect(b.does(pick(), 0, as(GUESTS[1]))).toEqual(['table-picked'])
})

test('K5 a host picks elsewhere only while a co-host stays', () => {
  const b = bench()
  b.does(open())
  expect(b.does(pick(TABLES[0]), 0, as(HOSTS[0], 'presenter'))).toBe('hosts-here')
  expect(b.does(pick(TABLES[0]), 0, as(HOSTS[1], 'presenter'))).toBe('host-on-duty')
  expect(b.does(pick(TABLES[1]), 0, as(HOSTS[0], 'presenter'))).toEqual(['table-picked'])
  expect(b.does(pick(TABLES[1]), 0, as(COHOST, 'presenter'))).toBe('host-on-duty')
  expect(b.does(pick(TABLES[1], B), 0, as(COHOST, 'presenter')), 'that round is not open').toBe(
    'round-not-open',
  )
})

test('K6 the desk moves anybody, later too, under the same limits; not once it is over', () => {
  const b = bench({ capacity: 1 })
  const seat = (person: (typeof GUESTS)[number], table: (typeof TABLES)[number] | null) =>
    ({ type: 'move-person', person, round: A, table }) as const
  b.does(run())
  expect(b.does(seat(GUESTS[0], TABLES[0]))).toEqual(['table-picked'])
  expect(b.does(seat(GUESTS[1], TABLES[0]))).toBe('table-full')
  expect(b.does(seat(GUESTS[0], null))).toEqual(['table-left'])
  expect(b.does(seat(GUESTS[0], null))).toEqual([])
  expect(b.does(seat('per-zzzz' as never, TABLES[0]))).toBe('unknown')
  b.does(end(), MINUTE)
  expect(b.does(seat(GUESTS[0], TABLES[0]))).toBe('round-over')
})

test('R4 choosing opens its time before the session is expected, and pitches that run long take none of it', () => {
  const b = bench({ byItself: true, changeover: 0 })
  const round = b.show.rounds[A]
  if (!round) throw new Error('no round')
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  b.does({ type: 'start-clock', stage })
  const opens = choosingOpensAt(b.show, segmentOfRound(b.show, round), T0)
  expect(opens, 'three minutes of pitches, five before').toBe(T0 - 2 * MINUTE)
  b.ticks(3 * MINUTE - 1)
  expect(phase(b)).toBe('planned')
  for (const minute of [1, 2, 3]) b.ticks(minute * MINUTE)
  expect(b.show.rounds[A]).toMatchObject({ phase: 'open', openedAt: T0 + 3 * MINUTE })
  expect(movesAt(b.show, b.show.rounds[A] ?? round, T0 + 3 * MINUTE)).toBe(T0 + 8 * MINUTE)
})

import { expect, test } from 'vitest'
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { seat } from '../../../server/seating/seater.ts'
import { personId, windowOf } from '../../support/seating/window.ts'

const hall = { people: 60, tables: 10, rounds: 4, seats: [4, 6], wishes: [4, 8] } as const
const large = windowOf({ ...hall, people: 1200, tables: 60, seats: [12, 12], wishes: [30, 60] }, 1)

test('the thread gives what the rules give, pins that fail and reasons included', async () => {
  const problem: SeatingProblem = {
    ...windowOf({ ...hall, groups: 8 }, 1),
    perGroup: 2,
    pins: [
      { people: [personId(1)], table: 't03', round: 'r2' },
      { people: [personId(1)], table: 't04', round: 'r2' },
    ],
    musts: [{ person: personId(2), table: 't00' }],
    mustQuota: 1,
  }
  const seating = seatWindow(problem)
  expect(seating.problems).toHaveLength(1)
  expect(new Set(seating.visits.map(({ why }) => why)).size).toBe(4)
  expect(await seat(problem)).toEqual({
    ok: true,
    done: { seating, figures: seatingFigures(problem, seating) },
  })
})

test('one that nobody waits for any more is cancelled, and the next is seated all the same', async () => {
  const gone = new AbortController()
  const cancelled = seat(large, { signal: gone.signal })
  const lost = seat(large, { longest: 1 })
  const next = seat(windowOf(hall, 2))
  gone.abort()
  expect(await cancelled).toEqual({ ok: false, why: 'cancelled' })
  expect(await lost).toEqual({ ok: false, why: 'given-up' })
  expect(await next).toMatchObject({ ok: true, done: { figures: { wishers: 60 } } })
})

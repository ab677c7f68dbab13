import { expect, test } from 'vitest'
import { may } from '#shared/show/permissions.ts'
import { as, bench, GUESTS, T0 } from '../../support/decider.ts'

const ring = { type: 'ring-bell' } as const

test('G1 the crew rings the bell; twice within a second is one ring; nobody else rings it', () => {
  const b = bench()
  expect(may(as(GUESTS[0], 'delegate'), ring)).toMatchObject({ code: 'not-allowed' })
  expect(may(as(GUESTS[0], 'stage-manager'), ring)).toBeNull()
  expect(b.does(ring, 0)).toEqual(['bell-rung'])
  expect(b.show.rungAt).toBe(T0)
  expect(b.does(ring, 999)).toEqual([])
  expect(b.does(ring, 1000)).toEqual(['bell-rung'])
  expect(b.show.rungAt).toBe(T0 + 1000)
})

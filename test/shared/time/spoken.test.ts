import { expect, test } from 'vitest'
import { fromNow, length } from '#shared/time/spoken.ts'

test.each([
  [45, '45 seconds'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [95, '1 minute 35 seconds'],
  [120, '2 minutes'],
  [150, '2 minutes 30 seconds'],
  [157, '3 minutes'],
  [630, '11 minutes'],
  [3900, '1 hour 5 minutes'],
])('a length of %i s is said as “%s”', (seconds, words) => {
  expect(length(seconds * 1000)).toBe(words)
  expect(length(-seconds * 1000)).toBe(words)
})

test('a moment is said to the next minute', () => {
  expect(fromNow(150_000)).toBe('in 3 minutes')
  expect(fromNow(-95_000)).toBe('2 minutes ago')
  expect(fromNow(1_000)).toBe('now')
})

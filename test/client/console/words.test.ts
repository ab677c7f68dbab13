import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { distanceLevel, distanceWords, nextFixed, overtime } from '#shared/words/console-run.ts'

describe('the distance to plan in words', () => {
  it.each([
    [0, 'On time', 'on-time'],
    [29 * SECOND, 'On time', 'on-time'],
    [-29 * SECOND, 'On time', 'on-time'],
    [30 * SECOND, '1 minute late', 'late'],
    [89 * SECOND, '1 minute late', 'late'],
    [4 * MINUTE, '4 minutes late', 'late'],
    [-4 * MINUTE - 20 * SECOND, '4 minutes early', 'early'],
    [10 * MINUTE, '10 minutes late', 'very-late'],
    [59 * MINUTE + 40 * SECOND, '1 hour late', 'very-late'],
    [HOUR + 5 * MINUTE, '1 hour 5 minutes late', 'very-late'],
    [-2 * HOUR, '2 hours early', 'early'],
  ])('%d ms: %s', (late, words, level) => {
    expect(distanceWords(late)).toBe(words)
    expect(distanceLevel(late)).toBe(level)
  })

  it('says whether the next fixed start still holds', () => {
    const lunch = Date.UTC(2026, 10, 24, 12, 30)
    expect(nextFixed('Lunch', lunch, lunch + 10 * SECOND, 'Europe/London')).toBe(
      'Lunch at 12:30 still holds.',
    )
    expect(nextFixed('Lunch', lunch, lunch + 8 * MINUTE, 'Europe/Berlin')).toBe(
      'Lunch at 13:30 moves to 13:38.',
    )
  })

  it('counts over time upwards with a plus', () => {
    expect(overtime('\u22120:21')).toBe('+0:21')
    expect(overtime('0:21')).toBe('0:21')
  })
})

import type { Instant, LocalDate, Ms } from './instant.ts'

/** One segment as planning sees it. Structural, so that the rule book and every screen use the same sum. */
export interface PlanItem {
  id: string
  day: LocalDate
  /** planned length, ms */
  length: Ms
  /** a chosen start; null follows from what is before it */
  fixedStart: Instant | null
  actualStart: Instant | null
  actualEnd: Instant | null
  /** ms still to run at `now`; only of the segment that is on stage */
  left?: Ms
}

export interface PlanTimes {
  plannedStart: Instant
  plannedEnd: Instant
  expectedStart: Instant
  expectedEnd: Instant
}

/**
 * Planned times follow from order and lengths; expected times follow the real course.
 * A day begins at its first fixed start, and `dayStart(day)` where it has none. An item that the show
 * went past without starting it takes no more time.
 */
export function planTimes(
  items: readonly PlanItem[],
  now: Instant,
  dayStart: (day: LocalDate) => Instant,
): Map<string, PlanTimes> {
  const times = new Map<string, PlanTimes>()
  let planned: Instant | null = null
  let expected: Instant | null = null
  let day: LocalDate | null = null
  // What is on stage has been gone to, also before its clock runs.
  const reached = items.findLastIndex(
    (item) => item.actualStart !== null || item.left !== undefined,
  )
  for (const [index, item] of items.entries()) {
    if (item.day !== day) {
      planned = expected = null
      day = item.day
    }
    const plannedStart: Instant = item.fixedStart ?? planned ?? dayStart(item.day)
    const plannedEnd: Instant = plannedStart + item.length
    const earliest: Instant =
      expected === null ? plannedStart : Math.max(expected, item.fixedStart ?? expected)
    const passedOver = item.actualStart === null && index < reached
    const expectedStart: Instant =
      item.actualStart ?? (passedOver ? earliest : Math.max(earliest, now))
    const expectedEnd: Instant =
      item.actualEnd ??
      (passedOver
        ? expectedStart
        : item.actualStart === null
          ? expectedStart + item.length
          : now + Math.max(0, item.left ?? 0))
    times.set(item.id, { plannedStart, plannedEnd, expectedStart, expectedEnd })
    planned = plannedEnd
    expected = expectedEnd
  }
  return times
}

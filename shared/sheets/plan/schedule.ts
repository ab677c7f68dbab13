import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'
import { clockTime, dayName, instantOf, localDateOf } from '#shared/time/zone.ts'
import { count, list, quote } from '#shared/sheets/text.ts'
import type { ForeignSession, ReadSchedule } from '#shared/sheets/schedule/types.ts'
import type { FilePlan } from './plan.ts'
import { goneFrom } from './schedule-gone.ts'
import { Items } from './schedule-items.ts'
import { type Known, matchSessions, type RefMatches, refMatches } from './schedule-match.ts'
import { inOrderOfStart } from './schedule-order.ts'
import { plannedTimes, settle } from './schedule-settle.ts'
import { sideBySide } from './schedule-parallel.ts'
import { Speakers } from './schedule-speakers.ts'
import { Stages } from './schedule-stages.ts'
import type { RowPlan, Work } from './work.ts'

/** So many days and commands an event takes (CreateShow, BatchSchema). */
const MOST_DAYS = 14
const MOST_COMMANDS = 20_000

export interface Dated {
  session: ForeignSession
  /** by the event's clocks */
  start: Instant
  day: LocalDate
  /** ms */
  length: Ms
  plan: RowPlan
}

/**
 * What another tool's schedule makes of an event: rooms become stages, sessions items that start when
 * the file says. What came in with an older file is known by its ref. Nothing is taken out.
 */
export function planSchedule(
  work: Work,
  read: ReadSchedule,
  file: FilePlan,
  planOf: (line: number) => RowPlan,
): void {
  const { zone } = work.show
  const byRef = refMatches(work.show, read.schedule.sessions)
  const items = read.schedule.sessions.flatMap((session, index): Dated[] => {
    // Pitches are changed and ordered in their block, not one by one.
    if (byRef.pitchOf(session.ref)) return []
    const { at, day, time } = session.start
    const start = at ?? instantOf(day, time, zone)
    const { length } = session
    return [{ session, start, length, day: localDateOf(start, zone), plan: planOf(index + 1) }]
  })
  const planned = items.filter(({ session }) => session.status === 'planned')
  if (read.schedule.zone !== zone) file.problems.push(...otherClocks(planned, zone))
  const times = plannedTimes(work.show)
  for (const item of items) {
    const segment = byRef.found.get(item.session)
    if (segment) settle(item, segment, times)
  }
  if (!daysFit(work, planned, file)) return
  const stages = new Stages(work, planned, byRef)
  const known = matchSessions(work.show, items, byRef, (item) => stages.known(item.session.room))
  for (const [item, segment] of known) settle(item, segment, times)
  // Before anything comes in: what is new is not gone.
  file.gone.push(...goneFrom(work.show, read, byRef, known))
  addDays(work, planned, file)
  const speakers = new Speakers(work)
  const plans = new Items(work, stages, speakers, times)
  for (const item of items) {
    const segment = known.get(item) ?? null
    if (item.session.status === 'cancelled') cancelled(item, segment)
    else plans.plan(item, segment)
  }
  plans.keepStarts()
  inOrderOfStart(work, plans.done)
  stayingOut(read, byRef, planOf)
  file.notes.push(...stages.notes(), ...speakers.notes(), ...sideBySide(plans.done, file))
  if (work.commands.length > MOST_COMMANDS)
    file.problems.push({
      line: null,
      field: null,
      blocks: true,
      words: `This would be ${work.commands.length} changes at once; ${MOST_COMMANDS} are the most. Split the file.`,
    })
}

/** A file of another zone is right, and yet people look twice when 09:00 comes out as 10:00. */
function otherClocks(items: readonly Dated[], zone: string): FilePlan['problems'] {
  const other = items.filter(
    ({ session, start }) =>
      session.start.at !== null && clockTime(start, zone) !== session.start.time.slice(0, 5),
  )
  const [first] = other
  if (!first) return []
  const { title, start } = first.session
  const words = `The times of ${count(other.length, 'item')} are by other clocks than this event’s (${zone}): ${start.time.slice(0, 5)} in the file is ${clockTime(first.start, zone)} here (${quote(title)}).`
  return [{ line: null, field: 'start', blocks: false, words }]
}

const daysWith = (work: Work, items: readonly Dated[]): LocalDate[] =>
  [...new Set([...work.show.days, ...items.map(({ day }) => day)])].toSorted()

function daysFit(work: Work, items: readonly Dated[], file: FilePlan): boolean {
  const days = daysWith(work, items)
  if (days.length <= MOST_DAYS) return true
  const own = [...new Set(items.map(({ day }) => day))].toSorted()
  file.problems.push({
    line: null,
    field: 'day',
    blocks: true,
    words: `The file has items on ${count(own.length, 'day')}, from ${own[0] ?? ''} to ${own.at(-1) ?? ''}. With those of the event that is ${days.length} days, and an event has ${MOST_DAYS} at most.`,
  })
  return false
}

function addDays(work: Work, items: readonly Dated[], file: FilePlan): void {
  const before = work.show.days
  const days = daysWith(work, items)
  const added = days.filter((day) => !before.includes(day))
  const first = items.find(({ day }) => added.includes(day))
  if (!first || !work.send(first.plan, { type: 'change-days', days })) return
  file.notes.push(
    `${list(added.map((day) => `${dayName(day)} (${day})`))} ${added.length === 1 ? 'becomes a day' : 'become days'} of the event.`,
  )
}

function cancelled({ plan }: Dated, known: Known): void {
  plan.leftOut = true
  plan.says.push(
    known
      ? 'It is cancelled in the file and still in the programme. If it does not take place, remove it under Programme.'
      : 'It is cancelled, so it stays out.',
  )
}

/** What has lost its time in the file stays as it is in the event. */
function stayingOut(
  read: ReadSchedule,
  { bySegmentRef }: RefMatches,
  planOf: (line: number) => RowPlan,
): void {
  for (const { line, ref, words } of read.leftOut) {
    const plan = planOf(line)
    plan.leftOut = true
    plan.says.push(words)
    if (bySegmentRef(ref))
      plan.says.push('It is in the programme already, and stays there as it was.')
  }
}

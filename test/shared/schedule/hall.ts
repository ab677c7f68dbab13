import { stageTimes } from '#shared/show/course.ts'
import type { ImportPlan } from '#shared/sheets/plan/plan.ts'
import type { RowPlan } from '#shared/sheets/plan/work.ts'
import type { Segment } from '#shared/show/state.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { Hall } from '../plan/support.ts'
import { event, type JsonEvent, jsonOf } from './support.ts'

export type Rooms = Record<string, JsonEvent[]>
export const at = (time: string, day = '2026-06-28'): string => `${day}T${time}:00+01:00`
export const file = (rooms: Rooms) => [['schedule.json', jsonOf(rooms)]] as const
export const dry = (hall: Hall, rooms: Rooms): ImportPlan => hall.plan(file(rooms))
export function take(hall: Hall, rooms: Rooms): ImportPlan {
  const plan = dry(hall, rooms)
  if (plan.blocked) throw new Error(JSON.stringify(plan.files[0]?.problems))
  if (plan.commands.length > 0) hall.do(...plan.commands)
  return plan
}
export const rows = (plan: ImportPlan): RowPlan[] => plan.files[0]?.rows ?? []
export const said = (plan: ImportPlan): Record<string, string> =>
  Object.fromEntries(
    rows(plan).flatMap(({ label, says }) => (says.length ? [[label, says.join(' ')]] : [])),
  )
export const problems = (plan: ImportPlan): string[] =>
  plan.files.flatMap((one) => [
    ...one.problems.map(({ words }) => words),
    ...one.rows.flatMap((row) => row.problems.map(({ words }) => words)),
  ])
/** `10:00 Talk 1` by stage, in the order of the programme. */
export const programme = (hall: Hall): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(hall.show.stages).map(({ id, name, segments }) => {
      const times = stageTimes(hall.show, id, 0)
      return [
        name,
        segments.map((one) => {
          const start = clockTime(times.get(one)?.plannedStart ?? 0, hall.show.zone)
          return `${start} ${hall.show.segments[one]?.title}`
        }),
      ]
    }),
  )
export const named = (hall: Hall, title: string): Segment => {
  const segment = Object.values(hall.show.segments).find((one) => one.title === title)
  if (!segment) throw new Error(`no ${title}`)
  return segment
}
export const speakersOf = (hall: Hall, title: string): string[] =>
  named(hall, title).speakers.map((id) => hall.people.get(id)?.name ?? '')
export const jo = { id: 1, public_name: 'Jo Ellis' }
export const zoe = { id: 2, public_name: 'Zoë Li' }

export const talks: Rooms = {
  Hall: [
    event(2, { title: 'Second', date: at('11:00') }),
    event(1, { title: 'First', date: at('10:00'), persons: [jo], abstract: 'All of it.' }),
  ],
  'Room 2': [
    event(3, {
      title: 'Third',
      date: at('10:00'),
      type: 'panel',
      persons: [jo, zoe],
      state: 'unconfirmed',
    }),
    event(4, { title: 'Lunch', date: at('12:00'), duration: '01:00' }),
  ],
}

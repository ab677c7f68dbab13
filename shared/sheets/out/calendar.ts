import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { OUT } from '#shared/words/out.ts'
import type { People } from '#shared/sheets/plan/work.ts'
import { list } from '#shared/sheets/text.ts'
import { type EventsOptions, type OutEvent, programmeEvents } from './events.ts'
import { plannedRounds, type PlannedRound } from './rounds.ts'
import { cleanLine } from './text.ts'

/** One entry of a calendar, before it is written as iCalendar. */
export interface CalendarEntry {
  /** id of what it stands for, in the show */
  id: string
  /** the same in every file; `<id>@<show>` */
  uid: string
  start: Instant
  /** null: it takes no time */
  end: Instant | null
  summary: string
  description: string
  location: string
  status: 'confirmed' | 'tentative' | 'cancelled'
}

export const uidOf = (show: ReadShow, id: string): string => `${id}@${show.id}`

/** The programme as calendar entries, one for each item: pitches and rounds are told in their item's text. */
export function programmeEntries(
  show: ReadShow,
  people: People,
  shown: EventsOptions['shown'],
): CalendarEntry[] {
  const pitches = Map.groupBy(
    programmeEvents(show, people, { shown, pitches: 'each' }).filter(isPitch),
    ({ id }) => show.pitches[id]?.block,
  )
  const rounds = Map.groupBy(plannedRounds(show), ({ segment }) => segment.id)
  return programmeEvents(show, people, { shown, pitches: 'together' }).map((event) => {
    const segment = Object.values(show.segments).find(({ id }) => id === event.id)
    const lines = [
      event.confirmed ? '' : OUT.unconfirmed,
      event.summary,
      event.people.length === 0 ? '' : OUT.with(list(event.people.map(({ name }) => name))),
      ...(segment ? (pitches.get(segment.id) ?? []) : []).map((each) => pitchLine(each, show.zone)),
      ...(segment ? (rounds.get(segment.id) ?? []) : []).map((each) => roundLine(each, show.zone)),
      segment?.tablesOpen ? OUT.tablesOpen : '',
    ]
    return {
      id: event.id,
      uid: uidOf(show, event.id),
      start: event.start,
      end: event.end > event.start ? event.end : null,
      summary: event.title,
      description: lines.filter((line) => line !== '').join('\n'),
      location: placeOf(show, event.stage.name),
      status: event.confirmed ? 'confirmed' : 'tentative',
    }
  })
}

type PitchEvent = OutEvent & { id: keyof ReadShow['pitches'] }
const isPitch = (event: OutEvent): event is PitchEvent => event.kind === 'pitch'

function pitchLine({ start, title, subtitle, people }: OutEvent, zone: string): string {
  const who = [...people.map(({ name }) => name), subtitle].filter((each) => each !== '')
  return OUT.pitch(clockTime(start, zone), title, who.join(', '))
}

function roundLine({ round, number, moves, talks, ends }: PlannedRound, zone: string): string {
  const at = (time: Instant): string => clockTime(time, zone)
  return round.free
    ? OUT.freeRound(number, at(talks), at(ends))
    : OUT.round(number, at(moves), at(talks), at(ends))
}

/** `Main stage, Town Hall, Huddersfield` */
export const placeOf = (show: ReadShow, ...parts: string[]): string =>
  [...parts, show.place]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(', ')

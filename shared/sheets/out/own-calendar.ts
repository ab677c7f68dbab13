import { placed } from '#shared/show/choosing/seats.ts'
import { stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Table } from '#shared/show/state.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { clockTime } from '#shared/time/zone.ts'
import { OUT } from '#shared/words/out.ts'
import type { People } from '#shared/sheets/plan/work.ts'
import { list } from '#shared/sheets/text.ts'
import { type CalendarEntry, placeOf, uidOf } from './calendar.ts'
import { type EventsOptions, programmeEvents } from './events.ts'
import { plannedRounds, type PlannedRound } from './rounds.ts'
import { clean, cleanLine } from './text.ts'

type ReadTable = DeepReadonly<Table>
type Bare = Omit<CalendarEntry, 'uid' | 'status'>

/**
 * One person's own day: the programme, their tables round by round, the times they host, pitch and speak.
 * Whoever hosts a table and chose another for a round is a guest there. Names hosts, and no other guest.
 * `programme`: the entries of the whole calendar, which are the same entries here.
 */
export function ownEntries(
  show: ReadShow,
  people: People,
  person: PersonId,
  { shown, programme }: { shown: EventsOptions['shown']; programme: readonly CalendarEntry[] },
): CalendarEntry[] {
  const own = [
    ...onStage(show, people, person, shown),
    ...atTables(show, people, person, shown),
    ...atOpenTables(show, person, shown),
  ].map((entry): CalendarEntry => ({
    ...entry,
    // Two people's days in one family's calendar are two.
    uid: uidOf(show, `${entry.id}.${person}`),
    status: 'confirmed',
  }))
  return [...programme, ...own].sort((a, b) => a.start - b.start)
}

function atTables(
  show: ReadShow,
  people: People,
  person: PersonId,
  shown: EventsOptions['shown'],
): Bare[] {
  const hosted = show.people[person]?.hosts ?? null
  return plannedRounds(show).flatMap((planned): Bare[] => {
    const { round, segment, talks: start, ends: end } = planned
    if (!shown(segment)) return []
    const pick = round.picks[person]
    const own = tableOf(show, pick ?? hosted)
    if (!own) return []
    const table = placed(own, round, (id) => show.tables[id])
    const title = titleAt(show, table)
    const words = pick === undefined ? OUT.hostTable : OUT.table
    return [
      {
        id: round.id,
        start,
        end,
        summary: words(table.number, title),
        description: tableText(show, people, planned, pick === undefined ? null : table),
        location: tablePlace(show, table),
      },
    ]
  })
}

/** `guestAt`: the table where they are a guest, and so want to know who hosts it. */
function tableText(
  show: ReadShow,
  people: People,
  { round, segment, number, moves }: PlannedRound,
  guestAt: ReadTable | null,
): string {
  const hosts = (guestAt?.hosts ?? [])
    .filter((host) => round.picks[host] === undefined)
    .map((host) => cleanLine(people.get(host)?.name ?? ''))
    .filter((name) => name !== '')
  const innovation = guestAt?.innovation ? show.innovations[guestAt.innovation] : undefined
  return [
    hosts.length === 0 ? '' : OUT.hosts(list(hosts)),
    clean(innovation?.summary ?? ''),
    OUT.roundOf(number, cleanLine(segment.title)),
    OUT.goFrom(clockTime(moves, show.zone)),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function atOpenTables(show: ReadShow, person: PersonId, shown: EventsOptions['shown']): Bare[] {
  const table = tableOf(show, show.people[person]?.hosts ?? null)
  if (!table) return []
  return Object.values(show.stages).flatMap((stage) => {
    const times = stageTimes(show, stage.id, 0)
    return stage.segments.flatMap((id): Bare[] => {
      const segment = show.segments[id]
      const planned = times.get(id)
      if (!segment?.tablesOpen || segment.kind === 'rounds' || !planned || !shown(segment))
        return []
      return [
        {
          id,
          start: planned.plannedStart,
          end: planned.plannedEnd,
          summary: OUT.hostTable(table.number, titleAt(show, table)),
          description: OUT.walkUp(cleanLine(segment.title)),
          location: tablePlace(show, table),
        },
      ]
    })
  })
}

const onStage = (
  show: ReadShow,
  people: People,
  person: PersonId,
  shown: EventsOptions['shown'],
): Bare[] =>
  programmeEvents(show, people, { shown, pitches: 'each' })
    .filter((event) => event.people.some(({ id }) => id === person))
    .map(({ id, kind, title, summary, stage, start, end }) => ({
      // A speaker may host a table meanwhile: those are two entries.
      id: `${id}.stage`,
      start,
      end: end > start ? end : null,
      summary: kind === 'pitch' ? OUT.yourPitch(title) : OUT.youSpeak(title),
      description: summary,
      location: placeOf(show, stage.name),
    }))

const tableOf = (show: ReadShow, id: TableId | null): ReadTable | null =>
  id === null ? null : (show.tables[id] ?? null)

const titleAt = (show: ReadShow, { innovation }: ReadTable): string =>
  cleanLine(innovation === null ? '' : (show.innovations[innovation]?.title ?? ''))

const tablePlace = (show: ReadShow, { number, zone, place }: ReadTable): string =>
  placeOf(show, OUT.tableIn(number), zone === '' ? '' : OUT.zone(zone), place)

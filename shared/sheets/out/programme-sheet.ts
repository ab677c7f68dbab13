import { stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Round, Segment } from '#shared/show/state.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import { localDateOf } from '#shared/time/zone.ts'
import type { People } from '#shared/sheets/plan/work.ts'
import type { Cell } from '#shared/sheets/write.ts'
import { lengthCell, listCell, nameColumns } from './cells.ts'
import type { Sheet } from './sheet.ts'

type ReadSegment = DeepReadonly<Segment>
type ReadRound = DeepReadonly<Round>

const COMMON = ['Day', 'Start', 'Fixed start', 'Length', 'Kind', 'Title', 'Stage']
const TEXTS = ['Summary', 'Notes for the crew', 'Confirmed', 'Tables open']
const RULES = [
  'Warn at',
  'Danger at',
  'Pitch length',
  'Changeover',
  'By itself',
  'Rounds',
  'Move',
  'Talk',
  'Walk up',
  'Choosing',
  'Opens before',
  'Closes before',
]

/**
 * The whole programme under the names that our own import reads, with all that people plan of it, the
 * notes for the crew too. Loaded again unchanged, it changes nothing.
 */
export function programmeSheet(show: ReadShow, people: People): Sheet {
  const speakersOf = ({ speakers }: ReadSegment): string[] =>
    speakers.flatMap((id) => people.get(id)?.name ?? [])
  const names = nameColumns('Speaker', Object.values(show.segments).map(speakersOf))
  const rows = Object.values(show.stages).flatMap((stage) => {
    const times = stageTimes(show, stage.id, 0)
    return stage.segments.flatMap((id) => {
      const segment = show.segments[id]
      const start = times.get(id)?.plannedStart
      if (!segment || start === undefined) return []
      const cells: Cell[] = [
        segment.day,
        startCell(start, segment.day, show.zone),
        segment.fixedStart !== null,
        lengthOf(segment),
        segment.kind.replace('-', ' '),
        segment.title,
        stage.name,
        segment.summary,
        segment.notes,
        segment.confirmed,
        segment.tablesOpen,
        ...names.cells(speakersOf(segment)),
        ...rulesOf(show, segment),
        segment.id,
      ]
      return [{ day: segment.day, cells }]
    })
  })
  return {
    header: [...COMMON, ...TEXTS, ...names.header, ...RULES, 'Item id'],
    rows: show.days.flatMap((day) =>
      rows.filter((row) => row.day === day).map(({ cells }) => cells),
    ),
  }
}

/** By the clocks in the hall; what begins after midnight follows from what is before it. */
function startCell(start: Instant, day: string, zone: string): string {
  if (localDateOf(start, zone) !== day) return ''
  const time = isoWithOffset(start, zone).slice(11, 19)
  return time.endsWith(':00') ? time.slice(0, 5) : time
}

const lengthOf = ({ kind, length }: ReadSegment): string =>
  length !== null ? lengthCell(length) : kind === 'pitch-block' ? 'by its pitches' : 'by its rounds'

/** In the order of `RULES`; blank where a kind knows none. */
function rulesOf(show: ReadShow, segment: ReadSegment): Cell[] {
  const points = 'warnAt' in segment ? [segment.warnAt, segment.dangerAt].map(lengthCell) : ['', '']
  if (segment.kind === 'pitch-block') {
    const { pitchLength, changeover, byItself } = segment
    const none = ['', '', '', '', '', '', '']
    return [...points, lengthCell(pitchLength), lengthCell(changeover), byItself, ...none]
  }
  if (segment.kind !== 'rounds') return [...points, '', '', '', '', '', '', '', '', '', '']
  const rounds = segment.rounds.flatMap((id) => show.rounds[id] ?? [])
  return [
    ...points,
    '',
    '',
    segment.byItself,
    rounds.length,
    listCell(rounds.map(({ move }) => lengthCell(move))),
    listCell(rounds.map(({ talk }) => lengthCell(talk))),
    listCell(rounds.map(({ free }) => (free ? 'yes' : 'no'))),
    choosingCell(rounds),
    lengthCell(segment.opensBefore),
    lengthCell(segment.closesBefore),
  ]
}

/** As our own import reads it. */
function choosingCell(rounds: readonly Pick<ReadRound, 'free' | 'window'>[]): Cell {
  if (rounds.some(({ window }) => window !== null)) return 'wishes'
  return rounds.length > 0 && rounds.every(({ free }) => free) ? 'walk up' : 'first come'
}

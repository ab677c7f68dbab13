import { stageTimes } from '#shared/show/course.ts'
import { roundNumber, segmentOfRound } from '#shared/show/round-course.ts'
import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import type { People } from '#shared/views/common.ts'
import { clockRecord, type RecordLine } from '#shared/views/console.ts'
import { hms, moment, type Sheet } from './sheet.ts'

interface Line {
  segment: SegmentId
  innovation: string
  part: string
  begunAt: Instant
  endedAt: Instant
  planned: Ms
  /** null: not kept */
  added: Ms | null
  ran: Ms
}

const PARTS: Record<RecordLine['phase'], string> = {
  item: 'Item',
  pitch: 'Pitch',
  changeover: 'Changeover',
}

/** Everything that ran, in order: when it was planned, when it was, and how far over it went. */
export function clockSheet(show: ReadShow, _people: People, now: Instant): Sheet {
  const plannedStart = new Map(
    Object.values(show.stages).flatMap(({ id }) =>
      [...stageTimes(show, id, now)].map(([segment, times]) => [segment, times.plannedStart]),
    ),
  )
  const { zone } = show
  const rows = [...onStage(show), ...rounds(show)]
    .sort((a, b) => a.begunAt - b.begunAt)
    .map(({ segment: id, innovation, part, begunAt, endedAt, planned, added, ran }) => {
      const segment = show.segments[id]
      return [
        segment ? (show.stages[segment.stage]?.name ?? '') : '',
        segment?.title ?? '',
        part,
        innovation,
        moment(plannedStart.get(id) ?? null, zone),
        moment(begunAt, zone),
        moment(endedAt, zone),
        hms(planned),
        hms(added),
        hms(ran),
        hms(Math.max(0, ran - planned - (added ?? 0))),
      ]
    })
  return {
    header: [
      'Stage',
      'Item',
      'Part',
      'Innovation',
      `Item planned for (${zone})`,
      `Began (${zone})`,
      `Ended (${zone})`,
      'Planned length',
      'Added',
      'Ran',
      'Over',
    ],
    rows,
  }
}

const onStage = (show: ReadShow): Line[] =>
  clockRecord(show)
    // A rounds item is told by its rounds.
    .filter(({ segment }) => show.segments[segment]?.kind !== 'rounds')
    .map(({ innovation, phase, ...line }) => ({
      ...line,
      innovation: innovation === null ? '' : (show.innovations[innovation]?.title ?? ''),
      part: PARTS[phase],
    }))

const rounds = (show: ReadShow): Line[] =>
  Object.values(show.rounds).flatMap((round) => {
    const number = roundNumber(show, round)
    return [
      ...roundPart(
        show,
        round,
        `Round ${number}, moving`,
        round.movedAt,
        round.talkedAt,
        round.move,
      ),
      ...roundPart(
        show,
        round,
        `Round ${number}, talking`,
        round.talkedAt,
        round.endedAt,
        round.talk,
      ),
    ]
  })

function roundPart(
  show: ReadShow,
  round: DeepReadonly<Round>,
  part: string,
  begunAt: Instant | null,
  endedAt: Instant | null,
  planned: Ms,
): Line[] {
  if (begunAt === null || endedAt === null) return []
  const { id: segment } = segmentOfRound(show, round)
  const ran = endedAt - begunAt
  return [{ segment, innovation: '', part, begunAt, endedAt, planned, added: null, ran }]
}

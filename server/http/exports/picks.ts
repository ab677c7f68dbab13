import type { DeepReadonly, ReadShow, Round, Segment, Table } from '#shared/show/state.ts'
import type { PersonId, RoundId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { stageTimes } from '#shared/show/course.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import { byText, moment, type Sheet } from './sheet.ts'

/** Who sits where: round by round, table by table, hosts first. */
export function picksSheet(show: ReadShow, people: People, now: Instant): Sheet {
  const planned = plannedStarts(show, now)
  const tables = Object.values(show.tables).sort((a, b) => a.number - b.number)
  const rows = roundsOf(show).flatMap(({ segment, round, number }) =>
    tables.flatMap((table) =>
      seated(people, round, table).map(({ id, hosting }): Cell[] => {
        const { name = '', organisation = '', jobTitle = '' } = people.get(id) ?? {}
        return [
          segment.title,
          number,
          moment(round.movedAt ?? round.talkedAt ?? planned.get(round.id) ?? null, show.zone),
          table.number,
          table.zone,
          table.place,
          table.innovation === null ? '' : (show.innovations[table.innovation]?.title ?? ''),
          name,
          organisation,
          jobTitle,
          hosting,
        ]
      }),
    ),
  )
  return {
    header: [
      'Item',
      'Round',
      `Begins (${show.zone})`,
      'Table number',
      'Zone',
      'Place',
      'Innovation',
      'Name',
      'Organisation',
      'Job title',
      'Host',
    ],
    rows,
  }
}

/** By the programme; a round that has begun says itself when it did. */
function plannedStarts(show: ReadShow, now: Instant): Map<RoundId, Instant> {
  const starts = new Map<RoundId, Instant>()
  for (const { id, segments } of Object.values(show.stages)) {
    const times = stageTimes(show, id, now)
    for (const segmentId of segments) {
      const segment = show.segments[segmentId]
      let at = times.get(segmentId)?.plannedStart ?? null
      for (const round of segment?.kind === 'rounds' ? segment.rounds : []) {
        const held = show.rounds[round]
        if (at === null || !held) continue
        starts.set(round, at)
        at += held.move + held.talk
      }
    }
  }
  return starts
}

type ReadRound = DeepReadonly<Round>

function roundsOf(
  show: ReadShow,
): { segment: DeepReadonly<Segment>; round: ReadRound; number: number }[] {
  return Object.values(show.stages)
    .flatMap((stage) => stage.segments)
    .flatMap((id) => {
      const segment = show.segments[id]
      if (segment?.kind !== 'rounds') return []
      return segment.rounds.flatMap((one, index) => {
        const round = show.rounds[one]
        return round ? [{ segment, round, number: index + 1 }] : []
      })
    })
}

/** A host who chose another table in this round is a guest there and no host here. */
function seated(
  people: People,
  round: ReadRound,
  table: DeepReadonly<Table>,
): { id: PersonId; hosting: boolean }[] {
  const name = (id: PersonId): string => people.get(id)?.name ?? ''
  const hosts = table.hosts.filter((id) => round.picks[id] === undefined)
  const guests = (Object.keys(round.picks) as PersonId[]).filter(
    (id) => round.picks[id] === table.id,
  )
  const sorted = (ids: PersonId[]): PersonId[] => ids.sort((a, b) => byText(name(a), name(b)))
  return [
    ...sorted([...hosts]).map((id) => ({ id, hosting: true })),
    ...sorted(guests).map((id) => ({ id, hosting: false })),
  ]
}

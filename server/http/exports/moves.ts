import { seatOf } from '#shared/show/choosing/seats.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { roundNumber } from '#shared/show/round-course.ts'
import { emptyShow, type ReadShow, type Show } from '#shared/show/state.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import type { ShowRunner } from '../../runner/types.ts'
import type { Store, StoredEvent } from '../../store/port.ts'
import { journal } from './journal.ts'
import { moment, type Sheet } from './sheet.ts'

/** Every change of somebody's seat, in the order in which it happened, with why; from the journal. */
export async function movesSheet(runner: ShowRunner, store: Pick<Store, 'read'>): Promise<Sheet> {
  const show = emptyShow(runner.id)
  const people = runner.people()
  const rows: Cell[][] = []
  for await (const stored of journal(runner, store)) {
    const event = stored.event as Event
    const changes = moves(show, event)
    evolve(show, event)
    for (const { round, person, from, to } of changes)
      rows.push(row(show, people, stored, { round, person, from, to }))
  }
  return {
    header: ['When', 'Item', 'Round', 'Name', 'From table', 'To table', 'Why'],
    rows,
  }
}

interface Move {
  round: RoundId
  person: PersonId
  from: TableId | null
  to: TableId | null
}

const seatIn = (show: ReadShow, id: RoundId, person: PersonId): TableId | null => {
  const round = show.rounds[id]
  return (round && seatOf(round, person)) ?? null
}

/** Whose seat an event changes, from the show as it was before it. */
function moves(show: Show, event: Event): Move[] {
  switch (event.type) {
    case 'table-picked':
    case 'waiting-promoted':
    case 'person-walked-up': {
      const { round, person, table } = event
      return [{ round, person, from: seatIn(show, round, person), to: table }]
    }
    case 'table-left':
    case 'walk-up-left': {
      const { round, person } = event
      return [{ round, person, from: seatIn(show, round, person), to: null }]
    }
    case 'seating-published':
      return (Object.keys(event.seats) as RoundId[]).flatMap((round) => {
        const after = new Map<PersonId, TableId>()
        for (const [table, people] of Object.entries(event.seats[round] ?? {}))
          for (const person of people) after.set(person, table as TableId)
        const before = show.rounds[round]?.picks ?? {}
        const both = new Set([...(Object.keys(before) as PersonId[]), ...after.keys()])
        return [...both].flatMap((person): Move[] => {
          const [from, to] = [before[person] ?? null, after.get(person) ?? null]
          return from === to ? [] : [{ round, person, from, to }]
        })
      })
    default:
      return []
  }
}

function row(
  show: ReadShow,
  people: People,
  { at, actor, event }: StoredEvent,
  { round: id, person, from, to }: Move,
): Cell[] {
  const round = show.rounds[id]
  const segment = round && show.segments[round.segment]
  const number = (table: TableId | null): Cell =>
    table === null ? '' : (show.tables[table]?.number ?? '')
  return [
    moment(at, show.zone),
    segment?.title ?? '',
    round ? roundNumber(show, round) : '',
    people.get(person)?.name ?? 'somebody who was erased',
    number(from),
    number(to),
    why(event as Event, actor, person),
  ]
}

function why(event: Event, actor: string, person: PersonId): string {
  switch (event.type) {
    case 'seating-published':
      return 'the seating was published'
    case 'waiting-promoted':
      return 'moved up from the line'
    case 'person-walked-up':
      return actor === person ? 'walked up' : 'seated by the desk'
    default:
      return actor === person ? 'their own choice' : 'by hand, or their table closed'
  }
}

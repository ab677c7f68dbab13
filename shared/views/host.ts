import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import { inProgrammeOrder } from '#shared/show/choosing/course.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { FEWEST } from '#shared/show/talk/feedback.ts'
import { noteId } from '#shared/show/talk/notes.ts'
import { hasAsked, questionId } from '#shared/show/talk/questions.ts'
import { NO_TEXTS, type Texts } from '#shared/show/talk/texts.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { People } from './common.ts'
import { mapValues } from './map-values.ts'
import { phoneMine, type PhoneMine, phoneParts, type PhoneParts } from './phone.ts'

export type HostParts = PhoneParts
export const hostParts = phoneParts

/** What a host sees of a guest: who they are, not how to reach them. */
export interface Guest {
  person: PersonId
  name: string
  organisation: string
  jobTitle: string
  /** how many rounds before this one they have been at this table */
  before: number
  /** they have said that they are at the table */
  arrived: boolean
  /** they sat down where there was room */
  walkedUp: boolean
  /** what they asked this table; '' when nothing */
  question: string
  /** this host’s own note on them, which nobody else reads; '' when there is none */
  note: string
}
export interface HostMine extends PhoneMine {
  /** who has chosen this host's table, by round, in order of name */
  guests: Readonly<Record<RoundId, readonly Guest[]>>
  /** how many were counted at it, in the rounds in which somebody counted */
  came: Readonly<Record<RoundId, number>>
  /** how many wait for a seat at it */
  lines: Readonly<Record<RoundId, number>>
  /** how many said that it was useful, and that it was not; null: too few to tell without telling who */
  foundUseful: { yes: number; no: number } | null
}

export function hostMine(
  show: ReadShow,
  people: People,
  person: PersonId,
  texts: Texts = NO_TEXTS,
): HostMine | null {
  const mine = phoneMine(show, people, person)
  if (!mine) return null
  const { hosts } = mine
  if (hosts === null) return { ...mine, guests: {}, came: {}, lines: {}, foundUseful: null }
  const rounds = Object.values(show.rounds)
  return {
    ...mine,
    guests: mapValues(guestsByRound(show, people, hosts), (guests) =>
      guests.map((guest) => ({
        ...guest,
        question: questionOf(show, texts, guest.person, hosts),
        note: texts.get(noteId(person, guest.person))?.text ?? '',
      })),
    ),
    came: Object.fromEntries(
      rounds.flatMap(({ id, came }) => (came[hosts] === undefined ? [] : [[id, came[hosts]]])),
    ),
    lines: Object.fromEntries(
      rounds.flatMap(({ id, waiting }) => {
        const line = waiting[hosts]?.length ?? 0
        return line === 0 ? [] : [[id, line]]
      }),
    ),
    foundUseful: usefulAt(show, hosts),
  }
}

/** A guest without what was written for a host's eyes alone. */
export type ComingGuest = Omit<Guest, 'question' | 'note'>

/** Who comes to a table, round by round, in order of name. */
export function guestsByRound(
  show: ReadShow,
  people: People,
  table: TableId,
): Readonly<Record<RoundId, readonly ComingGuest[]>> {
  const order = inProgrammeOrder(show, Object.keys(show.rounds) as RoundId[]).map(({ id }) => id)
  return mapValues(show.rounds, (round) => {
    const before = order.slice(0, order.indexOf(round.id)).flatMap((id) => show.rounds[id] ?? [])
    return whoIsAt(round, table)
      .map((id) => guestOf(people, id, round, before, table))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  })
}

/** What a guest asked whom the table is about; their co-hosts read the same. */
function questionOf(show: ReadShow, texts: Texts, person: PersonId, table: TableId): string {
  const innovation = show.tables[table]?.innovation
  if (innovation == null || !hasAsked(show, person, innovation)) return ''
  return texts.get(questionId(person, innovation))?.text ?? ''
}

/** If all who sat there said the same, one could tell what each of them said. */
function usefulAt(show: ReadShow, table: TableId): HostMine['foundUseful'] {
  const { yes, no } = show.useful[table]?.told ?? { yes: 0, no: 0 }
  if (yes + no < FEWEST) return null
  const sat = Object.values(show.rounds)
    .filter(({ phase }) => phase === 'ended')
    .reduce((sum, round) => sum + whoIsAt(round, table).length, 0)
  return (yes === 0 || no === 0) && yes + no >= sat ? null : { yes, no }
}

/** Who has a seat at a table in a round, or sat down there. */
const whoIsAt = (round: DeepReadonly<Round>, table: TableId): PersonId[] =>
  [...Object.entries(round.picks), ...Object.entries(round.walkUps)].flatMap(([person, at]) =>
    at === table ? [person as PersonId] : [],
  )

function guestOf(
  people: People,
  person: PersonId,
  round: DeepReadonly<Round>,
  earlier: readonly DeepReadonly<Round>[],
  table: TableId,
): Omit<Guest, 'question' | 'note'> {
  const { name = '', organisation = '', jobTitle = '' } = people.get(person) ?? {}
  return {
    person,
    name,
    organisation,
    jobTitle,
    before: earlier.filter((one) => seatOf(one, person) === table).length,
    arrived: round.arrived[person] === table,
    walkedUp: round.walkUps[person] === table,
  }
}

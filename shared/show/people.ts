import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import {
  accept,
  type Deciders,
  type Decision,
  type Evolvers,
  known,
  type PersonWrite,
  refuse,
} from './decision.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { forgetPerson } from '#shared/show/choosing/evolve.ts'
import { forgetTalk } from '#shared/show/talk/feedback.ts'
import { withoutPerson } from '#shared/show/edits/without-person.ts'
import type { PicksEvent } from './picks.ts'
import { seat } from './rounds.ts'
import type { ReadShow } from './state.ts'
import { type Actor, isCrew, type PersonId, PersonIdSchema, type Role, ROLES } from './words.ts'

const strict = { additionalProperties: false }
const Text = (maxLength: number) => Type.String({ maxLength })

export const Details = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    organisation: Text(200),
    jobTitle: Text(200),
    email: Text(254),
    ticket: Text(64),
  },
  strict,
)
const RoleSchema = Type.Union(ROLES.map((role) => Type.Literal(role)))
const RolesSchema = Type.Unsafe<Role[]>(
  Type.Array(RoleSchema, { minItems: 1, maxItems: 5, uniqueItems: true }),
)

/**
 * Adds a person or changes them. `details` go into rows that can be erased; the journal only learns
 * that they changed. `details: null` leaves them as they are.
 */
export const SavePerson = Type.Object(
  {
    type: Type.Literal('save-person'),
    person: PersonIdSchema,
    roles: RolesSchema,
    details: Type.Union([Details, Type.Null()]),
  },
  strict,
)
const of = <Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), person: PersonIdSchema }, strict)
export const CheckIn = of('check-in')
export const UndoCheckIn = of('undo-check-in')
/** Removes what we know of a person, for good: rows gone, seats and answers given up, passes worthless. */
export const ErasePerson = of('erase-person')
/** Undoes the last change of a person's details (`back`), or does the last one that was undone again. */
export const RestorePerson = Type.Object(
  {
    type: Type.Literal('restore-person'),
    person: PersonIdSchema,
    roles: RolesSchema,
    step: Type.Union([Type.Literal('back'), Type.Literal('forward')]),
  },
  strict,
)
/**
 * Undoes that a person was added: erases them if they have not been here, chosen or answered anything. The desk
 * does so only with those whom it has added itself.
 */
export const WithdrawPerson = of('withdraw-person')
/** Makes this person's links and codes worthless; new ones are printed from then on. */
export const RenewPass = of('renew-pass')

export type PeopleCommand =
  | Type.Static<typeof SavePerson>
  | Type.Static<typeof CheckIn>
  | Type.Static<typeof UndoCheckIn>
  | Type.Static<typeof ErasePerson>
  | Type.Static<typeof RenewPass>
  | Type.Static<typeof RestorePerson>
  | Type.Static<typeof WithdrawPerson>

export type PeopleEvent =
  | { type: 'person-added'; person: PersonId; roles: Role[] }
  /** what became of their details: `kept` as they were, `written` anew, or gone `back` or `forward` to what they were */
  | {
      type: 'person-changed'
      person: PersonId
      roles: Role[]
      details: 'kept' | 'written' | 'back' | 'forward'
    }
  | { type: 'person-checked-in'; person: PersonId; at: Instant }
  | { type: 'person-check-in-undone'; person: PersonId }
  | { type: 'person-erased'; person: PersonId }
  | { type: 'pass-renewed'; person: PersonId }

const onPerson = (
  show: ReadShow,
  id: PersonId,
  decide: (attendee: ReadShow['people'][PersonId]) => Decision,
) => {
  const attendee = show.people[id]
  return attendee ? decide(attendee) : refuse('unknown', { what: 'person', id }, 'person')
}

export const decidePeople: Deciders<PeopleCommand> = {
  'save-person': (show, { person, roles: asked, details }, { actor }) => {
    const present = show.people[person]
    const roles = ROLES.filter((role) => asked.includes(role))
    const gained = roles.filter((role) => !present?.roles.includes(role))
    const lost = (present?.roles ?? []).filter((role) => !roles.includes(role))
    // Roles that open the console are given by the organiser only.
    if (!actor.roles.includes('organiser') && [...gained, ...lost].some(isCrew)) {
      return refuse('not-allowed', {}, 'roles')
    }
    if (!present && !details) return refuse('unknown', { what: 'person', id: person }, 'person')
    const people: PersonWrite[] = details ? [{ put: { id: person, ...trimmed(details) } }] : []
    if (present && !details && gained.length + lost.length === 0) return accept()
    if (!present) return { ok: true, events: [{ type: 'person-added', person, roles }], people }
    const became = details ? 'written' : 'kept'
    const changed = { type: 'person-changed' as const, person, roles, details: became } as const
    return { ok: true, events: [changed], people }
  },
  'check-in': (show, { person }, { at }) =>
    onPerson(show, person, (attendee) =>
      attendee.checkedInAt === null ? accept({ type: 'person-checked-in', person, at }) : accept(),
    ),
  'undo-check-in': (show, { person }) =>
    onPerson(show, person, (attendee) =>
      attendee.checkedInAt === null ? accept() : accept({ type: 'person-check-in-undone', person }),
    ),
  'erase-person': (show, { person }) =>
    onPerson(show, person, () => ({
      ok: true,
      events: [...seatsOfTheOneLeft(show, person), { type: 'person-erased', person }],
      people: [{ erase: person }],
    })),
  'restore-person': (show, { person, roles, step }) =>
    onPerson(show, person, () => ({
      ok: true,
      events: [{ type: 'person-changed', person, roles: [...roles], details: step }],
      people: [{ restore: person, step }],
    })),
  'withdraw-person': (show, { person }, { actor }) =>
    onPerson(show, person, ({ checkedInAt, hosts, presents }) => {
      if (!actor.roles.includes('organiser') && !hasAdded(show, actor, person))
        return refuse('not-allowed')
      const sits = Object.values(show.rounds).some((round) => seatOf(round, person) !== undefined)
      const answered =
        Object.keys(show.answers[person] ?? {}).length + (show.wishes[person]?.length ?? 0) > 0
      const speaks = Object.values(show.segments).some((one) => one.speakers.includes(person))
      if (
        checkedInAt !== null ||
        sits ||
        answered ||
        hosts !== null ||
        presents.length > 0 ||
        speaks
      )
        return refuse('person-in-use', { id: person }, 'person')
      return {
        ok: true,
        events: [{ type: 'person-erased', person }],
        people: [{ erase: person }],
      }
    }),
  'renew-pass': (show, { person }) =>
    onPerson(show, person, () => accept({ type: 'pass-renewed', person })),
}

/** Did this actor put them on the list, as far back as changes are kept? */
const hasAdded = (show: ReadShow, actor: Actor, person: PersonId): boolean =>
  show.edits.some(
    ({ by, subject: { done, thing, name } }) =>
      by === actor.id && thing === 'person' && done === 'added' && name === person,
  )

/** A co-host who is left alone gives up a seat elsewhere: nobody else could hold their table in that round. */
function seatsOfTheOneLeft(show: ReadShow, person: PersonId): PicksEvent[] {
  const table = show.people[person]?.hosts ?? null
  const [first, ...others] =
    (table && show.tables[table]?.hosts.filter((id) => id !== person)) || []
  if (!table || !first) return []
  return Object.values(show.rounds).flatMap((round) => {
    if (round.phase === 'ended' || round.seats[table] === 0) return []
    const isHeld = [first, ...others].some((host) => round.picks[host] === undefined)
    return isHeld ? [] : [{ type: 'table-left' as const, round: round.id, person: first }]
  })
}

function trimmed<Fields extends Record<string, string>>(details: Fields): Fields {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, value.trim()]),
  ) as Fields
}

export const evolvePeople: Evolvers<PeopleEvent> = {
  'person-added': (show, { person, roles }) => {
    show.people[person] = {
      id: person,
      roles: [...roles],
      hosts: null,
      presents: [],
      checkedInAt: null,
      generation: 0,
    }
  },
  'person-changed': (show, { person, roles }) => {
    known(show.people, person).roles = [...roles]
  },
  'person-checked-in': (show, { person, at }) => {
    known(show.people, person).checkedInAt = at
  },
  'person-check-in-undone': (show, { person }) => {
    known(show.people, person).checkedInAt = null
  },
  'person-erased': (show, { person }) => {
    for (const round of Object.values(show.rounds)) seat(show, round.id, person, null)
    for (const table of Object.values(show.tables))
      table.hosts = table.hosts.filter((host) => host !== person)
    for (const innovation of Object.values(show.innovations)) {
      innovation.presenters = innovation.presenters.filter((presenter) => presenter !== person)
    }
    for (const segment of Object.values(show.segments))
      segment.speakers = segment.speakers.filter((speaker) => speaker !== person)
    delete show.answers[person]
    forgetPerson(show, person)
    forgetTalk(show, person)
    show.edits = withoutPerson(show.edits, person)
    delete show.people[person]
  },
  'pass-renewed': (show, { person }) => {
    known(show.people, person).generation += 1
  },
}

import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { hostedBy } from './hosting.ts'
import { roundNumber } from './round-course.ts'
import type { ReadShow } from './state.ts'
import { isCrew, type PersonId, type RoundId, RoundIdSchema, type TableId } from './words.ts'

const strict = { additionalProperties: false }
/**
 * Somebody wants the desk: a host needs help at their table, or must close it from a round on; a delegate
 * needs help to get to theirs. The same again while it waits is no change.
 */
export const CallDesk = Type.Object(
  {
    type: Type.Literal('call-desk'),
    what: Type.Union([Type.Literal('help'), Type.Literal('way'), Type.Literal('closing')]),
    /** of `closing`: the first round without this table */
    round: Type.Optional(RoundIdSchema),
  },
  strict,
)
/** Somebody has seen to it, or the caller takes it back. */
export const SettleCall = Type.Object(
  { type: Type.Literal('settle-call'), call: Type.Integer({ minimum: 1 }) },
  strict,
)

export type CallsCommand = Type.Static<typeof CallDesk> | Type.Static<typeof SettleCall>

/** Waits until somebody sees to it. */
export interface Call {
  /** the version that it came with */
  id: number
  at: Instant
  person: PersonId
  what: 'help' | 'way' | 'closing'
  /** the table that the person hosts, or has a seat at now */
  table: TableId | null
  round: RoundId | null
}
export type CallsEvent =
  | { type: 'desk-called'; call: Omit<Call, 'id'> }
  | { type: 'call-settled'; call: number }

export const decideCalls: Deciders<CallsCommand> = {
  'call-desk': (show, { what, round: id }, { actor, at }) => {
    const { person } = actor
    if (!person || !show.people[person]) return refuse('not-allowed')
    const hosts = hostedBy(show, person)
    if (what !== 'way' && hosts === null) return refuse('not-allowed')
    const round = id === undefined ? undefined : show.rounds[id]
    if (what === 'closing' && !round)
      return refuse('unknown', { what: 'round', id: id ?? '' }, 'round')
    if (what === 'closing' && round?.phase === 'ended')
      return refuse('round-over', { round: roundNumber(show, round) })
    const about = what === 'closing' ? (id ?? null) : null
    const waits = show.calls.some(
      (call) => isOwnCall(show, call, person) && call.what === what && call.round === about,
    )
    if (waits) return accept()
    const table = what === 'way' ? seatNow(show, person) : hosts
    return accept({ type: 'desk-called', call: { at, person, what, table, round: about } })
  },
  'settle-call': (show, { call: id }, { actor }) => {
    const call = show.calls.find((one) => one.id === id)
    if (!call) return accept()
    const { person } = actor
    const isOwn = person !== null && isOwnCall(show, call, person)
    if (!actor.roles.some(isCrew) && !isOwn) return refuse('not-allowed')
    return accept({ type: 'call-settled', call: id })
  },
}

/** Did this person call, or somebody they host with, for the table of both? */
export const isOwnCall = (
  show: Pick<ReadShow, 'people'>,
  { person: caller, what, table }: Pick<Call, 'person' | 'what' | 'table'>,
  person: PersonId,
): boolean =>
  caller === person || (what !== 'way' && table !== null && hostedBy(show, person) === table)

/** Where somebody has their seat in the round that is on. */
const seatNow = (
  show: Parameters<(typeof decideCalls)['call-desk']>[0],
  person: PersonId,
): TableId | null =>
  Object.values(show.rounds)
    .filter(({ phase }) => phase === 'moving' || phase === 'talking')
    .map((round) => seatOf(round, person) ?? null)
    .find((table) => table !== null) ?? null

export const evolveCalls: Evolvers<CallsEvent> = {
  'desk-called': (show, { call }) => {
    show.calls.push({ ...call, id: show.version + 1 })
  },
  'call-settled': (show, { call }) => {
    show.calls = show.calls.filter(({ id }) => id !== call)
  },
}

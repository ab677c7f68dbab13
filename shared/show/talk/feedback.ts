import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { accept, type Deciders, type Evolvers, refuse } from '#shared/show/decision.ts'
import { roundNumber } from '#shared/show/round-course.ts'
import type { ReadShow, Show } from '#shared/show/state.ts'
import {
  type PersonId,
  PersonIdSchema,
  type RoundId,
  RoundIdSchema,
  type TableId,
} from '#shared/show/words.ts'
import { EMAIL_VERSIONS } from './email-words.ts'

const strict = { additionalProperties: false }
/** What the event asks of people, or lets them do: off until the organiser turns it on. */
export const SwitchAsking = Type.Object(
  {
    type: Type.Literal('switch-asking'),
    what: Type.Union([Type.Literal('feedback'), Type.Literal('proposals')]),
    on: Type.Boolean(),
  },
  strict,
)
/** Was it useful, after a round in which the sender sat somewhere; null takes it back. */
export const SayUseful = Type.Object(
  {
    type: Type.Literal('say-useful'),
    round: RoundIdSchema,
    useful: Type.Union([Type.Boolean(), Type.Null()]),
  },
  strict,
)
/** May this host e-mail the sender? `words`: the version of the sentence that they read. */
export const AllowEmail = Type.Object(
  {
    type: Type.Literal('allow-email'),
    host: PersonIdSchema,
    allow: Type.Boolean(),
    words: Type.Integer({ minimum: 1 }),
  },
  strict,
)

export type FeedbackCommand =
  | Type.Static<typeof SwitchAsking>
  | Type.Static<typeof SayUseful>
  | Type.Static<typeof AllowEmail>

/** A yes to one host, or a no that took it back: when, and to which words. */
export interface Consent {
  allowed: boolean
  at: Instant
  words: { key: 'may-email'; version: number }
}
export interface Useful {
  said: Record<RoundId, Record<PersonId, boolean>>
  /** yes and no as its host is told: counted anew only once five people have spoken since */
  told: { yes: number; no: number }
  since: PersonId[]
}

export type FeedbackEvent =
  | { type: 'asking-switched'; what: 'feedback' | 'proposals'; on: boolean }
  | {
      type: 'useful-said'
      person: PersonId
      round: RoundId
      table: TableId
      useful: boolean | null
    }
  | { type: 'email-allowed'; person: PersonId; host: PersonId; consent: Consent }

/** Fewer than so many people are never told of as a number: one could tell who said it. */
export const FEWEST = 5

/** Rounds that are over and in which somebody sat at a table of this host. */
export const satWith = (show: ReadShow, person: PersonId, host: PersonId): boolean =>
  Object.values(show.rounds).some((round) => {
    const table = round.phase === 'ended' ? seatOf(round, person) : undefined
    return table !== undefined && (show.tables[table]?.hosts.includes(host) ?? false)
  })

export const decideFeedback: Deciders<FeedbackCommand> = {
  'switch-asking': (show, { what, on }) =>
    show.asks[what] === on ? accept() : accept({ type: 'asking-switched', what, on }),
  'say-useful': (show, { round: id, useful }, { actor: { person } }) => {
    if (!person || !show.people[person]) return refuse('not-allowed')
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    const table = seatOf(round, person)
    if (table === undefined) return refuse('not-there')
    const before = show.useful[table]?.said[id]?.[person] ?? null
    if (before === useful) return accept()
    if (useful !== null && !show.asks.feedback) return refuse('not-asked')
    if (round.phase !== 'ended')
      return refuse('round-still-on', { round: roundNumber(show, round) })
    return accept({ type: 'useful-said', person, round: id, table, useful })
  },
  'allow-email': (show, { host, allow, words: version }, { actor: { person }, at }) => {
    if (!person || !show.people[person]) return refuse('not-allowed')
    const before = show.mayEmail[person]?.[host]
    if ((before?.allowed ?? false) === allow) return accept()
    if (allow) {
      if (!show.asks.feedback) return refuse('not-asked')
      if (version > EMAIL_VERSIONS)
        return refuse('bad-value', { value: version, expected: 'words that were asked' }, 'words')
      if (host === person || !satWith(show, person, host)) return refuse('not-there', {}, 'host')
    }
    const words = { key: 'may-email' as const, version: allow ? version : EMAIL_VERSIONS }
    return accept({ type: 'email-allowed', person, host, consent: { allowed: allow, at, words } })
  },
}

export const evolveFeedback: Evolvers<FeedbackEvent> = {
  'asking-switched': (show, { what, on }) => {
    show.asks[what] = on
  },
  'useful-said': (show, { person, round, table, useful }) => {
    const held = (show.useful[table] ??= { said: {}, told: { yes: 0, no: 0 }, since: [] })
    const said = (held.said[round] ??= {})
    if (useful === null) delete said[person]
    else said[person] = useful
    if (!held.since.includes(person)) held.since.push(person)
    if (held.since.length < FEWEST) return
    const all = Object.values(held.said).flatMap((one) => Object.values(one))
    const yes = all.filter((one) => one).length
    held.told = { yes, no: all.length - yes }
    held.since = []
  },
  'email-allowed': (show, { person, host, consent }) => {
    const own = (show.mayEmail[person] ??= {})
    own[host] = { ...consent, words: { ...consent.words } }
  },
}

/** Nothing that anybody said, or that was said of them, is left of an erased person. */
export function forgetTalk(show: Show, person: PersonId): void {
  delete show.questions[person]
  delete show.notes[person]
  delete show.proposals[person]
  delete show.mayEmail[person]
  for (const [host, guests] of Object.entries(show.notes) as [PersonId, PersonId[]][]) {
    const left = guests.filter((guest) => guest !== person)
    if (left.length > 0) show.notes[host] = left
    else delete show.notes[host]
  }
  for (const consents of Object.values(show.mayEmail)) delete consents[person]
  for (const useful of Object.values(show.useful)) {
    for (const said of Object.values(useful.said)) delete said[person]
    useful.since = useful.since.filter((one) => one !== person)
  }
}

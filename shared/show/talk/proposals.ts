import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { type Evolvers, known } from '#shared/show/decision.ts'
import type { ReadShow } from '#shared/show/state.ts'
import {
  InnovationIdSchema,
  type PersonId,
  PersonIdSchema,
  type TableId,
  TableIdSchema,
  type TextId,
} from '#shared/show/words.ts'
import { textId } from './texts.ts'

const strict = { additionalProperties: false }
const Text = (maxLength: number) => Type.String({ maxLength })
const Needed = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
/** characters */
export const LONGEST_TITLE = 120
export const LONGEST_LINE = 200

/** The sender would host a table of their own; sent again, it is what they propose now. */
export const ProposeTable = Type.Object(
  { type: Type.Literal('propose-table'), title: Needed(LONGEST_TITLE), line: Text(LONGEST_LINE) },
  strict,
)
export const WithdrawProposal = Type.Object({ type: Type.Literal('withdraw-proposal') }, strict)
/** Makes an innovation and a table of it, hosted by who proposed it; its words are published by the organiser. */
export const AcceptProposal = Type.Object(
  {
    type: Type.Literal('accept-proposal'),
    person: PersonIdSchema,
    innovation: InnovationIdSchema,
    table: TableIdSchema,
    title: Needed(200),
    organisation: Text(200),
    summary: Text(1_000),
    number: Type.Integer({ minimum: 1, maximum: 999 }),
    zone: Text(20),
    place: Text(120),
    capacity: Type.Integer({ minimum: 1, maximum: 500 }),
  },
  strict,
)
/** `reason`: what the person reads. */
export const DeclineProposal = Type.Object(
  { type: Type.Literal('decline-proposal'), person: PersonIdSchema, reason: Text(LONGEST_LINE) },
  strict,
)

export type ProposalsCommand =
  | Type.Static<typeof ProposeTable>
  | Type.Static<typeof WithdrawProposal>
  | Type.Static<typeof AcceptProposal>
  | Type.Static<typeof DeclineProposal>

/** One a person. Title, line and reason are in rows; once it is accepted, title and line are the organiser's. */
export interface Proposal {
  state: 'waiting' | 'accepted' | 'declined'
  /** when it came to be so */
  at: Instant
  table: TableId | null
}

export type ProposalsEvent =
  | { type: 'table-proposed'; person: PersonId; at: Instant }
  | { type: 'proposal-withdrawn'; person: PersonId }
  | { type: 'proposal-accepted'; person: PersonId; at: Instant; table: TableId }
  | { type: 'proposal-declined'; person: PersonId; at: Instant }

export const proposalText = (what: 'title' | 'line' | 'reason', person: PersonId): TextId =>
  textId(what, person)

/** What became of somebody's proposal; null: there is none, or its table was taken away again. */
export function proposalOf(
  show: ReadShow,
  person: PersonId,
): ReadShow['proposals'][PersonId] | null {
  const held = show.proposals[person]
  if (!held) return null
  return held.table !== null && !show.tables[held.table] ? null : held
}

export const evolveProposals: Evolvers<ProposalsEvent> = {
  'table-proposed': (show, { person, at }) => {
    show.proposals[person] = { state: 'waiting', at, table: null }
  },
  'proposal-withdrawn': (show, { person }) => {
    delete show.proposals[person]
  },
  'proposal-accepted': (show, { person, at, table }) => {
    known(show.proposals, person)
    show.proposals[person] = { state: 'accepted', at, table }
  },
  'proposal-declined': (show, { person, at }) => {
    known(show.proposals, person)
    show.proposals[person] = { state: 'declined', at, table: null }
  },
}

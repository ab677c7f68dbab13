import type { SingleCommand } from '#shared/show/commands.ts'
import {
  accept,
  type Deciders,
  type Decision,
  type Meta,
  type PersonWrite,
  refuse,
} from '#shared/show/decision.ts'
import { play } from '#shared/show/edits/decide.ts'
import type { Event } from '#shared/show/events.ts'
import { hostedBy } from '#shared/show/hosting.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { type ProposalsCommand, proposalOf, proposalText } from './proposals.ts'
import { writeText } from './texts.ts'

type DecideSingle = (show: ReadShow, command: SingleCommand, meta: Meta) => Decision
type Accept = Extract<ProposalsCommand, { type: 'accept-proposal' }>

/** Title and line as they are written, and no reason any more. */
const written = (person: PersonId, title: string, line: string): PersonWrite[] => [
  writeText(proposalText('title', person), person, null, title),
  writeText(proposalText('line', person), person, null, line),
  { eraseText: proposalText('reason', person) },
]

/** The deciders of proposals; what an accepted one makes is decided by the rules of plan and tables. */
export const proposalDeciders = (decide: DecideSingle): Deciders<ProposalsCommand> => ({
  'propose-table': (show, { title, line }, { actor: { person }, at }) => {
    if (!person || !show.people[person]) return refuse('not-allowed')
    if (!show.asks.proposals) return refuse('not-asked')
    const own = hostedBy(show, person)
    if (own !== null) return refuse('hosts-already', { table: show.tables[own]?.number ?? 0 })
    const events = [{ type: 'table-proposed' as const, person, at }]
    return { ok: true, events, people: written(person, title, line) }
  },
  'withdraw-proposal': (show, _, { actor: { person } }) => {
    const held = person ? show.proposals[person] : undefined
    if (!person || !held) return accept()
    // A table that stands is the organiser's to take away.
    if (held.state === 'accepted' && proposalOf(show, person)) return refuse('proposal-accepted')
    const events = [{ type: 'proposal-withdrawn' as const, person }]
    return { ok: true, events, people: written(person, '', '') }
  },
  'accept-proposal': (show, command, meta) => {
    const { person, table } = command
    if (show.proposals[person]?.state !== 'waiting') return refuse('no-proposal')
    if (show.innovations[command.innovation] || show.tables[table])
      return refuse('already-exists', { what: 'table', id: table }, 'table')
    const outcome = play(show, commandsOf(show, command), meta, decide)
    if (!outcome.ok) return { ok: false, refusal: outcome.refusal }
    const { events, people } = outcome.played
    const accepted = { type: 'proposal-accepted' as const, person, at: meta.at, table }
    return {
      ok: true,
      events: [...events, ...noLongerInLine(show, person), accepted],
      people: [...people, ...written(person, '', '')],
    }
  },
  'decline-proposal': (show, { person, reason }, { at }) => {
    if (show.proposals[person]?.state !== 'waiting') return refuse('no-proposal')
    return {
      ok: true,
      events: [{ type: 'proposal-declined', person, at }],
      // Organisers need not be people of the event: the reason goes with the proposal.
      people: [writeText(proposalText('reason', person), person, person, reason)],
    }
  },
})

const noLongerInLine = (show: ReadShow, person: PersonId): Event[] =>
  Object.values(show.rounds).flatMap(({ id: round, waiting }) =>
    (Object.entries(waiting) as [TableId, readonly PersonId[]][]).flatMap(([table, line]) =>
      line.includes(person) ? [{ type: 'waiting-left' as const, round, table, person }] : [],
    ),
  )

/**
 * The person gives up the seats and places in line they have in rounds to come. In a round that is on they stay
 * where they are, and the new table is closed: so it stands without its host first.
 */
function commandsOf(show: ReadShow, command: Accept): SingleCommand[] {
  const { person, innovation: id, table, title, organisation, summary } = command
  const { number, zone, place, capacity } = command
  const rounds = Object.values(show.rounds)
  const toCome = rounds.filter(({ phase }) => ['planned', 'open', 'closed'].includes(phase))
  const on = rounds.filter(({ phase }) => phase === 'moving' || phase === 'talking')
  const innovation = { id, title, organisation, summary, presenters: [person] }
  const stands = { id: table, number, zone, place, capacity, innovation: id }
  const closed = (round: RoundId): SingleCommand => ({
    type: 'set-round-seats',
    round,
    table,
    seats: 0,
  })
  return [
    ...toCome
      .filter(({ picks }) => picks[person] !== undefined)
      .map(({ id: round }): SingleCommand => ({ type: 'move-person', person, round, table: null })),
    { type: 'save-innovation', innovation },
    { type: 'save-table', table: { ...stands, hosts: [] } },
    ...on.map((round) => closed(round.id)),
    { type: 'save-table', table: { ...stands, hosts: [person] } },
  ]
}

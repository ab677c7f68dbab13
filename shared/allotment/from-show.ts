import { inProgrammeOrder, roundsToCome } from '#shared/show/choosing/course.ts'
import { inWindow, seatOf, seatsAt } from '#shared/show/choosing/seats.ts'
import { attends } from '#shared/show/requests/requests.ts'
import type { PinRequest } from '#shared/show/requests/requests.ts'
import type { ChoosingWindow, SeatingSettings, UnkeptPin } from '#shared/show/choosing/window.ts'
import type { DeepReadonly, ReadShow, Round, Table } from '#shared/show/state.ts'
import type { InnovationId, PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { compare, hashOf } from './chance.ts'
import type { Rotation, SeatingPerson, SeatingProblem } from './problem.ts'
import { bansOf, groupsOf, mustsHad, mustsOf, wantedPins } from './requests.ts'

type ReadWindow = DeepReadonly<ChoosingWindow>
type ReadRound = DeepReadonly<Round>

/** What may be tried without changing the window: what is left out is as the window has it. */
export type SeatingOptions = DeepReadonly<Partial<SeatingSettings>>

export interface Asked {
  problem: SeatingProblem
  /** with what it is worked out: what was asked for, and else what the window has */
  settings: SeatingSettings
  /** what the organiser wants of it: the last of the problem's pins, in this order */
  wanted: PinRequest[]
  /** and cannot be had, whatever the seating */
  unkept: UnkeptPin[]
  /** delegates left out because they have not arrived */
  absent: number
  /** how many wished for each table */
  asked: Record<TableId, number>
}

/** Organisations come from rows outside the show; only whether two are alike matters. */
export type Organisations = ReadonlyMap<PersonId, { readonly organisation: string }>

/**
 * The rounds of a window that are still to come, as a problem for `seatWindow`. Who sits by hand is pinned, and so
 * is everybody in a round whose choosing has closed already; tables seen in other rounds count as visited.
 */
export function problemOf(
  show: ReadShow,
  organisations: Organisations,
  window: ReadWindow,
  options: SeatingOptions = {},
): Asked {
  const rounds = roundsToCome(show, window).flatMap(({ id }) => show.rounds[id] ?? [])
  const tables = Object.values(show.tables)
    .filter((table) => inWindow(window, table))
    .sort((a, b) => a.number - b.number)
  const delegates = Object.values(show.people).filter(
    ({ roles, hosts }) => roles.includes('delegate') && hosts === null,
  )
  const settings = settingsOf(window, options)
  const { everyone, keepSeats } = settings
  const here = delegates.filter(({ checkedInAt }) => everyone || checkedInAt !== null)
  const seated = new Set(here.map(({ id }) => id))
  const tableOf = firstTables(tables)
  const seed = window.seed ?? ''
  const past = otherRounds(show, rounds)
  const taken = rounds.map((round) => takenByOthers(round, seated))
  const people = here.map(({ id }): SeatingPerson => {
    const answers = show.answers[id] ?? {}
    const list = [...(show.wishes[id] ?? []), ...tail(answers, 'yes', seed, id)]
    const wishes = unique([...list, ...tail(answers, 'maybe', seed, id)])
    return {
      id,
      group: groupOf(organisations.get(id)?.organisation),
      wishes: unique(wishes.flatMap((one) => tableOf.get(one) ?? [])),
      vetoes: Object.entries(answers).flatMap(([one, answer]) =>
        answer === 'no' ? (tableOf.get(one as InnovationId) ?? []) : [],
      ),
      visited: unique(past.flatMap((round) => seatOf(round, id) ?? [])),
      free: rounds.map((round) =>
        // Where somebody sits by hand they are there, whatever else was said.
        round.byHand[id] ? round.picks[id] !== undefined : attends(show, id, round),
      ),
      most: mostOf(show, past, id),
      held: rounds.map((round) => round.picks[id] ?? null),
    }
  })
  const asked: Record<TableId, number> = {}
  for (const { wishes } of people)
    for (const table of wishes) asked[table as TableId] = (asked[table as TableId] ?? 0) + 1
  const held = rounds.flatMap((round) => pinsOf(round, seated, keepSeats))
  const { wanted, unkept } = wantedPins(show, { rounds, tables, seated, past })
  const problem: SeatingProblem = {
    rounds: rounds.map(({ id }) => id),
    tables: tables.map((table) => ({
      id: table.id,
      seats: rounds.map((round, r) => {
        const seats = settings.tables[table.id] ?? seatsAt(round, table)
        return Math.max(0, seats - (taken[r]?.get(table.id) ?? 0))
      }),
      ...mustsHad(show, window, past, table.id),
    })),
    people,
    pins: [...held, ...wanted],
    bans: bansOf(show, tables, held),
    musts: mustsOf(show, tables),
    mustQuota: window.mustMeets,
    together: groupsOf(show, seated),
    perGroup: settings.perOrganisation,
    policy: settings.policy,
    suggest: true,
    seed,
    ...(window.whoMoves === 'presenters'
      ? { rotation: rotationOf(show, window, rounds, tables, settings.keepSeats) }
      : {}),
  }
  return { problem, settings, wanted, unkept, absent: delegates.length - here.length, asked }
}

function settingsOf(window: ReadWindow, options: SeatingOptions): SeatingSettings {
  const { perOrganisation: limit } = options
  return {
    policy: options.policy ?? window.policy,
    everyone: options.everyone ?? window.everyone,
    perOrganisation: limit === undefined ? window.perOrganisation : limit,
    tables: { ...options.tables },
    keepSeats: options.keepSeats ?? false,
  }
}

/** What is left of somebody's own maximum beside the seats that they had, or have in other rounds. */
function mostOf(show: ReadShow, past: readonly ReadRound[], person: PersonId): number | null {
  const most = show.requests.most[person]
  if (most === undefined) return null
  return Math.max(0, most - past.filter((round) => seatOf(round, person) !== undefined).length)
}

/** Groups stay where they are, as long as the window lasts. */
function rotationOf(
  show: ReadShow,
  window: ReadWindow,
  rounds: readonly ReadRound[],
  tables: readonly DeepReadonly<Table>[],
  keepSeats: boolean,
): Rotation {
  const homes: Record<PersonId, TableId> = {}
  for (const { id } of inProgrammeOrder(show, window.rounds)) {
    const round = show.rounds[id]
    for (const [person, table] of Object.entries(round?.picks ?? {}) as [PersonId, TableId][]) {
      const spot = round?.stands[table]
      if (spot !== undefined && !round?.byHand[person]) homes[person] = spot
    }
  }
  return {
    spots: tables.map(({ id, capacity }) => ({ id, chairs: capacity })),
    homes,
    stands: rounds.map(({ stands }) => stands),
    fixed: rounds.map(({ phase }) => keepSeats || phase === 'closed'),
  }
}

/** Of an innovation that has several tables, the one with the lowest number. */
function firstTables(tables: readonly DeepReadonly<Table>[]): Map<InnovationId, TableId> {
  const first = new Map<InnovationId, TableId>()
  for (const { id, innovation } of tables)
    if (innovation !== null && !first.has(innovation)) first.set(innovation, id)
  return first
}

/** Nobody put these in order, so each person's are drawn: who pitched first has nothing of it. */
const tail = (
  answers: Readonly<Record<InnovationId, string>>,
  wanted: 'yes' | 'maybe',
  seed: string,
  person: PersonId,
): InnovationId[] =>
  (Object.keys(answers) as InnovationId[])
    .filter((one) => answers[one] === wanted)
    .map((one) => ({ one, drawn: hashOf(`${seed} ${person} ${one}`) }))
    .sort((a, b) => a.drawn - b.drawn || compare(a.one, b.one))
    .map(({ one }) => one)

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]

function groupOf(organisation: string | undefined): string | null {
  const key = organisation?.trim().toLowerCase() ?? ''
  return key === '' ? null : key
}

/** The rounds that are not to be filled, in programme order. */
function otherRounds(show: ReadShow, rounds: readonly ReadRound[]): ReadRound[] {
  const toCome = new Set(rounds.map(({ id }) => id))
  const others = (Object.keys(show.rounds) as RoundId[]).filter((id) => !toCome.has(id))
  return inProgrammeOrder(show, others).flatMap(({ id }) => show.rounds[id] ?? [])
}

/** Seats at each table of others than the people of the problem: who was moved there by hand keeps theirs. */
function takenByOthers(round: ReadRound, seated: ReadonlySet<PersonId>): Map<TableId, number> {
  const taken = new Map<TableId, number>()
  for (const [person, table] of Object.entries(round.picks) as [PersonId, TableId][])
    if (round.byHand[person] && !seated.has(person)) taken.set(table, (taken.get(table) ?? 0) + 1)
  return taken
}

function pinsOf(
  round: ReadRound,
  seated: ReadonlySet<PersonId>,
  everybody: boolean,
): SeatingProblem['pins'] {
  const frozen = everybody || round.phase === 'closed'
  return Object.entries(round.picks).flatMap(([person, table]) =>
    (frozen || round.byHand[person as PersonId]) && seated.has(person as PersonId)
      ? [{ people: [person], table, round: round.id }]
      : [],
  )
}

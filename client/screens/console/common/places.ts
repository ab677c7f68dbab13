import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { ConsoleParts, PersonLine } from '#shared/views/console.ts'

export type PlaceParts = Pick<
  ConsoleParts,
  'programme' | 'rounds' | 'tables' | 'picks' | 'hosts' | 'people' | 'here' | 'innovations'
>

/** Rounds in the order of the programme. */
export function roundsInOrder({
  programme,
  rounds,
}: Pick<PlaceParts, 'programme' | 'rounds'>): RoundLine[] {
  return programme.stages.flatMap((stage) =>
    stage.segments.flatMap((id) => {
      const segment = programme.segments[id]
      return segment?.kind === 'rounds'
        ? segment.rounds.flatMap((round) => rounds[round] ?? [])
        : []
    }),
  )
}

/** The round people sit in now, else the one that comes next, else the last. */
export const roundNow = (rounds: readonly RoundLine[]): RoundLine | null =>
  rounds.find((round) => round.phase === 'moving' || round.phase === 'talking') ??
  rounds.find((round) => round.phase !== 'ended') ??
  rounds.at(-1) ??
  null

/** Who hosts what: a person hosts one table at most. */
export function hostedTables(hosts: PlaceParts['hosts']): ReadonlyMap<PersonId, TableId> {
  const map = new Map<PersonId, TableId>()
  for (const [table, persons] of Object.entries(hosts))
    for (const person of persons) map.set(person, table as TableId)
  return map
}

export type Where = { table: TableId; as: 'guest' | 'host' }

/** Where a person is in a round: the table they chose, else the one they present at. */
export function whereIs(
  picks: PlaceParts['picks'],
  hosted: ReadonlyMap<PersonId, TableId>,
  round: RoundId,
  person: PersonId,
): Where | null {
  const pick = picks[round]?.[person]
  if (pick !== undefined) return { table: pick, as: 'guest' }
  const own = hosted.get(person)
  return own === undefined ? null : { table: own, as: 'host' }
}

/** Who has a seat where, and who sat down where there was room, as one. */
export const whoSits = ({
  picks,
  walkUps,
}: Pick<ConsoleParts, 'picks' | 'walkUps'>): ConsoleParts['picks'] =>
  Object.fromEntries(
    Object.entries(picks).map(([round, seats]) => [
      round,
      { ...seats, ...walkUps[round as RoundId] },
    ]),
  ) as ConsoleParts['picks']

/** Who sits at which table in a round; those whose name is gone are left out of no count. */
export function guestsByTable(
  picks: PlaceParts['picks'],
  round: RoundId,
): ReadonlyMap<TableId, readonly PersonId[]> {
  const map = new Map<TableId, PersonId[]>()
  for (const [person, table] of Object.entries(picks[round] ?? {})) {
    const guests = map.get(table)
    if (guests) guests.push(person as PersonId)
    else map.set(table, [person as PersonId])
  }
  return map
}

/** Delegates and others who sit nowhere in this round and present nowhere; those who are here first. */
export function withoutTable(
  { people, picks, hosts, here }: Pick<PlaceParts, 'people' | 'picks' | 'hosts' | 'here'>,
  round: RoundId,
): PersonLine[] {
  const hosted = hostedTables(hosts)
  const guests = people.filter((person) =>
    person.roles.some((role) => role === 'delegate' || role === 'presenter'),
  )
  return guests
    .filter(({ id }) => whereIs(picks, hosted, round, id) === null)
    .toSorted((a, b) => Number(here[b.id] !== undefined) - Number(here[a.id] !== undefined))
}

/** The tables with the seats that they have in that round. */
export const tablesIn = (
  tables: readonly TableLine[],
  round: Pick<RoundLine, 'seats'> | undefined,
): TableLine[] =>
  tables.map((table) => (round ? { ...table, capacity: seatsAt(round, table) } : table))

export type Fill = 'none' | 'some' | 'full' | 'over' | 'closed'

/** How a table is drawn in a round. Nobody can choose a table without an innovation. */
export function fillOf(table: TableLine, taken: number): Fill {
  if (taken > table.capacity) return 'over'
  if (table.capacity === 0) return 'closed'
  if (taken >= table.capacity) return 'full'
  if (taken > 0) return 'some'
  return table.innovation === null ? 'closed' : 'none'
}

/** Tables with seats left in a round, those with most first: never a dead end. */
export function tablesWithRoom(
  tables: readonly TableLine[],
  guests: ReadonlyMap<TableId, readonly PersonId[]>,
  but: TableId | null,
): TableLine[] {
  const free = (table: TableLine): number => table.capacity - (guests.get(table.id)?.length ?? 0)
  return tables
    .filter((table) => table.id !== but && table.innovation !== null && free(table) > 0)
    .toSorted((a, b) => free(b) - free(a) || a.number - b.number)
}

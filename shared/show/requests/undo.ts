import type { SingleCommand } from '#shared/show/commands.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'

/** The commands that ask again for what speaks of this table or one of these rounds, as it is now. */
export function requestsFor(
  { requests }: ReadShow,
  { table, rounds = [] }: { table?: TableId; rounds?: readonly RoundId[] },
): SingleCommand[] {
  const pins = requests.pins
    .filter((pin) => pin.table === table || (pin.round !== null && rounds.includes(pin.round)))
    .map((pin): SingleCommand => ({
      type: 'set-pin',
      ...pin,
      people: [...pin.people],
      pinned: true,
    }))
  if (table === undefined) return pins
  const bans = (Object.keys(requests.bans) as PersonId[])
    .filter((person) => requests.bans[person]?.includes(table))
    .map((person): SingleCommand => ({ type: 'set-ban', person, table, banned: true }))
  const musts = requests.musts[table]
  return [
    ...pins,
    ...bans,
    ...(musts ? [{ type: 'set-musts' as const, table, people: [...musts] }] : []),
  ]
}

import type { Evolvers } from '#shared/show/decision.ts'
import type { Show } from '#shared/show/state.ts'
import { stopWaiting } from '#shared/show/waiting.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { RequestsEvent } from './commands.ts'
import { samePin } from './requests.ts'

export const evolveRequests: Evolvers<RequestsEvent> = {
  'ban-set': (show, { person, table, banned }) => {
    const { bans } = show.requests
    const rest = (bans[person] ?? []).filter((one) => one !== table)
    put(bans, person, banned ? [...rest, table] : rest)
    if (banned) for (const round of Object.values(show.rounds)) stopWaiting(round, table, person)
  },
  'pin-set': ({ requests }, { pin, pinned }) => {
    requests.pins = requests.pins.filter((one) => !samePin(one, pin))
    if (pinned) requests.pins.push({ ...pin, people: [...pin.people] })
  },
  'musts-set': ({ requests }, { table, people }) => put(requests.musts, table, [...people]),
  'company-set': ({ requests }, { people }) => {
    leaveGroups(requests, people)
    if (people.length > 1) requests.groups.push([...people])
    // What was asked is answered.
    for (const person of people) {
      const other = requests.asks[person]
      if (other !== undefined && people.includes(other)) delete requests.asks[person]
    }
  },
  'company-asked': ({ requests }, { person, other }) => {
    if (other === null) delete requests.asks[person]
    else requests.asks[person] = other
  },
  'most-set': ({ requests }, { person, most }) => {
    if (most === null) delete requests.most[person]
    else requests.most[person] = most
  },
  'days-set': ({ requests }, { person, days }) => {
    if (days === null) delete requests.days[person]
    else requests.days[person] = [...days]
  },
}

/** An empty list is none. */
function put<Id extends string, Item>(lists: Record<Id, Item[]>, id: Id, items: Item[]): void {
  if (items.length > 0) lists[id] = items
  else delete lists[id]
}

function leaveGroups(requests: Show['requests'], people: readonly PersonId[]): void {
  requests.groups = requests.groups
    .map((group) => group.filter((one) => !people.includes(one)))
    .filter(({ length }) => length > 1)
}

/** Nothing is asked for, or of, somebody who was erased. */
export function forgetRequestsOf({ requests }: Show, person: PersonId): void {
  requests.pins = requests.pins
    .map((pin) => ({ ...pin, people: pin.people.filter((one) => one !== person) }))
    .filter(({ people }) => people.length > 0)
  delete requests.bans[person]
  for (const table of Object.keys(requests.musts) as TableId[])
    put(
      requests.musts,
      table,
      (requests.musts[table] ?? []).filter((one) => one !== person),
    )
  leaveGroups(requests, [person])
  delete requests.asks[person]
  for (const one of Object.keys(requests.asks) as PersonId[])
    if (requests.asks[one] === person) delete requests.asks[one]
  delete requests.most[person]
  delete requests.days[person]
}

/** Nor of a table or a round that is not there any more. */
export function forgetRequestsFor(
  { requests }: Show,
  { table, rounds }: { table: TableId | undefined; rounds: readonly RoundId[] },
): void {
  requests.pins = requests.pins.filter(
    (pin) => pin.table !== table && (pin.round === null || !rounds.includes(pin.round)),
  )
  if (table === undefined) return
  delete requests.musts[table]
  for (const person of Object.keys(requests.bans) as PersonId[])
    put(
      requests.bans,
      person,
      (requests.bans[person] ?? []).filter((one) => one !== table),
    )
}

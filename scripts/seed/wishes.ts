import type { SeatingFigures, SeatingRun, SeatsOf } from '#shared/show/choosing/window.ts'
import { seatsAt } from '#shared/show/choosing/seats.ts'
import {
  type Actor,
  type InnovationId,
  type PersonId,
  type RoundId,
  type StageId,
  SYSTEM,
  type TableId,
  type WindowId,
} from '#shared/show/words.ts'
import { type Instant, MINUTE } from '#shared/time/instant.ts'
import { chance } from './chance.ts'
import type { FullShow } from './full-show.ts'
import type { Draft } from './into-store.ts'

export const SEEDED_WINDOW = 'win-seeded' as WindowId

type Seeded = Draft & { full: FullShow; stage: StageId }
const delegate = (person: PersonId): Actor => ({ id: person, roles: ['delegate'], person })

/** Coffee: pitches are over, a window for all rounds is open, and most have answered and put some in order. */
export function whileRanking({ does, stage, full, show }: Seeded, now: Instant): void {
  const luck = chance(13)
  const coffee = Object.values(show.segments).find(({ kind }) => kind === 'break')
  if (!coffee) throw new Error('the show has no break')
  for (const [index, pitch] of full.pitches.entries()) {
    const at = now - 12 * MINUTE + (index * 5 * MINUTE) / full.pitches.length
    does({ type: 'load-item', stage, segment: full.block, pitch }, at)
    does({ type: 'start-clock', stage }, at)
    does({ type: 'finish-item', stage }, at)
  }
  does({ type: 'load-item', stage, segment: coffee.id, pitch: null }, now - 6 * MINUTE)
  does({ type: 'start-clock', stage }, now - 6 * MINUTE)
  does(
    {
      type: 'save-window',
      window: {
        id: SEEDED_WINDOW,
        title: 'Your tables',
        follows: [full.block],
        rounds: full.rounds,
        tables: null,
        policy: 'nested',
        perOrganisation: 2,
        mustMeets: 4,
        everyone: true,
        byItself: false,
        publishesItself: false,
        opensBefore: 20 * MINUTE,
        closesBefore: 2 * MINUTE,
      },
    },
    now - 90 * MINUTE,
  )
  does({ type: 'open-window', window: SEEDED_WINDOW }, now - 5 * MINUTE)
  for (const [index, person] of full.delegates.entries()) {
    // The first two hundred are enough to be looked at, and quick.
    if (index >= 200) break
    if (luck.next() < 0.1) continue
    const liked = new Set<InnovationId>()
    for (const innovation of full.innovations) {
      const answer = (['yes', 'maybe', 'no', null, null] as const)[Math.floor(luck.next() * 5)]
      if (answer == null) continue
      does({ type: 'set-answer', innovation, answer }, now - 30 * MINUTE, delegate(person))
      if (answer === 'yes') liked.add(innovation)
    }
    const innovations = [...liked].slice(0, 3).toReversed()
    if (luck.next() < 0.8)
      does({ type: 'set-wishes', innovations }, now - 3 * MINUTE, delegate(person))
  }
}

/** The same, closed; nobody has been seated. */
export function whileSeating(draft: Seeded, now: Instant): void {
  whileRanking(draft, now - 4 * MINUTE)
  draft.does({ type: 'close-window', window: SEEDED_WINDOW }, now - MINUTE)
}

/** The same, with tables given out by turns. */
export function onceSeated(draft: Seeded, now: Instant): void {
  whileSeating(draft, now)
  draft.does(
    { type: 'propose-seating', window: SEEDED_WINDOW, run: seatedByTurns(draft) },
    now - 40_000,
    SYSTEM,
  )
  draft.does(
    { type: 'publish-seating', window: SEEDED_WINDOW, run: draft.show.version },
    now - 20_000,
  )
}

/**
 * A believable seating, by turns: whoever is next takes the best of what they still wish for. Good enough to be
 * looked at; what people are given on a day comes from the allotment.
 */
export function seatedByTurns({ show, full }: Seeded): Omit<SeatingRun, 'id' | 'at'> {
  const seats: SeatsOf<PersonId> = {}
  const suggested: Record<RoundId, PersonId[]> = {}
  const unmet: SeatingRun['unmet'] = {}
  const asked: Record<TableId, number> = {}
  const granted = new Map<PersonId, TableId[]>()
  const tables = full.tables.flatMap((id) => show.tables[id] ?? [])
  const wished = (person: PersonId): InnovationId[] => [
    ...new Set([
      ...(show.wishes[person] ?? []),
      ...full.innovations.filter((id) => show.answers[person]?.[id] === 'yes'),
    ]),
  ]
  const tableFor = (innovation: InnovationId) =>
    tables.find((table) => table.innovation === innovation)
  for (const person of full.delegates)
    for (const id of wished(person)) {
      const table = tableFor(id)
      if (table) asked[table.id] = (asked[table.id] ?? 0) + 1
    }
  for (const [turn, id] of full.rounds.entries()) {
    const round = show.rounds[id]
    if (!round) continue
    const taken: Record<TableId, PersonId[]> = (seats[id] = {})
    const order = turn % 2 === 0 ? full.delegates : full.delegates.toReversed()
    for (const person of order) {
      const has = granted.get(person) ?? []
      const isFree = (table: (typeof tables)[number] | undefined): boolean =>
        table !== undefined &&
        !has.includes(table.id) &&
        (taken[table.id]?.length ?? 0) < seatsAt(round, table)
      const vetoed = (innovation: InnovationId | null): boolean =>
        innovation !== null && show.answers[person]?.[innovation] === 'no'
      const wish = wished(person).map(tableFor).find(isFree)
      const table = wish ?? tables.find((one) => isFree(one) && !vetoed(one.innovation))
      if (!table) continue
      ;(taken[table.id] ??= []).push(person)
      granted.set(person, [...has, table.id])
      if (!wish) (suggested[id] ??= []).push(person)
    }
  }
  for (const person of full.delegates)
    for (const id of wished(person)) {
      const table = tableFor(id)
      if (table && !granted.get(person)?.includes(table.id))
        (unmet[person] ??= {})[id] = (asked[table.id] ?? 0) > 0 ? 'full' : 'no-free-round'
    }
  const counts = full.delegates.map((person) => {
    const list = wished(person)
    const met = list.filter((id) => {
      const table = tableFor(id)
      return table !== undefined && granted.get(person)?.includes(table.id)
    })
    return {
      met: met.length,
      could: Math.min(full.rounds.length, list.length),
      list,
      first: met[0],
    }
  })
  const sat = Object.values(seats).flatMap((one) => Object.values(one).flat()).length
  const all = full.rounds.length * tables.reduce((sum, { capacity }) => sum + capacity, 0)
  return {
    by: SYSTEM.id,
    basis: show.version,
    policy: 'nested',
    everyone: true,
    perOrganisation: 2,
    tables: {},
    keepSeats: false,
    people: full.delegates.length,
    absent: 0,
    seats,
    suggested,
    unmet,
    asked,
    unkept: [],
    figures: figuresOf(counts, all, sat, suggestedSeats(suggested)),
  }
}

interface Count {
  met: number
  could: number
  list: InnovationId[]
  /** the best of the list that was met */
  first: InnovationId | undefined
}

const suggestedSeats = (suggested: SeatingRun['suggested']): number =>
  Object.values(suggested).reduce((sum, people) => sum + people.length, 0)

function figuresOf(
  counts: readonly Count[],
  seats: number,
  sat: number,
  suggested: number,
): SeatingFigures {
  const wishers = counts.filter(({ could }) => could > 0)
  const share = (fits: (count: Count) => boolean): number =>
    wishers.length === 0 ? 0 : wishers.filter(fits).length / wishers.length
  const served = wishers.map(({ met, could }) => met / could).toSorted((a, b) => a - b)
  const sum = served.reduce((total, one) => total + one, 0)
  const ranks = served.reduce((total, one, index) => total + (index + 1) * one, 0)
  const many = Math.max(1, served.length)
  const histogram: number[] = []
  for (const { met } of counts) histogram[met] = (histogram[met] ?? 0) + 1
  return {
    wishers: wishers.length,
    firstChoice: share(({ first, list }) => first !== undefined && first === list[0]),
    topThree: share(({ first, list }) => first !== undefined && list.indexOf(first) < 3),
    histogram: Array.from(histogram, (count) => count ?? 0),
    worstOff: wishers.length === 0 ? 0 : Math.min(...wishers.map(({ met }) => met)),
    satisfaction: sum / many,
    satisfactionP5: served[Math.floor(served.length / 20)] ?? 0,
    satisfactionLeast: served[0] ?? 0,
    gini: sum === 0 ? 0 : Math.max(0, (2 * ranks) / (many * sum) - (many + 1) / many),
    emptySeats: seats - sat,
    seats,
    suggested,
    moved: 0,
    firstChoicesLost: 0,
  }
}

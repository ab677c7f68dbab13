import { type Evolvers, known } from '#shared/show/decision.ts'
import { forgetRequestsFor, forgetRequestsOf } from '#shared/show/requests/evolve.ts'
import { leaveWalkUp } from '#shared/show/attendance.ts'
import { stopWaiting, stopWaitingAnywhere } from '#shared/show/waiting.ts'
import { seat } from '#shared/show/rounds.ts'
import type { Show } from '#shared/show/state.ts'
import type {
  InnovationId,
  PersonId,
  RoundId,
  SegmentId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import type { ChoosingEvent, WindowDraft } from './commands.ts'
import { type ChoosingWindow, MOST_RUNS } from './window.ts'

export const evolveChoosing: Evolvers<ChoosingEvent> = {
  'window-saved': (show, { window: draft }) => {
    const present = show.windows[draft.id]
    for (const round of present?.rounds ?? []) release(show, round)
    for (const round of draft.rounds) known(show.rounds, round).window = draft.id
    if (present) Object.assign(present, copied(draft))
    else show.windows[draft.id] = newWindow(draft)
  },
  'window-removed': (show, { window: id }) => {
    for (const round of known(show.windows, id).rounds) release(show, round)
    delete show.windows[id]
  },
  'window-opened': (show, { window: id, at, seed, seedHash }) => {
    const window = known(show.windows, id)
    Object.assign(window, { phase: 'open', openedAt: at, closedAt: null, seed, seedHash, runs: [] })
  },
  'window-closed': (show, { window: id, at }) => {
    Object.assign(known(show.windows, id), { phase: 'closed', closedAt: at })
  },
  'wishes-set': (show, { person, innovations }) => {
    if (innovations.length === 0) delete show.wishes[person]
    else show.wishes[person] = [...innovations]
  },
  'round-seats-set': (show, { round: id, table, seats }) => {
    const round = known(show.rounds, id)
    if (seats === null) delete round.seats[table]
    else round.seats[table] = seats
  },
  'seating-proposed': (show, { window: id, at, run }) => {
    const window = known(show.windows, id)
    window.runs.push({ ...run, id: show.version + 1, at })
    while (window.runs.length > MOST_RUNS) {
      const oldest = window.runs.findIndex((one) => one.id !== window.published)
      window.runs.splice(oldest, 1)
    }
  },
  'seating-published': (show, { window: id, run, at, seats, suggested, stands }) => {
    const window = known(show.windows, id)
    Object.assign(window, { phase: 'published', published: run, givenAt: show.version + 1 })
    window.publishedAt ??= at
    for (const [roundId, tables] of Object.entries(seats) as [RoundId, (typeof seats)[RoundId]][]) {
      const round = known(show.rounds, roundId)
      round.picks = {}
      round.taken = {}
      round.suggested = {}
      round.stands = { ...stands?.[roundId] }
      for (const [table, people] of Object.entries(tables) as [TableId, PersonId[]][])
        for (const person of people) {
          seat(show, roundId, person, table)
          stopWaiting(round, table, person)
        }
      for (const person of suggested[roundId] ?? []) round.suggested[person] = true
      // Whoever would rather sit elsewhere takes a free seat from now on.
      if (round.phase === 'planned') round.phase = 'open'
    }
  },
}

/** A round that leaves its window is first come, first served. */
function release(show: Show, id: RoundId): void {
  const round = show.rounds[id]
  if (round) round.window = null
}

const copied = (draft: WindowDraft): WindowDraft & Pick<ChoosingWindow, 'whoMoves'> => ({
  ...draft,
  whoMoves: draft.whoMoves ?? 'delegates',
  follows: [...draft.follows],
  rounds: [...draft.rounds],
  tables: draft.tables && [...draft.tables],
})

const newWindow = (draft: WindowDraft): ChoosingWindow => ({
  ...copied(draft),
  phase: 'planned',
  openedAt: null,
  closedAt: null,
  publishedAt: null,
  seed: null,
  seedHash: null,
  runs: [],
  published: null,
  givenAt: null,
})

/** Nothing speaks of somebody who was erased. */
export function forgetPerson(show: Show, person: PersonId): void {
  delete show.wishes[person]
  forgetRequestsOf(show, person)
  for (const round of Object.values(show.rounds)) {
    delete round.byHand[person]
    delete round.suggested[person]
    delete round.promoted[person]
    delete round.arrived[person]
    leaveWalkUp(round, person)
    stopWaitingAnywhere(round, person)
  }
  show.calls = show.calls.filter((call) => call.person !== person)
  for (const { runs } of Object.values(show.windows))
    for (const run of runs) {
      delete run.unmet[person]
      run.unkept = run.unkept.filter(({ people }) => !people.includes(person))
      for (const tables of Object.values(run.seats))
        for (const people of Object.values(tables)) without(people, person)
      for (const people of Object.values(run.suggested)) without(people, person)
    }
}

/** In place: a run holds thousands of seats. */
function without<Item>(items: Item[], item: Item): void {
  const index = items.indexOf(item)
  if (index >= 0) items.splice(index, 1)
}

export function forgetInnovation(show: Show, innovation: InnovationId): void {
  for (const person of Object.keys(show.wishes) as PersonId[]) forgetWish(show, person, innovation)
}

export function forgetWish(show: Show, person: PersonId, innovation: InnovationId): void {
  const list = show.wishes[person]
  if (!list) return
  without(list, innovation)
  if (list.length === 0) delete show.wishes[person]
}

/** What is not in the plan any more is in no window either. A window that has no round left is gone. */
export function forgetPlan(
  show: Show,
  {
    rounds = [],
    segment,
    table,
  }: { rounds?: readonly RoundId[]; segment?: SegmentId; table?: TableId },
): void {
  forgetRequestsFor(show, { table, rounds })
  for (const window of Object.values(show.windows)) {
    window.rounds = window.rounds.filter((id) => !rounds.includes(id))
    window.follows = window.follows.filter((id) => id !== segment)
    window.tables = window.tables?.filter((id) => id !== table) ?? null
    if (window.rounds.length === 0) delete show.windows[window.id as WindowId]
  }
}

import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { ChoosingWindow, SeatingPolicy, SeatingRun } from '#shared/show/choosing/window.ts'
import type { DeepReadonly, ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'

/**
 * What anyone may read of how tables were given out: shares and counts, never who. A count of one to four
 * could point at somebody, so it is not told; nor is one that would give such a count away.
 */
export interface FairnessView {
  zone: string
  /** windows that have opened, in the order in which they did */
  windows: readonly FairnessWindow[]
}

export interface FairnessWindow {
  title: string
  policy: SeatingPolicy
  everyone: boolean
  perOrganisation: number | null
  /** SHA-256 of the seed, in hex: known before choosing closed */
  seedHash: string | null
  /** null until choosing has closed */
  seed: string | null
  publishedAt: Instant | null
  /** null: nobody has been told anything yet; `few`: too few people to say anything of */
  result: FairnessResult | 'few' | null
}

export interface FairnessResult {
  people: number
  firstChoice: ToldShare
  topThree: ToldShare
  /** the fewest visits to tables of their choice that anybody got who chose */
  worstOff: number
  /** people by how many visits to tables of their choice they got */
  histogram: readonly Told[]
  seats: number
  emptySeats: number
  /** by number */
  tables: readonly FairnessTable[]
}
export interface FairnessTable {
  number: number
  /** '' while the programme is not public */
  title: string
  asked: Told
  /** over all rounds */
  seats: number
}

/** A count; `few`: one to four; `hidden`: it would give another away. */
export type Told = number | 'few' | 'hidden'
/** 0 to 1; `few`: of one to four people; `all-but-few`: of all but one to four */
export type ToldShare = number | 'few' | 'all-but-few'

const FEW = 5

export function fairnessView(show: ReadShow): FairnessView {
  const windows = Object.values(show.windows)
    .filter(({ openedAt }) => openedAt !== null)
    .toSorted((a, b) => (a.openedAt ?? 0) - (b.openedAt ?? 0))
  return { zone: show.zone, windows: windows.map((window) => windowView(show, window)) }
}

type ReadWindow = DeepReadonly<ChoosingWindow>

function windowView(show: ReadShow, window: ReadWindow): FairnessWindow {
  const { title, perOrganisation, seedHash, publishedAt, runs, published } = window
  const run = runs.find(({ id }) => id === published)
  const isOver = window.phase === 'closed' || window.phase === 'published'
  return {
    title,
    policy: run?.policy ?? window.policy,
    everyone: run?.everyone ?? window.everyone,
    perOrganisation: run ? run.perOrganisation : perOrganisation,
    seedHash,
    seed: isOver ? window.seed : null,
    publishedAt,
    result: run ? resultOf(show, window, run) : null,
  }
}

function resultOf(
  show: ReadShow,
  window: ReadWindow,
  { people, figures, asked }: DeepReadonly<SeatingRun>,
): FairnessResult | 'few' {
  if (people < FEW) return 'few'
  const counted = figures.histogram.reduce((sum, count) => sum + count, 0)
  // Shares are of those who chose; who did not is in neither.
  const chose = counted === 0 ? people : Math.min(people, counted)
  const tables = Object.values(show.tables)
    .filter(({ id }) => asked[id] !== undefined)
    .toSorted((a, b) => a.number - b.number)
  return {
    people,
    firstChoice: toldShare(figures.firstChoice, chose),
    topThree: toldShare(figures.topThree, chose),
    worstOff: figures.worstOff,
    histogram: toldCounts(figures.histogram),
    seats: figures.seats,
    emptySeats: figures.emptySeats,
    tables: tables.map((table): FairnessTable => {
      const innovation = table.innovation && show.innovations[table.innovation]
      return {
        number: table.number,
        title: show.publishedAt === null || !innovation ? '' : innovation.title,
        asked: told(asked[table.id] ?? 0),
        seats: window.rounds.reduce((sum, id) => {
          const round = show.rounds[id]
          return round ? sum + seatsAt(round, table) : sum
        }, 0),
      }
    }),
  }
}

const isFew = (count: number): boolean => count > 0 && count < FEW
const told = (count: number): Told => (isFew(count) ? 'few' : count)

function toldShare(share: number, of: number): ToldShare {
  const count = Math.round(share * of)
  if (isFew(count)) return 'few'
  return isFew(of - count) ? 'all-but-few' : share
}

/** Counts that make up a whole which is told: one that is left out alone could be worked out from the others. */
export function toldCounts(counts: readonly number[]): Told[] {
  const out = counts.map(told)
  if (out.filter((one) => one === 'few').length !== 1) return out
  const others = counts.filter((count) => count >= FEW)
  const least = others.length === 0 ? -1 : counts.indexOf(Math.min(...others))
  if (least >= 0) out[least] = 'hidden'
  return out
}

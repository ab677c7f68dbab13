import type { SeatingPerson, SeatingProblem, Visit } from '#shared/allotment/problem.ts'
import { KEEP, LEVELS, rankCost, STEP, strictStep } from '#shared/allotment/weights.ts'
import { Program } from './highs.ts'

/** More than all that choosing among wishes is worth, where the number of them comes first. */
const FIRST = 100_000

export interface Price {
  /** what each wish met is worth by itself */
  visit?: number
  /** whole visits; else their shares, as a bound */
  whole?: boolean
}

/** The best there is for who is at which table in which round, as one integer program written from the rules. */
export function optimum(
  problem: SeatingProblem,
  { visit = FIRST, whole = true }: Price = {},
): number {
  const program = new Program()
  const ofTable = new Map<string, string[]>()
  const ofGroup = new Map<string, string[]>()
  const into = (map: Map<string, string[]>, key: string, name: string): void => {
    map.set(key, [...(map.get(key) ?? []), name])
  }
  problem.people.forEach((person, p) => {
    const mine: { name: string; rank: number; r: number; t: number }[] = []
    for (const { rank, t, table } of wishesOpen(problem, person))
      problem.rounds.forEach((_, r) => {
        if (person.free[r] !== true || (table.seats[r] ?? 0) === 0) return
        const keep = person.held.includes(table.id) ? KEEP : 0
        const worth = visit - rankCost(rank) + keep
        const name = program.variable(`x${p}t${t}r${r}`, worth, { whole })
        mine.push({ name, rank, r, t })
        into(ofTable, `${t} ${r}`, name)
        if (person.group !== null) into(ofGroup, `${person.group} ${t}`, name)
      })
    const names = (keep: (one: { rank: number; r: number; t: number }) => boolean): string[] =>
      mine.filter(keep).map(({ name }) => name)
    problem.tables.forEach((_, t) =>
      program.row(
        names((one) => one.t === t),
        [],
        '<=',
        1,
      ),
    )
    problem.rounds.forEach((_, r) =>
      program.row(
        names((one) => one.r === r),
        [],
        '<=',
        1,
      ),
    )
    if (person.most !== null)
      program.row(
        names(() => true),
        [],
        '<=',
        person.most,
      )
    if (mine.length === 0) return
    const had = ranksHad(person)
    const steps = problem.rounds.map((_, n) =>
      program.variable(`z${p}n${n}`, -stepOf(problem) * (had.length + n)),
    )
    program.row(
      names(() => true),
      steps,
      '=',
      0,
    )
    if (problem.policy === 'strict') return
    for (const { top, rewards } of LEVELS) {
      const earned = rewards
        .slice(had.filter((rank) => rank < top).length)
        .map((reward, n) => program.variable(`y${p}l${top}n${n}`, reward))
      program.row(
        names(({ rank }) => rank < top),
        earned,
        '=',
        0,
      )
    }
  })
  problem.tables.forEach(({ seats }, t) =>
    problem.rounds.forEach((_, r) =>
      program.row(ofTable.get(`${t} ${r}`) ?? [], [], '<=', seats[r] ?? 0),
    ),
  )
  const { perGroup } = problem
  if (perGroup !== null)
    for (const names of ofGroup.values()) program.row(names, [], '<=', perGroup)
  return program.best()
}

/** The same worth, of the wishes that a seating meets. */
export function worth(
  problem: SeatingProblem,
  visits: readonly Visit[],
  { visit = FIRST }: Price = {},
) {
  return problem.people.reduce((sum, person) => {
    const ranks = visits.flatMap((one) => (one.person === person.id ? (one.rank ?? []) : []))
    const had = ranksHad(person)
    const alone = ranks.map((rank, n) => {
      const keep = person.held.includes(person.wishes[rank] ?? '') ? KEEP : 0
      return visit - rankCost(rank) + keep - stepOf(problem) * (had.length + n)
    })
    const levels = problem.policy === 'strict' ? [] : LEVELS
    const earned = levels.map(({ top, rewards }) => {
      const before = had.filter((rank) => rank < top).length
      const now = ranks.filter((rank) => rank < top).length
      return total(rewards.slice(before, before + now))
    })
    return sum + total(alone) + total(earned)
  }, 0)
}

const stepOf = ({ policy, tables }: SeatingProblem): number =>
  policy === 'strict' ? strictStep(tables.length) : STEP

const ranksHad = ({ wishes, visited }: SeatingPerson): number[] =>
  wishes.flatMap((table, rank) => (visited.includes(table) ? [rank] : []))

/** Wishes that may still be met, by the rules about the two alone. */
function wishesOpen({ tables, bans }: SeatingProblem, person: SeatingPerson) {
  return person.wishes.flatMap((id, rank) => {
    const t = tables.findIndex((table) => table.id === id)
    const table = tables[t]
    const never =
      person.vetoes.includes(id) ||
      person.visited.includes(id) ||
      bans.some((ban) => ban.person === person.id && ban.table === id)
    return table === undefined || never ? [] : [{ rank, t, table }]
  })
}

const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0)

import type { Seating, SeatingProblem, Visit } from '#shared/allotment/problem.ts'

/** What of the rules a seating breaks, in words; none: it keeps them all. Written from the rules alone. */
export function broken(problem: SeatingProblem, seating: Seating): string[] {
  const people = new Map(problem.people.map((person) => [person.id, person]))
  const tables = new Map(problem.tables.map((table) => [table.id, table]))
  const failed = new Set(seating.problems.map(({ pin }) => pin))
  const found: string[] = []
  const rule = (kept: boolean, what: string, visit: Visit): void => {
    if (!kept) found.push(`${what}: ${visit.person} at ${visit.table} in ${visit.round}`)
  }
  const inCell = counted(seating.visits, ({ table, round }) => `${table} ${round}`)
  const pairs = counted(seating.visits, ({ person, table }) => `${person} ${table}`)
  const turns = counted(seating.visits, ({ person, round }) => `${person} ${round}`)
  const each = counted(seating.visits, ({ person }) => person)
  const pinsOf = counted(
    seating.visits.filter(({ why }) => why === 'pin'),
    ({ person }) => person,
  )
  const groupAt = ({ person, table }: Visit): string => `${people.get(person)?.group} ${table}`
  const groups = counted(seating.visits, groupAt)
  const pinnedOfGroup = counted(
    seating.visits.filter(({ why }) => why === 'pin'),
    groupAt,
  )
  const musts = counted(
    seating.visits.filter(({ why }) => why === 'must'),
    ({ table }) => table,
  )
  for (const visit of seating.visits) {
    const person = people.get(visit.person)
    const table = tables.get(visit.table)
    const r = problem.rounds.indexOf(visit.round)
    if (!person || !table || r < 0) {
      found.push(`unknown: ${JSON.stringify(visit)}`)
      continue
    }
    const { person: id, table: at, round, why } = visit
    rule((inCell.get(`${at} ${round}`) ?? 0) <= (table.seats[r] ?? 0), 'over its seats', visit)
    rule(pairs.get(`${id} ${at}`) === 1, 'twice', visit)
    rule(!person.visited.includes(at), 'again', visit)
    rule(turns.get(`${id} ${round}`) === 1, 'two tables', visit)
    rule(person.free[r] === true, 'not free', visit)
    const banned = problem.bans.some((ban) => ban.person === id && ban.table === at)
    rule(!banned, 'banned', visit)
    rule(why === 'pin' || !person.vetoes.includes(at), 'vetoed', visit)
    const most = Math.max(person.most ?? Infinity, pinsOf.get(id) ?? 0)
    rule((each.get(id) ?? 0) <= most, 'own maximum', visit)
    if (problem.perGroup !== null && person.group !== null) {
      const limit = Math.max(problem.perGroup, pinnedOfGroup.get(groupAt(visit)) ?? 0)
      rule((groups.get(groupAt(visit)) ?? 0) <= limit, 'group', visit)
    }
    const rank = person.wishes.indexOf(at)
    rule(visit.rank === (rank < 0 ? null : rank), 'rank', visit)
    rule(why !== 'wish' || rank >= 0, 'no wish', visit)
    rule(why !== 'suggestion' || (problem.suggest && rank < 0), 'no suggestion', visit)
    const wanted = problem.musts.some((must) => must.person === id && must.table === at)
    rule(why !== 'must' || wanted, 'no must', visit)
    rule((musts.get(at) ?? 0) <= problem.mustQuota, 'quota', visit)
  }
  problem.pins.forEach((pin, at) => {
    const rounds = pin.people.map(
      (id) =>
        seating.visits.find(({ person, table }) => person === id && table === pin.table)?.round,
    )
    const [first] = rounds
    const kept = rounds.every((round) => round !== undefined && round === (pin.round ?? first))
    if (!kept && !failed.has(at)) found.push(`pin ${at} neither kept nor reported`)
  })
  return found
}

function counted<Of>(items: readonly Of[], key: (item: Of) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

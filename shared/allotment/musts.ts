import { solve } from './min-cost-flow.ts'
import { Network } from './network.ts'
import { type Pair, roomFrom, sizes } from './room.ts'
import type { Timetable } from './timetable.ts'

/**
 * The hosts' must-meets that are given: as many as quotas, seats, groups and people's rounds allow, those
 * higher in a table's list first. One flow, from tables to people.
 */
export function grantMusts(timetable: Timetable): Pair[] {
  const { instance } = timetable
  const { problem, personAt, tableAt } = instance
  const [P, T] = sizes(instance)
  const room = roomFrom(timetable, 0, [])
  const asked: { pair: Pair; place: number }[] = []
  const places = new Int32Array(T)
  const seen = new Set<number>()
  for (const { person, table } of problem.musts) {
    const [p, t] = [personAt.get(person), tableAt.get(table)]
    if (p === undefined || t === undefined || !room.may(p, t)) continue
    if (room.groupLeft(p, t) <= 0 || seen.has(p * T + t)) continue
    seen.add(p * T + t)
    asked.push({ pair: [p, t], place: places[t] as number })
    places[t] = (places[t] as number) + 1
  }
  const groups = new Map<string, number>()
  for (const {
    pair: [p, t],
  } of asked) {
    const key = `${t} ${instance.group[p]}`
    if (Number.isFinite(room.groupLeft(p, t)) && !groups.has(key)) groups.set(key, groups.size)
  }
  const had = new Map(problem.tables.map(({ id, mustsHad = 0 }) => [id, mustsHad]))
  const quotaOf = (t: number): number =>
    problem.mustQuota - (had.get(instance.tables[t] as string) ?? 0)
  const firstGroup = 1 + T
  const firstPerson = firstGroup + groups.size
  const sink = firstPerson + P
  const network = new Network(sink + 1)
  for (let t = 0; t < T; t += 1)
    network.arc(0, 1 + t, Math.max(0, Math.min(quotaOf(t), room.tables[t] as number)), 0)
  const linked = new Set<number>()
  const arcs = asked.map(({ pair: [p, t], place }) => {
    const group = groups.get(`${t} ${instance.group[p]}`)
    if (group !== undefined && !linked.has(group)) {
      linked.add(group)
      network.arc(1 + t, firstGroup + group, room.groupLeft(p, t), 0)
    }
    return network.arc(group === undefined ? 1 + t : firstGroup + group, firstPerson + p, 1, place)
  })
  for (let p = 0; p < P; p += 1) network.arc(firstPerson + p, sink, room.people[p] as number, 0)
  solve(network, 0, sink)
  return asked.filter((_, at) => network.flow(arcs[at] as number) > 0).map(({ pair }) => pair)
}

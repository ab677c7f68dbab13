import { BANNED, VISITED, type Instance } from './instance.ts'
import type { PinProblem, Seating } from './problem.ts'
import type { Timetable } from './timetable.ts'

interface KnownPin {
  /** its place in the problem's list */
  at: number
  people: number[]
  table: number
  /** -1: some round */
  round: number
}

/** Search for rounds goes no further than so many tries, which is far more than a day's pins need. */
const TRIES = 20_000

/** Seats what is pinned, first where the round is given, and says what cannot be kept. */
export function placePins(timetable: Timetable): Seating['problems'] {
  const problems: Seating['problems'] = []
  const open: KnownPin[] = []
  const refuse = (pin: number, [reason, p]: Refusal): void => {
    const person = p === -1 ? null : (timetable.instance.people[p] ?? null)
    problems.push({ pin, reason, person })
  }
  timetable.instance.problem.pins.forEach((_, at) => {
    const pin = knownPin(timetable.instance, at)
    if (pin === null) return refuse(at, ['unknown', -1])
    const forbidden = forbids(timetable.instance, pin)
    if (forbidden) return refuse(at, forbidden)
    if (pin.round < 0) return void open.push(pin)
    const why = hinders(timetable, pin, pin.round)
    if (why === null) hold(timetable, pin, pin.round)
    else refuse(at, why)
  })
  for (const pin of withRounds(timetable, open)) refuse(pin.at, ['no-round', -1])
  return problems.sort((a, b) => a.pin - b.pin)
}

type Refusal = readonly [reason: PinProblem, person: number]

function knownPin(instance: Instance, at: number): KnownPin | null {
  const pin = instance.problem.pins[at]
  if (pin === undefined) return null
  const people = [...new Set(pin.people)].map((id) => instance.personAt.get(id) ?? -1)
  const table = instance.tableAt.get(pin.table) ?? -1
  const round = pin.round === null ? -1 : instance.rounds.indexOf(pin.round)
  const known = !people.includes(-1) && table >= 0 && (pin.round === null || round >= 0)
  return known ? { at, people, table, round } : null
}

function forbids({ never, tables }: Instance, { people, table }: KnownPin): Refusal | null {
  for (const p of people) {
    const flags = never[p * tables.length + table] as number
    if (flags & BANNED) return ['banned', p]
    if (flags & VISITED) return ['visited', p]
  }
  return null
}

/** What keeps the pin out of this round, or null. Those who sit there already are no hindrance. */
function hinders(timetable: Timetable, { people, table }: KnownPin, r: number): Refusal | null {
  const { instance, at, when } = timetable
  const [T, R] = [instance.tables.length, instance.rounds.length]
  const coming = people.filter((p) => at[p * R + r] !== table)
  for (const p of coming) {
    if (instance.free[p * R + r] === 0) return ['not-free', p]
    if (at[p * R + r] !== -1 || when[p * T + table] !== -1) return ['pinned', p]
  }
  return timetable.seatsLeft(table, r) < coming.length ? ['full', -1] : null
}

/** Gives those who came to the table by it. */
function hold(timetable: Timetable, { people, table }: KnownPin, r: number): number[] {
  const R = timetable.instance.rounds.length
  const coming = people.filter((p) => timetable.at[p * R + r] !== table)
  for (const p of coming) {
    timetable.seat(p, table, r, 'pin')
    timetable.fixed[p * R + r] = 1
  }
  return coming
}

function release(timetable: Timetable, people: readonly number[], table: number, r: number): void {
  const R = timetable.instance.rounds.length
  for (const p of people) {
    timetable.leave(p, table)
    timetable.fixed[p * R + r] = 0
  }
}

/**
 * Finds rounds for the pins that name none, by going back on earlier ones where a later one finds no place.
 * Gives those left over: all of them fit, or as many as do one after the other.
 */
function withRounds(timetable: Timetable, pins: readonly KnownPin[]): KnownPin[] {
  const options = (pin: KnownPin): number[] => roundsFor(timetable, pin)
  const hardest = [...pins].sort((a, b) => options(a).length - options(b).length || a.at - b.at)
  let tries = 0
  const fits = (from: number): boolean => {
    const pin = hardest[from]
    if (pin === undefined) return true
    for (const r of options(pin)) {
      if (++tries > TRIES) return false
      const came = hold(timetable, pin, r)
      if (fits(from + 1)) return true
      release(timetable, came, pin.table, r)
    }
    return false
  }
  if (fits(0)) return []
  return hardest.filter((pin) => {
    const [round] = options(pin)
    if (round !== undefined) hold(timetable, pin, round)
    return round === undefined
  })
}

/** Rounds in which it can be kept: those most of its people hold now, then the emptiest. */
function roundsFor(timetable: Timetable, pin: KnownPin): number[] {
  const { held, rounds } = timetable.instance
  const R = rounds.length
  const holding = (r: number): number =>
    pin.people.filter((p) => held[p * R + r] === pin.table).length
  const left = (r: number): number => timetable.seatsLeft(pin.table, r)
  return rounds
    .map((_, r) => r)
    .filter((r) => hinders(timetable, pin, r) === null)
    .sort((a, b) => holding(b) - holding(a) || left(b) - left(a) || a - b)
}

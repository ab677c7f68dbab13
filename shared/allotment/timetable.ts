import type { Instance } from './instance.ts'
import type { Why } from './problem.ts'

/** Who sits where in which round, with the counts that every rule asks for. It keeps no rule itself. */
export class Timetable {
  readonly instance: Instance
  /** person × round: the table, -1: none */
  readonly at: Int32Array
  /** person × table: the round, -1: none */
  readonly when: Int16Array
  /** person × round: 1 for a seat that a pin holds */
  readonly fixed: Uint8Array
  /** table × round: who sits there */
  readonly sitting: number[][]
  /** for each person and table: visits */
  readonly ofPerson: Int32Array
  readonly ofTable: Int32Array
  /** group × table: visits */
  readonly ofGroup: Int32Array
  /** person × table: why there, by its place in WHYS */
  private readonly why: Uint8Array

  constructor(instance: Instance) {
    const [P, T, R] = [instance.people.length, instance.tables.length, instance.rounds.length]
    this.instance = instance
    this.at = new Int32Array(P * R).fill(-1)
    this.when = new Int16Array(P * T).fill(-1)
    this.fixed = new Uint8Array(P * R)
    this.sitting = Array.from({ length: T * R }, () => [])
    this.ofPerson = new Int32Array(P)
    this.ofTable = new Int32Array(T)
    this.ofGroup = new Int32Array(instance.groups * T)
    this.why = new Uint8Array(P * T)
  }

  copy(): Timetable {
    const other = new Timetable(this.instance)
    for (const key of ['at', 'when', 'fixed', 'ofPerson', 'ofTable', 'ofGroup', 'why'] as const)
      other[key].set(this[key])
    this.sitting.forEach((people, cell) => (other.sitting[cell] = [...people]))
    return other
  }

  /** All of them. */
  visits(): number {
    return this.ofTable.reduce((sum, one) => sum + one, 0)
  }

  seat(p: number, t: number, r: number, why: Why): void {
    this.enter(p, t, r)
    this.count(p, t, 1)
    this.why[p * this.tables + t] = WHYS.indexOf(why)
  }

  leave(p: number, t: number): void {
    this.exit(p, t)
    this.count(p, t, -1)
  }

  /** To the same table in another round. */
  move(p: number, t: number, r: number): void {
    this.exit(p, t)
    this.enter(p, t, r)
  }

  /** Two visits of one person change places; `other` -1: a free round. */
  exchange(p: number, t: number, other: number, r: number, otherRound: number): void {
    this.exit(p, t)
    if (other >= 0) this.move(p, other, otherRound)
    this.enter(p, t, r)
  }

  /** Here in this round and not yet seated. */
  free(p: number, r: number): boolean {
    const cell = p * this.rounds + r
    return this.instance.free[cell] === 1 && this.at[cell] === -1
  }

  load(t: number, r: number): number {
    return (this.sitting[t * this.rounds + r] as number[]).length
  }

  seats(t: number, r: number): number {
    return this.instance.seats[t * this.rounds + r] as number
  }

  seatsLeft(t: number, r: number): number {
    return this.seats(t, r) - this.load(t, r)
  }

  whyOf(p: number, t: number): Why {
    return WHYS[this.why[p * this.tables + t] as number] as Why
  }

  /** How many more of this person's group may visit the table. */
  groupLeft(p: number, t: number): number {
    const { problem, group } = this.instance
    const g = group[p] as number
    if (problem.perGroup === null || g < 0) return Infinity
    return problem.perGroup - (this.ofGroup[g * this.tables + t] as number)
  }

  private get rounds(): number {
    return this.instance.rounds.length
  }

  private get tables(): number {
    return this.instance.tables.length
  }

  private enter(p: number, t: number, r: number): void {
    this.at[p * this.rounds + r] = t
    this.when[p * this.tables + t] = r
    ;(this.sitting[t * this.rounds + r] as number[]).push(p)
  }

  private exit(p: number, t: number): void {
    const r = this.when[p * this.tables + t] as number
    this.at[p * this.rounds + r] = -1
    this.when[p * this.tables + t] = -1
    const here = this.sitting[t * this.rounds + r] as number[]
    here.splice(here.indexOf(p), 1)
  }

  private count(p: number, t: number, by: number): void {
    this.ofPerson[p] = (this.ofPerson[p] as number) + by
    this.ofTable[t] = (this.ofTable[t] as number) + by
    const g = this.instance.group[p] as number
    if (g >= 0)
      this.ofGroup[g * this.tables + t] = (this.ofGroup[g * this.tables + t] as number) + by
  }
}

const WHYS: readonly Why[] = ['wish', 'suggestion', 'must', 'pin']

import type { Seating, SeatingPerson, SeatingProblem } from '#shared/allotment/problem.ts'

/** The same window seated again: what each person holds now is known. */
export function heldNow(problem: SeatingProblem, { visits }: Seating): SeatingProblem {
  const at = new Map(visits.map(({ person, round, table }) => [`${person} ${round}`, table]))
  const people = problem.people.map((person) => ({
    ...person,
    held: problem.rounds.map((round) => at.get(`${person.id} ${round}`) ?? null),
  }))
  return { ...problem, people }
}

/** The rounds from number `from` on (counted from 0): what was visited before is had, the rest is held. */
export function later(problem: SeatingProblem, seating: Seating, from: number): SeatingProblem {
  const held = heldNow(problem, seating)
  const people = held.people.map((person) => ({
    ...person,
    visited: person.held.slice(0, from).filter((table) => table !== null),
    free: person.free.slice(from),
    held: person.held.slice(from),
  }))
  const tables = problem.tables.map((table) => ({ ...table, seats: table.seats.slice(from) }))
  return { ...held, rounds: problem.rounds.slice(from), tables, people }
}

/** The next round stays as it is: its seats are pinned, and nobody else comes into it. */
export function nextRoundFrozen(problem: SeatingProblem): SeatingProblem {
  const [round = ''] = problem.rounds
  const pins = problem.people.flatMap(({ id, free: [here], held: [table] }) =>
    here && table ? [{ people: [id], table, round }] : [],
  )
  const people = problem.people.map((person): SeatingPerson => ({
    ...person,
    free: person.free.map((here, r) => here && (r > 0 || person.held[0] !== null)),
  }))
  return { ...problem, pins, people }
}

/**
 * `npm run allot -- export.json`: seats an exported choosing window again, by the same rules and seed, says
 * what each share of people got, and whether it is the seating that the export holds.
 */
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { SeatingProblem, Visit } from '#shared/allotment/problem.ts'
import { seat } from '#shared/allotment/seat.ts'
import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import { readExport } from './allot/read-export.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function report(problem: SeatingProblem, figures: SeatingFigures): string[] {
  const { wishers, firstChoice, topThree, histogram, worstOff } = figures
  const { satisfaction, satisfactionP5, satisfactionLeast, gini } = figures
  return [
    `${problem.people.length} people, ${problem.tables.length} tables, ${problem.rounds.length} rounds, policy ${problem.policy}, seed "${problem.seed}"`,
    `First choice: ${percent(firstChoice)} of ${wishers} people with wishes; one of their first three: ${percent(topThree)}`,
    `Wishes met: ${histogram.map((count, n) => `${n} for ${count}`).join(', ')}; nobody fewer than ${worstOff}`,
    `Satisfaction (1: the best possible day): mean ${satisfaction.toFixed(3)}, lowest twentieth ${satisfactionP5.toFixed(3)}, least ${satisfactionLeast.toFixed(3)}, Gini ${gini.toFixed(3)}`,
    `Seats: ${figures.seats}, of which ${figures.emptySeats} empty and ${figures.suggested} by suggestion`,
    ...(problem.people.some(({ held }) => held.some((table) => table !== null))
      ? [
          `Against the seats held: ${figures.moved} move, ${figures.firstChoicesLost} lose a first choice`,
        ]
      : []),
  ]
}

type Seat = Pick<Visit, 'person' | 'table' | 'round'>

/** How many seats only one of the two seatings gives. */
function differences(one: readonly Seat[], other: readonly Seat[]): number {
  const keys = (visits: readonly Seat[]): Set<string> =>
    new Set(visits.map(({ person, table, round }) => JSON.stringify([person, table, round])))
  const [ours, theirs] = [keys(one), keys(other)]
  const only = (these: Set<string>, those: Set<string>): number =>
    [...these].filter((key) => !those.has(key)).length
  return only(ours, theirs) + only(theirs, ours)
}

/** What went wrong in one sentence, or null. */
function allot(path: string | undefined): string | null {
  if (path === undefined) return 'Say which export: npm run allot -- export.json'
  const read = readExport(path)
  if (typeof read === 'string') return read
  const { problem, seating } = read
  const found = seat(problem)
  for (const line of report(problem, seatingFigures(problem, found))) console.log(line)
  for (const { pin, reason, person } of found.problems)
    console.log(`Pin ${pin + 1} cannot be kept: ${reason}${person === null ? '' : ` (${person})`}`)
  if (seating === null) return null
  const off = differences(found.visits, seating.visits)
  if (off > 0)
    return `This is not the seating in the export: ${off} visits are in only one of them.`
  console.log(`Exactly the seating in the export: all ${found.visits.length} visits are the same.`)
  return null
}

const problem = allot(process.argv[2])
if (problem !== null) {
  console.error(problem)
  process.exitCode = 1
}

import { problemOf } from '#shared/allotment/from-show.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow } from '#shared/show/state.ts'
import type { ChoosingWindow, SeatingRun } from '#shared/show/choosing/window.ts'
import type { DeepReadonly } from '#shared/show/state.ts'
import type { ShowRunner } from '../../runner/types.ts'
import type { Store } from '../../store/port.ts'
import { journal } from './journal.ts'

type Window = DeepReadonly<ChoosingWindow>
type Run = DeepReadonly<SeatingRun>

/** What `npm run allot` takes: the question as it was, and the seats that were given. No name is in it. */
export interface SeatingExport {
  window: string
  problem: SeatingProblem
  seating: { visits: { person: string; table: string; round: string }[] }
}

/** The seating that was published last, of the window that was seated last; null: nothing has been published. */
export async function seatingExport(
  runner: ShowRunner,
  store: Pick<Store, 'read'>,
): Promise<SeatingExport | null> {
  const last = lastPublished(Object.values(runner.show().windows))
  if (!last) return null
  const { window, run } = last
  const show = emptyShow(runner.id)
  for await (const { n, event } of journal(runner, store)) {
    if (n > run.basis) break
    evolve(show, event as Event)
  }
  const asked = show.windows[window.id]
  if (!asked) return null
  // A run holds all that it was worked out with.
  const { problem } = problemOf(show, runner.people(), asked, run)
  return { window: window.title, problem: nameless(problem), seating: { visits: visitsOf(run) } }
}

function lastPublished(windows: readonly Window[]): { window: Window; run: Run } | null {
  const found = windows.flatMap((window) => {
    const run = window.runs.find(({ id }) => id === window.published)
    return run ? [{ window, run }] : []
  })
  return found.toSorted((a, b) => b.run.id - a.run.id)[0] ?? null
}

/** Organisations as numbers: only who is of the same matters. */
function nameless(problem: SeatingProblem): SeatingProblem {
  const groups = new Map<string, string>()
  const numberOf = (group: string): string => {
    const known = groups.get(group) ?? `organisation ${groups.size + 1}`
    groups.set(group, known)
    return known
  }
  return {
    ...problem,
    people: problem.people.map((person) => ({
      ...person,
      group: person.group === null ? null : numberOf(person.group),
    })),
  }
}

const visitsOf = ({ seats }: Run): SeatingExport['seating']['visits'] =>
  Object.entries(seats).flatMap(([round, tables]) =>
    Object.entries(tables).flatMap(([table, people]) =>
      people.map((person) => ({ person, table, round })),
    ),
  )

import { fullShow, DEMO, type FullShow } from '../../../scripts/seed/full-show.ts'
import type { PersonId } from '#shared/show/words.ts'
import { opened, type Opened, STAGE } from './site.ts'

/** What printers stumble over: Welsh, Polish, Greek, and 60 letters without a place to break. */
export const NAMES = ['Ŵyn Llŷr Łukasiewicz', 'Ελένη Παπαδοπούλου', 'W'.repeat(60), 'Jo Ellis']

export interface PrintHall {
  site: Opened
  full: FullShow
  /** of those names; they sit at tables 1 to 4 in round 1, and the first at table 5 in round 2 */
  people: PersonId[]
}

/** Six rounds at eight tables with titles of 120 letters, and four people. */
export async function printHall(dist?: string): Promise<PrintHall> {
  const site = await opened(dist === undefined ? {} : { config: { dist } })
  const full = fullShow(STAGE, {
    ...DEMO,
    day: '2026-11-24',
    delegates: 0,
    pitches: 8,
    rounds: 6,
    longTitles: true,
    byItself: false,
  })
  const people = NAMES.map((_, index) => `per-printed${index}` as PersonId)
  await site.send({ type: 'batch', commands: full.commands })
  for (const [index, person] of people.entries()) {
    const name = NAMES[index] ?? ''
    const details = {
      name,
      organisation: 'Cyngor Gwynedd',
      jobTitle: 'Lead',
      email: '',
      ticket: '',
    }
    await site.send({ type: 'save-person', person, roles: ['delegate'], details })
    await sit({ site, full, people }, index, 0, index)
  }
  await sit({ site, full, people }, 0, 1, 4)
  return { site, full, people }
}

/** Seats one of them by their number, the round's and the table's. */
export async function sit(
  { site, full, people }: PrintHall,
  who: number,
  round: number,
  table: number,
): Promise<void> {
  const [person, at, to] = [people[who], full.rounds[round], full.tables[table]]
  if (!person || !at || !to) throw new Error('there is no such seat')
  const moved = await site.send({ type: 'move-person', person, round: at, table: to })
  if (!moved.ok) throw new Error(moved.refusal.code)
}

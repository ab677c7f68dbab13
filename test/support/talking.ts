import { decide } from '#shared/show/decide.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { StoredWrite, TextRow } from '#shared/show/decision.ts'
import { evolve } from '#shared/show/evolve.ts'
import type { Actor, PersonId, TableId, TextId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { takeTexts } from '../../server/runner/texts.ts'
import {
  as,
  bench,
  type Bench,
  COHOST,
  details,
  GUESTS,
  HOSTS,
  ORGANISER,
  RD,
  T0,
  TABLES,
} from './decider.ts'

export const people = new Map([...GUESTS, ...HOSTS, COHOST].map((one) => [one, details(one)]))

/** A bench whose texts are kept as the server keeps them. */
export interface Talking extends Bench {
  texts: Map<TextId, TextRow>
  says(command: SingleCommand, actor?: Actor): string[] | string
}
export function talking(options: Parameters<typeof bench>[0] = {}): Talking {
  const b = bench(options)
  const texts = new Map<TextId, TextRow>()
  return {
    ...b,
    texts,
    says(command, actor = ORGANISER) {
      const decision = decide(b.show, command, { at: T0, actor })
      if (!decision.ok) return decision.refusal.code
      for (const event of decision.events) evolve(b.show, event)
      b.journal.push(...decision.events)
      takeTexts(texts, decision.people as StoredWrite[])
      return decision.events.map(({ type }) => type)
    },
  }
}
/** Everybody who is named sits at the first table in the first round, which is over. */
export function satThere(
  b: Talking,
  guests: readonly PersonId[],
  table: TableId = TABLES[0],
): void {
  b.does({ type: 'open-round', round: RD[0] })
  for (const guest of guests) b.does({ type: 'pick-table', round: RD[0], table }, 0, as(guest))
}
/** The first round closes, moves, runs and ends. */
export function roundOver(b: Talking): void {
  for (const type of ['close-round', 'move-round', 'run-round', 'end-round'] as const)
    b.does({ type, round: RD[0] }, MINUTE)
}

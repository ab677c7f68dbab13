import type { PersonId } from '#shared/show/words.ts'
import type { PersonRow } from '#shared/sheets/types.ts'
import { agree, type Directory, type Held, isBlank, sameEmail, sameText } from './directory.ts'

/** Of the people whom a row may mean, the one it means; undefined: that is not plain. */
type Choice = (row: PersonRow, named: readonly Held[]) => Held | undefined

/** The same, or both say nothing. */
const equal = (a: string | null, b: string | null): boolean =>
  isBlank(a) === isBlank(b) && agree(a, b)
const byEmail = (row: PersonRow, held: Held): boolean =>
  row.email !== null && sameEmail(held.email, row.email)
const only = (found: readonly Held[]): Held | undefined =>
  found.length === 1 ? found[0] : undefined

/** From the surest sign to the weakest. */
const CHOICES: readonly Choice[] = [
  (row, named) => named.find((held) => byEmail(row, held) && equal(held.ticket, row.ticket)),
  (row, named) => named.find((held) => byEmail(row, held)),
  (row, named) =>
    named.find(
      (held) =>
        equal(held.organisation, row.organisation) &&
        equal(held.email, row.email) &&
        equal(held.ticket, row.ticket),
    ),
  (row, named) =>
    only(
      named.filter(
        (held) =>
          !isBlank(row.organisation) &&
          sameText(held.organisation, row.organisation ?? '') &&
          agree(held.email, row.email),
      ),
    ),
  (row, named) =>
    only(
      named.filter(
        (held) => agree(held.organisation, row.organisation) && agree(held.email, row.email),
      ),
    ),
]

/**
 * Who each row is: by the ticket number, else e-mail and name, else the name where nothing speaks
 * against it. All rows get to show their surest sign before any is judged by a weaker one, so that
 * nobody is taken for somebody who has a row of their own.
 */
export function findPeople(people: Directory, rows: readonly PersonRow[]): (Held | null)[] {
  const taken = new Set<PersonId>()
  const found: (Held | null)[] = rows.map(() => null)
  const each = (find: (row: PersonRow) => Held | undefined): void => {
    for (const [index, row] of rows.entries()) {
      const held = found[index] === null ? find(row) : undefined
      if (!held) continue
      found[index] = held
      taken.add(held.id)
    }
  }
  const free = (held: Held): boolean => !taken.has(held.id)
  each((row) => (row.ticket === null ? undefined : people.byTicket(row.ticket).find(free)))
  for (const choose of CHOICES)
    each((row) =>
      choose(
        row,
        people.byName(row.name).filter((held) => free(held) && agree(held.ticket, row.ticket)),
      ),
    )
  return found
}

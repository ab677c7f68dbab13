import type { PersonId, Role } from '#shared/show/words.ts'
import type { PersonLine } from './console.ts'

/** Case, accents and apostrophes make no difference: `sian` finds Siân. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’]/g, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .trim()

export interface FindEntry {
  person: PersonLine
  /** words of the name, and of everything */
  name: readonly string[]
  all: readonly string[]
}
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** What is looked through, in the order of names as people read them. */
export function findIndex(people: readonly PersonLine[]): FindEntry[] {
  const order = new Intl.Collator('en-GB', { sensitivity: 'base' })
  return people
    .map((person) => {
      const name = wordsOf(person.name)
      return {
        person,
        name,
        all: [...name, ...wordsOf(`${person.organisation} ${person.jobTitle}`)],
      }
    })
    .toSorted((a, b) => order.compare(a.person.name, b.person.name))
}

export interface PeopleFilter {
  query: string
  role: Role | 'all'
  here: 'all' | 'here' | 'not-here'
}

/** Every word asked for begins a word of name, organisation or job title; those found by name alone come first. */
export function findPeople(
  index: readonly FindEntry[],
  here: Readonly<Record<PersonId, unknown>>,
  filter: PeopleFilter,
): PersonLine[] {
  const asked = wordsOf(filter.query)
  const begins = (words: readonly string[], part: string) =>
    words.some((word) => word.startsWith(part))
  const byName: PersonLine[] = []
  const byRest: PersonLine[] = []
  for (const { person, name, all } of index) {
    if (filter.role !== 'all' && !person.roles.includes(filter.role)) continue
    if (filter.here !== 'all' && (here[person.id] !== undefined) !== (filter.here === 'here'))
      continue
    if (!asked.every((part) => begins(all, part))) continue
    if (asked.every((part) => begins(name, part))) byName.push(person)
    else byRest.push(person)
  }
  return [...byName, ...byRest]
}

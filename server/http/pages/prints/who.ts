import type { PersonDetails } from '#shared/show/decision.ts'
import type { Attendee, DeepReadonly } from '#shared/show/state.ts'
import { type PersonId, type Role, ROLES } from '#shared/show/words.ts'
import { findIndex, findPeople, type PeopleFilter } from '#shared/views/find-people.ts'
import type { ShowRunner } from '../../../runner/types.ts'
import { textOf } from '../../site.ts'

const order = new Intl.Collator('en-GB')

/** Somebody whose page is printed; those whose row is gone have none. */
export interface Printed {
  attendee: DeepReadonly<Attendee>
  person: PersonDetails
}

/**
 * Whom an address asks to print, by surname: `?person=` one alone, else those that the list of people on the
 * console shows for `?q=`, `?role=` and `?here=`; all of them without any. null: there is no such person.
 */
export function whoIsPrinted(
  runner: Pick<ShowRunner, 'show' | 'people'>,
  query: unknown,
): Printed[] | null {
  const show = runner.show()
  const rows = runner.people()
  const one = textOf(query, 'person')
  if (one !== '' && !show.people[one as PersonId]) return null
  const all = Object.values(show.people).flatMap((attendee): Printed[] => {
    const person = rows.get(attendee.id)
    return person && (one === '' || attendee.id === one) ? [{ attendee, person }] : []
  })
  return found(all, filterOf(query))
    .map((printed) => ({ printed, by: lastName(printed.person.name) }))
    .toSorted((a, b) => order.compare(a.by, b.by))
    .map(({ printed }) => printed)
}

function filterOf(query: unknown): PeopleFilter {
  const here = textOf(query, 'here')
  const role = textOf(query, 'role') as Role
  return {
    query: textOf(query, 'q'),
    role: ROLES.includes(role) ? role : 'all',
    here: here === 'here' || here === 'not-here' ? here : 'all',
  }
}

function found(all: readonly Printed[], filter: PeopleFilter): readonly Printed[] {
  if (filter.query.trim() === '' && filter.role === 'all' && filter.here === 'all') return all
  const byId = new Map(all.map((printed) => [printed.attendee.id, printed]))
  const lines = all.map(
    ({ attendee: { id, roles }, person: { name, organisation, jobTitle } }) => ({
      id,
      roles,
      name,
      organisation,
      jobTitle,
    }),
  )
  const here = Object.fromEntries(
    all.flatMap(({ attendee: { id, checkedInAt } }) => (checkedInAt === null ? [] : [[id, true]])),
  )
  return findPeople(findIndex(lines), here, filter).flatMap(({ id }) => byId.get(id) ?? [])
}

const lastName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

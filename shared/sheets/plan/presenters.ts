import type { PersonId } from '#shared/show/words.ts'
import { keyOf, surnameOf } from '#shared/sheets/names.ts'
import { list } from '#shared/sheets/text.ts'
import type { InnovationRow } from '#shared/sheets/types.ts'
import { agree, isBlank, sameEmail, sameText, type Held } from './directory.ts'
import { inOrder } from './people.ts'
import { mend, type RowPlan, type Work } from './work.ts'

type Named = InnovationRow['presenters'][number]

/** Whom a file has named before: the same name and address in another row is the same person. */
export type NamedBefore = Map<string, PersonId>

/** The people who present an innovation: those we know, and new ones. Null: it is not plain who is meant. */
export function planPresenters(
  work: Work,
  plan: RowPlan,
  row: InnovationRow,
  before: NamedBefore,
): PersonId[] | null {
  const ids: PersonId[] = []
  const added: string[] = []
  for (const named of row.presenters) {
    const key = `${keyOf(named.name)}|${named.email ?? keyOf(row.organisation)}`
    const again = before.get(key)
    const found = (again && work.people.get(again)) ?? findPresenter(work, named, row.organisation)
    if (found === 'several') {
      mend(
        plan,
        'presenters',
        `has the presenter ${named.name}, and there are several people of that name. Write the e-mail address too.`,
      )
      return null
    }
    const id = found ? asPresenter(work, plan, found, named) : add(work, plan, named, row)
    if (id === null) return null
    before.set(key, id)
    if (!found) added.push(named.name)
    if (!ids.includes(id)) ids.push(id)
  }
  if (added.length > 0)
    plan.says.push(
      `${list(added)} ${added.length === 1 ? 'is' : 'are'} not among the people yet, and ${
        added.length === 1 ? 'comes in as presenter' : 'come in as presenters'
      }.`,
    )
  return ids
}

/** Somebody known by the people file, by another row or from before. */
function findPresenter(
  work: Work,
  { name, email }: Named,
  organisation: string | null,
): Held | 'several' | null {
  const named = work.people.byName(name)
  if (email !== null) {
    const exact = named.filter((held) => sameEmail(held.email, email))
    if (exact[0]) return exact.find((held) => isPresenter(work, held)) ?? exact[0]
    // Jo or Joanne Ellis: an address alone may be a buyer's, so the surname has to fit as well.
    const reachable = work.people
      .byEmail(email)
      .filter((held) => sameText(surnameOf(held.name), surnameOf(name)))
    if (reachable.length === 1 && reachable[0]) return reachable[0]
  }
  const colleagues = named.filter(
    (held) => !isBlank(organisation) && sameText(held.organisation, organisation ?? ''),
  )
  const likely = colleagues.length > 0 ? colleagues : named.filter((one) => agree(one.email, email))
  const [only, another] = likely
  if (!only || !another) return only ?? null
  const presenters = likely.filter((held) => isPresenter(work, held))
  return presenters.length === 1 && presenters[0] ? presenters[0] : 'several'
}

const isPresenter = (work: Work, { id }: Held): boolean =>
  work.show.people[id]?.roles.includes('presenter') ?? false

function asPresenter(work: Work, plan: RowPlan, held: Held, { email }: Named): PersonId | null {
  const { id, ...details } = held
  const before = work.show.people[id]?.roles ?? []
  const learns = held.email === '' && email !== null
  if (before.includes('presenter') && !learns) return id
  const roles = inOrder([...before, 'presenter'])
  const now = learns ? { ...details, email } : null
  if (!work.send(plan, { type: 'save-person', person: id, roles, details: now })) return null
  if (!before.includes('presenter')) plan.says.push(`${held.name} is now a presenter.`)
  if (learns) plan.says.push(`The e-mail address of ${held.name} is now ${email}.`)
  return id
}

function add(work: Work, plan: RowPlan, named: Named, row: InnovationRow): PersonId | null {
  const person = work.newId<PersonId>('per')
  const accepted = work.send(plan, {
    type: 'save-person',
    person,
    roles: ['presenter'],
    details: {
      name: named.name,
      organisation: row.organisation ?? '',
      jobTitle: '',
      email: named.email ?? '',
      ticket: '',
    },
  })
  return accepted ? person : null
}

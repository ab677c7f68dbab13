import type { PersonId } from '#shared/show/words.ts'
import { keyOf, surnameOf } from '#shared/sheets/names.ts'
import { list, plain } from '#shared/sheets/text.ts'
import type { InnovationRow } from '#shared/sheets/types.ts'
import { agree, isBlank, sameEmail, sameText, type Held } from './directory.ts'
import { inOrder } from './people.ts'
import { mend, type RowPlan, type Work } from './work.ts'

type Named = InnovationRow['presenters'][number]

/** Whom a file has named before: the same name and address in another row is the same person. */
export type NamedBefore = Map<string, PersonId>

/**
 * The people who present an innovation: those we know, and new ones; `known` present it now. Null: it
 * is not plain who is meant.
 */
export function planPresenters(
  work: Work,
  plan: RowPlan,
  row: InnovationRow,
  known: readonly PersonId[],
  before: NamedBefore,
): PersonId[] | null {
  const ids: PersonId[] = []
  const added: string[] = []
  for (const named of row.presenters) {
    // Two presenters in one cell are two people.
    const others = known.filter((id) => !ids.includes(id))
    const key = `${keyOf(named.name)}|${named.email ?? keyOf(row.organisation)}`
    const found =
      exactly(work, named) ??
      already(work, named, row, others) ??
      held(work, before.get(key)) ??
      likely(work, named, row.organisation)
    if (found === 'several') {
      mend(
        plan,
        'presenters',
        `has the presenter ${named.name}, and there are several people of that name. Write the e-mail address too.`,
      )
      return null
    }
    const presents = found !== null && found !== undefined && known.includes(found.id)
    const id = found ? asPresenter(work, plan, found, named, presents) : add(work, plan, named, row)
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

const held = (work: Work, id: PersonId | undefined): Held | undefined =>
  id === undefined ? undefined : work.people.get(id)

/** The same e-mail and name; Jo or Joanne Ellis when nobody else has that address and surname. */
function exactly(work: Work, { name, email }: Named): Held | undefined {
  if (email === null) return undefined
  const exact = work.people.byName(name).filter((one) => sameEmail(one.email, email))
  if (exact[0]) return exact.find((one) => isPresenter(work, one)) ?? exact[0]
  // An address alone may be a buyer's, so surname and first letter have to fit.
  const reachable = work.people
    .byEmail(email)
    .filter((one) => sameText(surnameOf(one.name), surnameOf(name)))
    .filter((one) => plain(one.name)[0] === plain(name)[0])
  return reachable.length === 1 ? reachable[0] : undefined
}

/** Whoever of that name presents it already. */
const already = (
  work: Work,
  { name, email }: Named,
  { organisation }: InnovationRow,
  presenting: readonly PersonId[],
): Held | undefined =>
  presenting
    .flatMap((id) => work.people.get(id) ?? [])
    .find((one) => sameText(one.name, name) && (agree(one.email, email) || isOf(one, organisation)))

const isOf = (one: Held, organisation: string | null): boolean =>
  !isBlank(organisation) && sameText(one.organisation, organisation ?? '')

/** Somebody of that name: a colleague, else anyone whose address does not say otherwise. */
function likely(
  work: Work,
  { name, email }: Named,
  organisation: string | null,
): Held | 'several' | null {
  const named = work.people.byName(name)
  const colleagues = named.filter((one) => isOf(one, organisation))
  const found = colleagues.length > 0 ? colleagues : named.filter((one) => agree(one.email, email))
  const [only, another] = found
  if (!only || !another) return only ?? null
  const presenters = found.filter((one) => isPresenter(work, one))
  return presenters.length === 1 && presenters[0] ? presenters[0] : 'several'
}

const isPresenter = (work: Work, { id }: Held): boolean =>
  work.show.people[id]?.roles.includes('presenter') ?? false

/** Whoever `presents` it already has the roles that they were given. */
function asPresenter(
  work: Work,
  plan: RowPlan,
  one: Held,
  { email }: Named,
  presents: boolean,
): PersonId | null {
  const { id, ...details } = one
  const before = work.show.people[id]?.roles ?? []
  const learns = one.email === '' && email !== null
  if ((presents || before.includes('presenter')) && !learns) return id
  const roles = presents ? [...before] : inOrder([...before, 'presenter'])
  const now = learns ? { ...details, email } : null
  if (!work.send(plan, { type: 'save-person', person: id, roles, details: now })) return null
  if (roles.includes('presenter') && !before.includes('presenter'))
    plan.says.push(`${one.name} is now a presenter.`)
  if (learns) plan.says.push(`The e-mail address of ${one.name} is now ${email}.`)
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

import type { PersonId } from '#shared/show/words.ts'
import { keyOf } from '#shared/sheets/names.ts'
import { list, plain } from '#shared/sheets/text.ts'
import { LONGEST } from '#shared/sheets/limits.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import type { ForeignSession, ForeignSpeaker } from '#shared/sheets/schedule/types.ts'
import { agree, type Held, isBlank, sameEmail, sameText } from './directory.ts'
import { inOrder } from './people.ts'
import type { RowPlan, Work } from './work.ts'

/** Who the speakers of a file are among the people of the event; those whom it does not know come in. */
export class Speakers {
  readonly #work: Work
  /** whom this file has named before */
  readonly #named = new Map<string, PersonId>()
  /** the file's own ids by name, to notice namesakes */
  readonly #refs = new Map<string, string>()
  readonly #namesakes = new Set<string>()
  /** people by the id that our own schedules give them */
  readonly #own: ReadonlyMap<string, PersonId>
  /** who speaks already, before this file */
  readonly #speaking: ReadonlySet<PersonId>

  constructor(work: Work) {
    this.#work = work
    this.#own = new Map(
      Object.values(work.show.people).map(({ id }) => [guidOf(id, ''), id] as const),
    )
    this.#speaking = new Set(Object.values(work.show.segments).flatMap(({ speakers }) => speakers))
  }

  /** In the file's order, once each. `before` speak on this item now. Null: the file does not say. */
  of(
    plan: RowPlan,
    { speakers }: Pick<ForeignSession, 'speakers'>,
    before: readonly PersonId[],
  ): PersonId[] | null {
    if (speakers === null) return null
    const ids: PersonId[] = []
    const added: string[] = []
    for (const named of speakers) {
      this.#notice(named)
      const found = this.#find(
        named,
        before.filter((id) => !ids.includes(id)),
      )
      if (found === 'several') {
        const words = `${plan.called} ${plan.line}, ${plan.label}, has the speaker ${named.name}, and there are several people of that name. Choose who is meant under Programme.`
        plan.problems.push({ field: 'speakers', blocks: false, words })
        // Whoever was chosen by hand meanwhile stays.
        ids.push(...before.filter((id) => !ids.includes(id) && this.#isCalled(id, named)))
        continue
      }
      const speaks = found !== null && before.includes(found.id)
      const id = found ? this.#asPresenter(plan, found, named, speaks) : this.#add(plan, named)
      if (id === null) continue
      this.#named.set(keyFor(named), id)
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

  notes(): string[] {
    const names = [...this.#namesakes]
    return names.length === 0
      ? []
      : [
          `The file has several speakers called ${list(names)}. Those of one name are taken as one person.`,
        ]
  }

  #isCalled = (id: PersonId, { name }: ForeignSpeaker): boolean =>
    sameText(this.#work.people.get(id)?.name ?? '', name)

  #notice({ ref, name }: ForeignSpeaker): void {
    if (ref === '') return
    const held = this.#refs.get(plain(name))
    if (held === undefined) this.#refs.set(plain(name), ref)
    else if (held !== ref) this.#namesakes.add(name)
  }

  /** From the surest sign to the weakest; null: nobody yet. */
  #find(named: ForeignSpeaker, before: readonly PersonId[]): Held | 'several' | null {
    const { people } = this.#work
    const { email, organisation } = named
    const own = this.#own.get(named.ref)
    const ours = own === undefined ? undefined : people.get(own)
    if (ours) return ours
    const now = before
      .flatMap((id) => people.get(id) ?? [])
      .find((one) => sameText(one.name, named.name) && agree(one.email, email))
    if (now) return now
    const earlier = this.#named.get(keyFor(named))
    const held = earlier === undefined ? undefined : people.get(earlier)
    if (held) return held
    const all = people
      .byName(named.name)
      .filter((one) => plain(named.name) !== '' || one.name === named.name)
    const sure = email === null ? undefined : all.find((one) => sameEmail(one.email, email))
    if (sure) return sure
    const likely = all.filter((one) => agree(one.email, email))
    const colleagues = likely.filter(
      (one) => !isBlank(organisation) && sameText(one.organisation, organisation ?? ''),
    )
    const of = colleagues.length > 0 ? colleagues : likely
    if (of.length < 2) return of[0] ?? null
    const speaking = of.filter(({ id }) => this.#speaking.has(id))
    const presenting = of.filter(({ id }) =>
      this.#work.show.people[id]?.roles.includes('presenter'),
    )
    const only = [speaking, presenting].find((some) => some.length === 1)
    return only?.[0] ?? 'several'
  }

  /**
   * A blank takes nothing away, and what the file says fills what was blank. Whoever `speaks` on the item
   * already has the roles that they were given.
   */
  #asPresenter(
    plan: RowPlan,
    one: Held,
    { email }: ForeignSpeaker,
    speaks: boolean,
  ): PersonId | null {
    const { id, ...details } = one
    const before = this.#work.show.people[id]?.roles ?? []
    const address = one.email === '' ? addressOf(email) : ''
    if ((speaks || before.includes('presenter')) && address === '') return id
    const roles = speaks ? [...before] : inOrder([...before, 'presenter'])
    const now = address === '' ? null : { ...details, email: address }
    if (!this.#work.send(plan, { type: 'save-person', person: id, roles, details: now }))
      return null
    if (roles.includes('presenter') && !before.includes('presenter'))
      plan.says.push(`${one.name} is now a presenter.`)
    if (address !== '') plan.says.push(`The e-mail address of ${one.name} is now ${address}.`)
    return id
  }

  #add(plan: RowPlan, { name, organisation, email }: ForeignSpeaker): PersonId | null {
    const person = this.#work.newId<PersonId>('per')
    const details = {
      name,
      organisation: organisation ?? '',
      jobTitle: '',
      email: addressOf(email),
      ticket: '',
    }
    const roles = ['presenter' as const]
    return this.#work.send(plan, { type: 'save-person', person, roles, details }) ? person : null
  }
}

const addressOf = (email: string | null): string =>
  email !== null && email.length <= LONGEST.email ? email : ''

const keyFor = ({ name, email }: ForeignSpeaker): string =>
  `${plain(name) === '' ? name : keyOf(name)}|${email ?? ''}`

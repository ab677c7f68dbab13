import type { PersonDetails } from '#shared/show/decision.ts'
import type { PersonId } from '#shared/show/words.ts'
import { keyOf } from '#shared/sheets/names.ts'
import { plain } from '#shared/sheets/text.ts'

export type Held = PersonDetails & { id: PersonId }

/** People by what a file may know them by. */
export class Directory {
  readonly #held = new Map<PersonId, Held>()
  readonly #by = new Map<string, Set<PersonId>>()

  constructor(people: ReadonlyMap<PersonId, PersonDetails>) {
    for (const [id, details] of people) this.put({ ...details, id })
  }

  get(id: PersonId): Held | undefined {
    return this.#held.get(id)
  }

  put(person: Held): void {
    const before = this.#held.get(person.id)
    for (const key of before ? keysOf(before) : []) this.#by.get(key)?.delete(person.id)
    this.#held.set(person.id, person)
    for (const key of keysOf(person)) {
      const ids = this.#by.get(key) ?? new Set()
      this.#by.set(key, ids.add(person.id))
    }
  }

  byTicket = (ticket: string): Held[] => this.#find(ticketKey(ticket))
  byEmail = (email: string): Held[] => this.#find(emailKey(email))
  byName = (name: string): Held[] => this.#find(nameKey(name))

  #find(key: string): Held[] {
    return [...(this.#by.get(key) ?? [])].flatMap((id) => this.#held.get(id) ?? [])
  }
}

const ticketKey = (ticket: string): string => `ticket|${plain(ticket)}`
const emailKey = (email: string): string => `email|${email.trim().toLowerCase()}`
const nameKey = (name: string): string => keyOf('name', name)

const keysOf = ({ name, email, ticket }: Held): string[] => [
  nameKey(name),
  ...(email === '' ? [] : [emailKey(email)]),
  ...(ticket === '' ? [] : [ticketKey(ticket)]),
]

/** The same, or one of them does not say. */
export const agree = (a: string | null, b: string | null): boolean =>
  isBlank(a) || isBlank(b) || sameText(a ?? '', b ?? '')

export const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b)
export const sameEmail = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase()

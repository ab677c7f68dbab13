import type { PersonId } from '#shared/show/words.ts'
import type { Seat } from './seat.ts'

/** The connected screens of a show, by person too. */
export interface Seats extends Iterable<Seat> {
  add(seat: Seat): void
  delete(seat: Seat): void
  has(seat: Seat): boolean
  /** screens on which this person is signed in */
  of(person: PersonId): Iterable<Seat>
  hosts(): Iterable<Seat>
  /** Somebody else is signed in on this screen now. */
  rename(seat: Seat, person: PersonId | null): void
}

export function createSeats(): Seats {
  const all = new Set<Seat>()
  const hosts = new Set<Seat>()
  const people = new Map<PersonId, Set<Seat>>()

  const index = (seat: Seat): void => {
    if (seat.person === null) return
    const own = people.get(seat.person)
    if (own) own.add(seat)
    else people.set(seat.person, new Set([seat]))
  }
  const unindex = (seat: Seat): void => {
    if (seat.person === null) return
    const own = people.get(seat.person)
    own?.delete(seat)
    if (own?.size === 0) people.delete(seat.person)
  }
  return {
    [Symbol.iterator]: () => all[Symbol.iterator](),
    add(seat) {
      all.add(seat)
      if (seat.audience === 'host') hosts.add(seat)
      index(seat)
    },
    delete(seat) {
      all.delete(seat)
      hosts.delete(seat)
      unindex(seat)
    },
    has: (seat) => all.has(seat),
    of: (person) => people.get(person) ?? [],
    hosts: () => hosts,
    rename(seat, person) {
      unindex(seat)
      seat.person = person
      index(seat)
    },
  }
}

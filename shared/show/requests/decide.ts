import { isLocalDate } from '#shared/time/calendar.ts'
import { accept, type Deciders, type Decision, refuse } from '#shared/show/decision.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { isCrew, type PersonId, type TableId } from '#shared/show/words.ts'
import type { RequestsCommand } from './commands.ts'
import { groupOf, isBanned, MOST_TOGETHER, samePin } from './requests.ts'

export const decideRequests: Deciders<RequestsCommand> = {
  'set-ban': (show, { person, table: id, banned }) => {
    const stranger = refuseStranger(show, [person])
    if (stranger) return stranger
    const table = show.tables[id]
    if (!table) return refuse('unknown', { what: 'table', id }, 'table')
    if (isBanned(show, person, id) === banned) return accept()
    if (banned && isPinned(show, person, id))
      return refuse('kept-at-table', { table: table.number })
    return accept({ type: 'ban-set', person, table: id, banned })
  },
  'set-pin': (show, { people, table: id, round, pinned }) => {
    const pin = { people, table: id, round }
    const isSet = show.requests.pins.some((one) => samePin(one, pin))
    if (isSet === pinned || people.length === 0) return accept()
    if (!pinned) return accept({ type: 'pin-set', pin, pinned })
    const stranger = refuseStranger(show, people)
    if (stranger) return stranger
    const table = show.tables[id]
    if (!table) return refuse('unknown', { what: 'table', id }, 'table')
    if (round !== null && !show.rounds[round])
      return refuse('unknown', { what: 'round', id: round }, 'round')
    if (people.some((person) => isBanned(show, person, id)))
      return refuse('kept-from-table', { table: table.number })
    return accept({ type: 'pin-set', pin, pinned })
  },
  'set-musts': (show, { table, people }) => {
    if (!show.tables[table]) return refuse('unknown', { what: 'table', id: table }, 'table')
    const stranger = refuseStranger(show, people)
    if (stranger) return stranger
    const present = show.requests.musts[table] ?? []
    return present.join() === people.join()
      ? accept()
      : accept({ type: 'musts-set', table, people })
  },
  'set-company': (show, { person, others }) => {
    const people = [person, ...others.filter((other) => other !== person)]
    const stranger = refuseStranger(show, people)
    if (stranger) return stranger
    const present = groupOf(show, person)
    const isSo =
      people.length === 1
        ? present.length === 0
        : present.length === people.length && people.every((one) => present.includes(one))
    return isSo ? accept() : accept({ type: 'company-set', people })
  },
  'ask-company': (show, { other }, { actor }) => {
    const { person } = actor
    if (!person || !show.people[person] || other === person) return refuse('not-allowed')
    if (other === null) return alone(show, person)
    const stranger = refuseStranger(show, [other])
    if (stranger) return stranger
    const group = groupOf(show, person)
    if (group.includes(other) || show.requests.asks[person] === other) return accept()
    // One who is asked learns of it by asking back: until then nobody is told anything.
    if (show.requests.asks[other] !== person)
      return accept({ type: 'company-asked', person, other })
    const people = [...new Set([person, ...group, other, ...groupOf(show, other)])]
    return people.length > MOST_TOGETHER
      ? refuse('too-many-together', { most: MOST_TOGETHER })
      : accept({ type: 'company-set', people })
  },
  'set-most': (show, { most, person: named }, { actor }) => {
    const person = named ?? actor.person
    if (person !== actor.person && !actor.roles.some(isCrew)) return refuse('not-allowed')
    if (!person || !show.people[person]) return refuse('not-allowed')
    return (show.requests.most[person] ?? null) === most
      ? accept()
      : accept({ type: 'most-set', person, most })
  },
  'set-days': (show, { person, days: asked }) => {
    const stranger = refuseStranger(show, [person])
    if (stranger) return stranger
    const wrong = asked?.find((day) => !isLocalDate(day) || !show.days.includes(day))
    if (wrong !== undefined)
      return refuse('bad-value', { value: wrong, expected: 'show-day' }, 'days')
    // Whoever comes on every day there is, comes on those that are added as well.
    const isAll = asked === null || show.days.every((day) => asked.includes(day))
    const days = isAll ? null : show.days.filter((day) => asked.includes(day))
    return (show.requests.days[person] ?? null)?.join() === days?.join()
      ? accept()
      : accept({ type: 'days-set', person, days })
  },
}

function refuseStranger(show: ReadShow, people: readonly PersonId[]): Decision | null {
  const stranger = people.find((person) => !show.people[person])
  return stranger === undefined
    ? null
    : refuse('unknown', { what: 'person', id: stranger }, 'person')
}

const isPinned = ({ requests }: ReadShow, person: PersonId, table: TableId): boolean =>
  requests.pins.some((pin) => pin.table === table && pin.people.includes(person))

/** Takes back what was asked, and leaves the group that came of it. */
function alone(show: ReadShow, person: PersonId): Decision {
  const asked = show.requests.asks[person] !== undefined
  return accept(
    ...(asked ? [{ type: 'company-asked' as const, person, other: null }] : []),
    ...(groupOf(show, person).length > 0
      ? [{ type: 'company-set' as const, people: [person] }]
      : []),
  )
}

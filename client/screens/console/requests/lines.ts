import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import type { ConsoleParts } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'

type Parts = Pick<ConsoleParts, 'requests' | 'people' | 'tables' | 'rounds' | 'innovations'>

/** One thing that every seating keeps to, in words, and the commands that take it back and ask it again. */
export interface RequestLine {
  key: string
  words: string
  people: readonly PersonId[]
  back: readonly SingleCommand[]
  again: readonly SingleCommand[]
}

/** All of them, in the order in which they are read: pins, bans, groups, must-meets. */
export function requestLines(parts: Parts): RequestLine[] {
  return [...pinLines(parts), ...banLines(parts), ...groupLines(parts), ...mustLines(parts)]
}

/** Those about one person, as their sheet tells them: a group goes on without them. */
export function requestsOf(parts: Parts, person: PersonId): RequestLine[] {
  return requestLines(parts)
    .filter(({ people }) => people.includes(person))
    .map((line) =>
      line.key.startsWith('group:')
        ? { ...line, back: [{ type: 'set-company', person, others: [] }] }
        : line,
    )
}

export const nameOf = ({ people }: Pick<Parts, 'people'>, id: PersonId): string =>
  people.find((person) => person.id === id)?.name || PEOPLE.noName

/** `4, Title`; of one that is not there any more, nothing. */
export function tableName({ tables, innovations }: Parts, id: TableId): string {
  const table = tables.find((one) => one.id === id)
  const title = table?.innovation ? (innovations[table.innovation]?.title ?? '') : ''
  return table ? REQUESTS.table(table.number, title) : ''
}

const pinLines = (parts: Parts): RequestLine[] =>
  parts.requests.pins.map(({ people, table, round }) => {
    const set = (pinned: boolean): SingleCommand => ({
      type: 'set-pin',
      people: [...people],
      table,
      round,
      pinned,
    })
    const number = round === null ? null : (parts.rounds[round]?.number ?? null)
    const names = people.map((id) => nameOf(parts, id))
    return {
      key: `pin:${people.join()}:${table}:${round ?? ''}`,
      words: REQUESTS.pinLine(names, tableName(parts, table), number),
      people,
      back: [set(false)],
      again: [set(true)],
    }
  })

const banLines = (parts: Parts): RequestLine[] =>
  (Object.keys(parts.requests.bans) as PersonId[]).flatMap((person) =>
    (parts.requests.bans[person] ?? []).map((table): RequestLine => {
      const set = (banned: boolean): SingleCommand => ({ type: 'set-ban', person, table, banned })
      return {
        key: `ban:${person}:${table}`,
        words: REQUESTS.banLine(nameOf(parts, person), tableName(parts, table)),
        people: [person],
        back: [set(false)],
        again: [set(true)],
      }
    }),
  )

const groupLines = (parts: Parts): RequestLine[] =>
  parts.requests.groups.map((people) => {
    const [first, ...others] = people
    return {
      key: `group:${people.join()}`,
      words: REQUESTS.groupLine(people.map((id) => nameOf(parts, id))),
      people,
      back: others.map((person) => ({ type: 'set-company', person, others: [] })),
      again: first === undefined ? [] : [{ type: 'set-company', person: first, others }],
    }
  })

const mustLines = (parts: Parts): RequestLine[] =>
  (Object.keys(parts.requests.musts) as TableId[]).flatMap((table) => {
    const all = parts.requests.musts[table] ?? []
    const set = (people: readonly PersonId[]): SingleCommand => ({
      type: 'set-musts',
      table,
      people: [...people],
    })
    return all.map((person) => ({
      key: `must:${person}:${table}`,
      words: REQUESTS.mustLine(nameOf(parts, person), tableName(parts, table)),
      people: [person],
      back: [set(all.filter((one) => one !== person))],
      again: [set(all)],
    }))
  })

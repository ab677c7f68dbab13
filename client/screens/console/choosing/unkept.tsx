import type { PersonId } from '#shared/show/words.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { useConsole } from '../console-context.ts'

/** The places that the organiser wanted for people and a seating does not have, each with why. */
export function Unkept({ pins }: { pins: SeatingLine['unkept'] }) {
  const { parts } = useConsole()
  if (pins.length === 0) return null
  const nameOf = (id: PersonId): string =>
    parts.people.find((person) => person.id === id)?.name || PEOPLE.noName
  return (
    <div className="notice notice--refused unkept">
      <p className="notice__title">{REQUESTS.unkeptTitle(pins.length)}</p>
      <ul className="list">
        {pins.map(({ people, table, round, reason, person }) => {
          const number = parts.tables.find(({ id }) => id === table)?.number ?? 0
          const at = round === null ? null : (parts.rounds[round]?.number ?? null)
          const names = people.map(nameOf)
          const who = person === null ? names.join(', ') : nameOf(person)
          return (
            <li key={`${people.join()} ${table} ${round}`}>
              <b>{REQUESTS.unkept(names, number, at)}</b> {REQUESTS.unkeptWhy[reason](who)}
            </li>
          )
        })}
      </ul>
      <p>{REQUESTS.unkeptHow}</p>
    </div>
  )
}

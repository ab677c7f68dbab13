import type { PersonId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { FindPerson } from '../common/find-person.tsx'
import { hostedTables } from '../common/places.ts'
import { useConsole } from '../console-context.ts'
import { nameOf } from '../requests/lines.ts'
import { useRequest } from '../requests/use-request.ts'

/** Whom the presenters of a table must meet, the most wanted first. */
export function MustMeets({ table }: { table: TableLine }) {
  const { parts, may } = useConsole()
  const ask = useRequest()
  if (!may('set-musts')) return null
  const people = parts.requests.musts[table.id] ?? []
  const hosted = hostedTables(parts.hosts)
  const set = (next: readonly PersonId[], done: string): Promise<boolean> =>
    ask(
      { type: 'set-musts', table: table.id, people: [...next] },
      { done, undo: { type: 'set-musts', table: table.id, people: [...people] } },
    )
  const up = (at: number): PersonId[] => {
    const next = [...people]
    const [one] = next.splice(at, 1)
    if (one) next.splice(Math.max(0, at - 1), 0, one)
    return next
  }
  return (
    <section>
      <h3>{REQUESTS.mustsTitle}</h3>
      <p className="muted">{REQUESTS.mustsHow}</p>
      {people.length === 0 ? (
        <p className="muted">{REQUESTS.mustsNone}</p>
      ) : (
        <ol className="list">
          {people.map((id, at) => {
            const name = nameOf(parts, id)
            return (
              <li key={id} className="row row--ends">
                <span className="grow">{REQUESTS.mustPlace(at + 1, name)}</span>
                {at > 0 && (
                  <button
                    type="button"
                    className="button button--quiet button--small"
                    onClick={() => void set(up(at), REQUESTS.mustsMoved(name, at))}
                  >
                    {REQUESTS.up}
                    <span className="vh"> {name}</span>
                  </button>
                )}
                <button
                  type="button"
                  className="button button--quiet button--small"
                  onClick={() =>
                    void set(
                      people.filter((one) => one !== id),
                      REQUESTS.mustsLess(name),
                    )
                  }
                >
                  {REQUESTS.takeBack}
                  <span className="vh"> {name}</span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
      <FindPerson
        label={REQUESTS.mustsFind}
        act={REQUESTS.mustsDo}
        may={({ id, roles }) =>
          !people.includes(id) && !hosted.has(id) && roles.includes('delegate')
        }
        choose={({ id, name }) => set([...people, id], REQUESTS.mustsMore(name))}
      />
    </section>
  )
}

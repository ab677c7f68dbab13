import { useCallback, useSyncExternalStore } from 'react'
import type { PersonId } from '#shared/show/words.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { useConsole } from '../console-context.ts'

/** Checks people in and out; without a line it waits, and says so. */
export function useCheckIn(): {
  check: (person: PersonLine, arrive: boolean) => void
  stateOf: (person: PersonId) => 'sending' | 'waiting' | null
} {
  const { send, link } = useConsole()
  const pending = useSyncExternalStore(link.pending.subscribe, link.pending.getSnapshot)
  const check = useCallback(
    (person: PersonLine, arrive: boolean) => {
      const key = `check-in:${person.id}`
      if (arrive) {
        void send(
          { type: 'check-in', person: person.id },
          {
            key,
            done: PEOPLE.hereNow(person.name),
            undo: { type: 'undo-check-in', person: person.id },
          },
        )
      } else void send({ type: 'undo-check-in', person: person.id }, { key })
    },
    [send],
  )
  return { check, stateOf: (person) => pending.get(`check-in:${person}`)?.state ?? null }
}

/** One button that stays where it is, so that the focus does too. */
export function CheckIn({
  person,
  here,
  state,
  check,
}: {
  person: PersonLine
  here: boolean
  state: 'sending' | 'waiting' | null
  check: (person: PersonLine, arrive: boolean) => void
}) {
  return (
    <button
      type="button"
      className={here ? 'button button--quiet button--small' : 'button button--small'}
      aria-busy={state !== null}
      onClick={(event) => {
        // The second press of a double click is not an Undo.
        if (state === null && event.detail < 2) check(person, !here)
      }}
    >
      {state === 'waiting' ? PEOPLE.waiting : here ? PEOPLE.undo : PEOPLE.checkIn}
      <span className="vh"> {here ? PEOPLE.undoOf(person.name) : person.name}</span>
    </button>
  )
}

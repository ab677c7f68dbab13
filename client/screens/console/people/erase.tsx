import { useState } from 'react'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { type Console, useConsole } from '../console-context.ts'
import { hostedTables, roundsInOrder } from '../common/places.ts'

/** All that goes when somebody is erased, in words. */
export function whatGoes(
  {
    parts,
  }: {
    parts: Pick<
      Console['parts'],
      'programme' | 'rounds' | 'picks' | 'hosts' | 'tables' | 'innovationPresenters' | 'innovations'
    >
  },
  person: PersonLine,
  details: PersonDetails | null,
): string[] {
  const { name, organisation, jobTitle } = person
  const ticket = details?.ticket ?? ''
  const known = [
    name,
    organisation,
    jobTitle,
    details?.email ?? '',
    ticket === '' ? '' : PEOPLE.ticketOf(ticket),
  ]
  const seats = roundsInOrder(parts).flatMap((round) =>
    parts.picks[round.id]?.[person.id] === undefined ? [] : [round.number],
  )
  const own = hostedTables(parts.hosts).get(person.id)
  const table = parts.tables.find((one) => one.id === own)
  const pitches = Object.entries(parts.innovationPresenters).flatMap(([id, presenters]) => {
    const title = parts.innovations[id as keyof typeof parts.innovations]?.title
    return presenters.includes(person.id) && title !== undefined ? [title] : []
  })
  return [
    PEOPLE.eraseDetails(known.filter((words) => words !== '')),
    ...(seats.length > 0 ? [PEOPLE.eraseSeats(seats)] : []),
    ...(table ? [PEOPLE.eraseHost(table.number, parts.hosts[table.id]?.length === 1)] : []),
    ...pitches.map((title) => PEOPLE.erasePitch(title)),
    PEOPLE.eraseAnswers,
    PEOPLE.eraseWords,
    PEOPLE.erasePass,
  ]
}

/** Says what goes for good, and does it only after a second yes. */
export function Erase({
  person,
  details,
  keep,
  close,
}: {
  person: PersonLine
  details: PersonDetails | null
  keep: () => void
  close: () => void
}) {
  const { parts, link, say } = useConsole()
  const [sure, setSure] = useState(false)
  const [erasing, setErasing] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const name = person.name === '' ? PEOPLE.noName : person.name
  const erase = async (): Promise<void> => {
    setErasing(true)
    const answer = await link.send(
      { type: 'erase-person', person: person.id },
      { key: `person:${person.id}`, useful: 15_000 },
    )
    setErasing(false)
    if (!answer.ok) {
      setFailure(answer.message)
      return
    }
    say({ kind: 'done', text: PEOPLE.erased(name) })
    close()
  }
  return (
    <>
      <p>{PEOPLE.eraseLead}</p>
      <ul className="list list--ruled">
        {whatGoes({ parts }, person, details).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <label className="choice">
        <input type="checkbox" checked={sure} onChange={() => setSure(!sure)} />
        <span>{PEOPLE.eraseUnderstood(name)}</span>
      </label>
      {failure === null ? null : (
        <div className="notice notice--refused" role="alert">
          <p className="notice__title">{failure}</p>
        </div>
      )}
      <p className="row">
        <button
          type="button"
          className="button button--danger-solid"
          aria-disabled={!sure}
          aria-busy={erasing}
          onClick={() => {
            if (sure && !erasing) void erase()
          }}
        >
          {PEOPLE.eraseYes}
        </button>
        <button type="button" className="button" onClick={keep}>
          {PEOPLE.eraseNo}
        </button>
      </p>
    </>
  )
}

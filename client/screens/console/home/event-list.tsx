import { useState } from 'react'
import type { ShowLine } from '#shared/wire/console.ts'
import { HOME } from '#shared/words/console-data.ts'
import { EVENT, EVENTS, REHEARSAL, STANDING_WORDS } from '#shared/words/console-event.ts'
import { postJson } from '../common/ask.ts'
import { daysInWords } from './days-in-words.ts'
import { foundShows, groupedShows } from './event-groups.ts'

/** A list of more is worth a field to find in it. */
export const MANY = 12

/** The events by how they stand; those put away stand apart. */
export function EventList({ shows }: { shows: readonly ShowLine[] }) {
  const [query, setQuery] = useState('')
  const found = foundShows(shows, query)
  const { groups, archived } = groupedShows(found)
  return (
    <>
      {shows.length > MANY && (
        <p className="field" role="search">
          <label htmlFor="find-event">{EVENTS.find}</label>
          <input
            id="find-event"
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </p>
      )}
      <div role="status">{found.length === 0 && <p className="muted">{EVENTS.none(query)}</p>}</div>
      {groups.map(({ group, shows: lines }) => (
        <section key={group} className="events__group" aria-label={EVENTS[group]}>
          <h2>{EVENTS[group]}</h2>
          <ul className="list list--ruled events">
            {lines.map((show) => (
              <EventLine key={show.id} show={show} />
            ))}
          </ul>
        </section>
      ))}
      {archived.length > 0 && (
        <details className="more section" open={groups.length === 0}>
          <summary>{EVENTS.archived(archived.length)}</summary>
          <ul className="list list--ruled events">
            {archived.map((show) => (
              <EventLine key={show.id} show={show} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function EventLine({ show }: { show: ShowLine }) {
  const { id, title, place, days, standing, rehearsalOf } = show
  return (
    <li className="events__line">
      <div>
        <p className="events__title">
          <a className="tap" href={`/console/${id}`}>
            {title}
          </a>
        </p>
        <p className="events__when">
          {[daysInWords(days), place].filter((words) => words !== '').join(', ')}
        </p>
      </div>
      <div className="events__more">
        <p className="row">
          {rehearsalOf !== null && <span className="chip chip--rehearsal">{REHEARSAL}</span>}
          <span className={`chip ${standing === 'today' ? 'chip--running' : ''}`}>
            {STANDING_WORDS[standing]}
          </span>
          <span className="small">{HOME.peopleHere(show.people, show.here)}</span>
        </p>
        <p className="row small">
          <a href={`/console/${id}/event`}>
            {EVENT.title}
            <span className="vh">: {title}</span>
          </a>
          <a href={`/console/${id}/files`}>
            {HOME.files}
            <span className="vh">: {title}</span>
          </a>
          <a href={`/s/${id}`}>
            {HOME.publicPage}
            <span className="vh">: {title}</span>
          </a>
          {standing === 'archived' && <TakeBack id={id} title={title} />}
        </p>
      </div>
    </li>
  )
}

function TakeBack({ id, title }: { id: string; title: string }) {
  const [failure, setFailure] = useState<string | null>(null)
  const takeBack = async (): Promise<void> => {
    const answer = await postJson(`/s/${id}/commands`, { type: 'archive-show', archived: false })
    if (answer.ok) location.reload()
    else setFailure(answer.message)
  }
  return (
    <>
      <button
        type="button"
        className="button button--quiet button--small"
        onClick={() => void takeBack()}
      >
        {EVENTS.takeBack}
        <span className="vh">: {title}</span>
      </button>
      <span role="alert">{failure}</span>
    </>
  )
}

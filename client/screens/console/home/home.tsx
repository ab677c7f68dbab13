import type { ConsoleHome, ShowLine } from '#shared/wire/console.ts'
import { HOME } from '#shared/words/console-data.ts'
import '../../../style/public.css'
import '../../../style/console-data.css'
import { daysInWords } from './days-in-words.ts'
import { NewEvent } from './new-event.tsx'
import { Passphrase } from './passphrase.tsx'

/** `/console`: the events of this server, and how to begin another. */
export function Home({ data }: { data: ConsoleHome }) {
  const taken = data.shows.map((show) => show.id)
  return (
    <>
      <a className="skip" href="#main">
        {HOME.skip}
      </a>
      <header className="masthead">
        <p className="masthead__title">{HOME.product}</p>
        <form method="post" action="/sign-out">
          <button className="button button--quiet button--small">{HOME.signOut}</button>
        </form>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {data.shows.length === 0 ? (
          <FirstSteps passphraseSet={data.passphraseSet} />
        ) : (
          <>
            <h1>{HOME.events}</h1>
            <ul className="list events">
              {data.shows.map((show) => (
                <EventLine key={show.id} show={show} />
              ))}
            </ul>
            {data.passphraseSet ? null : (
              <section className="section">
                <h2>{HOME.passphraseTitle}</h2>
                <Passphrase />
              </section>
            )}
            <details className="more section">
              <summary>{HOME.another}</summary>
              <NewEvent taken={taken} />
            </details>
          </>
        )}
      </main>
    </>
  )
}

function EventLine({ show }: { show: ShowLine }) {
  return (
    <li className="stack-tight">
      <p className="events__title">
        <a className="tap" href={`/console/${show.id}`}>
          {show.title}
        </a>
      </p>
      <p className="events__when">
        {[daysInWords(show.days), show.place].filter((words) => words !== '').join(', ')}
      </p>
      <p className="row small">
        <span>{HOME.peopleHere(show.people, show.here)}</span>
        <a href={`/console/${show.id}/files`}>{HOME.files}</a>
        <a href={`/s/${show.id}`}>{HOME.publicPage}</a>
      </p>
    </li>
  )
}

/** Nothing is here yet: the three steps that lead to an event, the first two on this page. */
function FirstSteps({ passphraseSet }: { passphraseSet: boolean }) {
  return (
    <>
      <h1>{HOME.firstTitle}</h1>
      <p className="muted">{HOME.firstLead}</p>
      <ol className="steps">
        {passphraseSet ? null : (
          <li>
            <h2>{HOME.passphraseTitle}</h2>
            <div>
              <Passphrase />
            </div>
          </li>
        )}
        <li aria-current="step">
          <h2>{HOME.createTitle}</h2>
          <div>
            <NewEvent taken={[]} />
          </div>
        </li>
        <li>
          <h2>{HOME.thenTitle}</h2>
          <p className="muted">{HOME.thenWords}</p>
        </li>
      </ol>
    </>
  )
}

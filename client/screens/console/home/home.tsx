import type { ConsoleHome } from '#shared/wire/console.ts'
import { HOME } from '#shared/words/console-data.ts'
import { EVENTS } from '#shared/words/console-event.ts'
import '../../../style/public.css'
import '../../../style/console-data.css'
import { EventList, MANY } from './event-list.tsx'
import { LoadEvent } from './load-event.tsx'
import { NewEvent } from './new-event.tsx'
import { Passphrase } from './passphrase.tsx'

/** `/console`: the events that one works at, and how to begin another. */
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
            {data.owner && data.shows.length > MANY && (
              <p>
                <a className="tap" href="#new-event">
                  {HOME.another}
                </a>
              </p>
            )}
            <EventList shows={data.shows} />
            {data.passphraseSet || !data.owner ? null : (
              <section className="section">
                <h2>{HOME.passphraseTitle}</h2>
                <Passphrase />
              </section>
            )}
            {data.owner && (
              <>
                <details className="more section" id="new-event">
                  <summary>{HOME.another}</summary>
                  <NewEvent taken={taken} />
                </details>
                <details className="more">
                  <summary>{EVENTS.loadTitle}</summary>
                  <LoadEvent taken={taken} />
                </details>
              </>
            )}
          </>
        )}
      </main>
    </>
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
      <details className="more section">
        <summary>{EVENTS.loadTitle}</summary>
        <LoadEvent taken={[]} />
      </details>
    </>
  )
}

import { type ReactNode, useEffect } from 'react'
import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { AsAt } from './as-at.tsx'
import { Go } from './go.tsx'
import { Notices } from './notices.tsx'
import { useNow, usePhone } from './phone-context.ts'
import { TABS } from './place.ts'
import { SaidNotice } from './said.tsx'
import { Gone, Unsent } from './standing.tsx'
import { pageTitle } from './static-phone.ts'

/** The frame of the phone's and the presenter's page: head, what was said, the screen, how true it is. */
export function Frame({ children }: { children: ReactNode }) {
  const phone = usePhone()
  const { parts } = phone
  const title = pageTitle(phone)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <a className="skip" href="#main">
        {PHONE.skip}
      </a>
      {parts.show.rehearsalOf !== null && (
        <p className="rehearsal">
          <b>{PHONE.rehearsal}</b> {PHONE.rehearsalHow}
        </p>
      )}
      <header className="masthead">
        <p className="masthead__title">
          <a href={`/s/${parts.show.id}`}>{parts.show.title}</a>
        </p>
        <p className="masthead__aside">
          <Time />
        </p>
        <Tabs />
      </header>
      <main id="main" className="page" tabIndex={-1}>
        <Gone />
        <Notices />
        <Unsent />
        <SaidNotice />
        {children}
        <AsAt />
      </main>
    </>
  )
}

function Time() {
  const { parts } = usePhone()
  return <time>{clockTime(useNow(), parts.show.zone)}</time>
}

function Tabs() {
  const { parts, mine, audience, place } = usePhone()
  const { id } = parts.show
  const presents = audience === 'host' || mine?.hosts != null || (mine?.presents.length ?? 0) > 0
  return (
    <nav className="tabs" aria-label={PHONE.pages}>
      {presents && (
        <a href={`/s/${id}/host`} aria-current={audience === 'host' ? 'page' : undefined}>
          {PHONE.tabs.host}
        </a>
      )}
      {TABS.map((view) =>
        audience === 'host' ? (
          <a key={view} href={`/s/${id}/me${view === 'now' ? '' : `?view=${view}`}`}>
            {PHONE.tabs[view]}
          </a>
        ) : (
          <Go key={view} to={{ view }} current={place.view === view ? 'page' : undefined}>
            {PHONE.tabs[view]}
          </Go>
        ),
      )}
    </nav>
  )
}

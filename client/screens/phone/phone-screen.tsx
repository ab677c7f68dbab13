import { PHONE } from '#shared/words/phone.ts'
import { AtSign } from './at-sign.tsx'
import { DayList } from './day-list.tsx'
import { Now } from './now.tsx'
import { Order } from './order.tsx'
import { usePhone } from './phone-context.ts'
import { PitchList } from './pitch-list.tsx'
import { SignIn } from './sign-in.tsx'
import { Over, Went } from './went.tsx'
import { TableList } from './table-list.tsx'
import { After, Proposal } from './talk.tsx'
import { Wishing } from './wishing.tsx'

/** The phone's page: the view that its address names. */
export function PhoneScreen() {
  const { place, mine } = usePhone()
  switch (place.view) {
    case 'now':
      return <Now />
    case 'tables':
      return (
        <>
          <Over />
          <TableList />
          <Proposal />
          {!mine && <SignIn />}
        </>
      )
    case 'pitches':
      return (
        <>
          <Over />
          <PitchList />
          {!mine && <SignIn />}
        </>
      )
    case 'choose':
      return (
        <>
          <Wishing />
          {!mine && <SignIn />}
        </>
      )
    case 'order':
      return (
        <>
          <Order />
          {!mine && <SignIn />}
        </>
      )
    case 'here':
      return (
        <>
          <AtSign />
          {!mine && <SignIn />}
        </>
      )
    case 'day':
      return <Day />
  }
}

function Day() {
  const { mine, parts } = usePhone()
  const closed = parts.show.closedAt !== null && mine !== null
  return (
    <>
      <h1>{PHONE.dayTitle}</h1>
      <Went />
      {!closed && <After />}
      <DayList only="all" {...(closed ? { heading: PHONE.programme } : {})} />
      {mine && (
        <p>
          <a className="tap" href={`/s/${parts.show.id}/me/calendar.ics`}>
            {PHONE.ownCalendar}
          </a>{' '}
          <a className="tap" href={`/s/${parts.show.id}/me/a6`}>
            {PHONE.ownDay}
          </a>
        </p>
      )}
      {mine && (
        <section className="section">
          <h2>{PHONE.yourCode}</h2>
          <p>{PHONE.yourCodeHow}</p>
        </section>
      )}
      <SignIn />
    </>
  )
}

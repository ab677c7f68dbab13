import { clockTime, dayName, localDateOf } from '#shared/time/zone.ts'
import { type Moment, momentOf } from '#shared/views/moment.ts'
import type { SharedParts } from '#shared/views/common.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Countdown, TimeBar } from '../../parts/countdown.tsx'
import { Choosing } from './choosing.tsx'
import { Closed } from './went.tsx'
import { DayList } from './day-list.tsx'
import { InLine } from './in-line.tsx'
import { Changeover, OnStage } from './on-stage.tsx'
import { useNow, usePhone } from './phone-context.ts'
import { AtTable, GoNow, Waiting } from './seat.tsx'
import { SignIn } from './sign-in.tsx'
import { After } from './talk.tsx'
import { CanRank, Wishing } from './wishing.tsx'

/** Where should I be now, and what do I do next? */
export function Now() {
  const { parts, mine } = usePhone()
  const now = useNow()
  const moment = momentOf(parts, mine, now)
  if (moment.kind === 'closed') return <Closed />
  return (
    <>
      <InLine />
      <What moment={moment} />
      <CanRank moment={moment} />
      <After />
      {!mine && <SignIn />}
      {mine && !mine.checkedIn && <p className="notice">{PHONE.notIn}</p>}
      <DayList only="next" heading={PHONE.next} but={standsAbove(parts, moment)} />
    </>
  )
}

/** What the moment shows already is not said again below it. */
function standsAbove({ windows }: SharedParts, moment: Moment): readonly string[] {
  if (moment.kind === 'before') return moment.segment === null ? [] : [moment.segment]
  return moment.kind === 'seated' ? (windows[moment.window]?.rounds ?? []) : []
}

function What({ moment }: { moment: Exclude<Moment, { kind: 'closed' }> }) {
  const { parts } = usePhone()
  const { zone } = parts.show
  switch (moment.kind) {
    case 'held':
      return (
        <div className="notice notice--held">
          <h1 className="notice__title">{PHONE.held}</h1>
          <p>{PHONE.heldSince(clockTime(moment.since, zone))}</p>
        </div>
      )
    case 'moving':
      return <GoNow {...moment} />
    case 'talking':
      return <AtTable {...moment} />
    case 'waiting':
      return <Waiting {...moment} />
    case 'pitch':
      return <OnStage {...moment} />
    case 'changeover':
      return <Changeover {...moment} />
    case 'choosing':
      return <Choosing round={moment.round} />
    case 'ranking':
    case 'seating':
    case 'seated':
      return <Wishing />
    case 'item':
      return (
        <section className="onstage">
          <div className="onstage__head">
            <h2>{PHONE.now}</h2>
            <p className="onstage__left">
              <Countdown clock={moment.clock} />
            </p>
          </div>
          <h1 className="onstage__title">{parts.programme.segments[moment.segment]?.title}</h1>
          <TimeBar clock={moment.clock} />
        </section>
      )
    case 'before':
      return <Before {...moment} />
    case 'after':
      return (
        <div className="empty">
          <h1>{PHONE.over}</h1>
          <p>{PHONE.overHow}</p>
        </div>
      )
  }
}

function Before({ segment, startsAt }: Extract<Moment, { kind: 'before' }>) {
  const { parts, now } = usePhone()
  const { zone } = parts.show
  if (!segment || startsAt === null)
    return (
      <div className="empty">
        <h1>{PHONE.notYetPlanned}</h1>
        <p>{PHONE.notYetPlannedHow}</p>
      </div>
    )
  const day = localDateOf(startsAt, zone)
  const time = clockTime(startsAt, zone)
  const isToday = day === localDateOf(now(), zone)
  return (
    <section className="onstage">
      <div className="onstage__head">
        <h2>{PHONE.next}</h2>
      </div>
      <h1 className="onstage__title">{parts.programme.segments[segment]?.title}</h1>
      <p className="onstage__who">
        {isToday ? PHONE.beginsAt(time) : PHONE.beginsOn(dayName(day), time)}
      </p>
    </section>
  )
}

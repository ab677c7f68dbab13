import { type ReactNode, useState } from 'react'
import { windowClosesAt } from '#shared/show/choosing/course.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { HOUR } from '#shared/time/instant.ts'
import type { WindowLine } from '#shared/views/common.ts'
import { courseOf } from '#shared/views/course.ts'
import {
  choicesIn,
  type Choices,
  roundsWanted,
  seatsEach,
  tablesToExpect,
  toggled,
  WISHES_OVER_ROUNDS,
} from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Countdown } from '../../parts/countdown.tsx'
import { ZoneMark } from '../../parts/zone.tsx'
import { Go } from './go.tsx'
import { closingWords } from './my-day.ts'
import { Most, useMost } from './most.tsx'
import { useNow, usePhone } from './phone-context.ts'
import { billing, tableOf, tableWith } from './tables.ts'
import { Ask } from './talk.tsx'
import { listValue, useWishes, WishForm } from './wish-form.tsx'

/** Choosing is open: one's top three by taps, and all others that can be had. */
export function Ranking({ window }: { window: WindowLine }) {
  const { parts, mine } = usePhone()
  const { wishes } = useWishes()
  const hosted = tableOf(parts, mine?.hosts ?? null)
  if (!mine || hosted)
    return (
      <section>
        <h1>{PHONE.ranksNow}</h1>
        <Closing window={window} />
        <p>{hosted ? PHONE.hostsNoRank(hosted.number) : PHONE.signInToRank}</p>
      </section>
    )
  const choices = choicesIn(parts, mine, window, wishes)
  const { listed, tail, maybes, others } = choices
  const all = [...listed, ...tail, ...maybes, ...others]
  if (all.length === 0)
    return (
      <div className="empty">
        <h1>{PHONE.noneToRank}</h1>
        <p>{PHONE.noneToRankHow}</p>
      </div>
    )
  const byNumber = (id: InnovationId): number => tableWith(parts, id)?.number ?? 0
  const said = (answer: 'yes' | 'maybe' | undefined): InnovationId[] =>
    all.filter((id) => mine.answers[id] === answer).toSorted((a, b) => byNumber(a) - byNumber(b))
  const groups = { yes: said('yes'), maybe: said('maybe'), other: said(undefined) }
  const isBare = groups.yes.length + groups.maybe.length === 0
  const rows = (ids: readonly InnovationId[]) => (
    <ul className="wishes">
      {ids.map((id) => (
        <Row key={id} id={id} place={listed.indexOf(id) + 1} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="rank">
      <h1 id="rank">{PHONE.rankTitle}</h1>
      <Closing window={window} />
      <p className="muted">
        <Expect window={window} choices={choices} /> {PHONE.nobodyFirst}
      </p>
      <Saved listed={listed.length} canOrder={listed.length + tail.length > 1} />
      <WishForm>
        {groups.yes.length > 0 && <h2>{PHONE.yeses}</h2>}
        {groups.yes.length > 0 && rows(groups.yes)}
        {groups.maybe.length > 0 && <h2>{PHONE.maybes}</h2>}
        {groups.maybe.length > 0 && rows(groups.maybe)}
        {isBare && <p>{PHONE.othersAll}</p>}
        {isBare && rows(groups.other)}
        {!isBare && groups.other.length > 0 && (
          <Others isOpen={groups.other.some((id) => listed.includes(id))}>
            {rows(groups.other)}
          </Others>
        )}
      </WishForm>
      <Ask innovation={null} />
      <p className="muted section">{PHONE.tailCounts}</p>
      <Most />
    </section>
  )
}

/** Stays as its reader has it: it opens by itself only as the page is drawn first. */
function Others({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const [first] = useState(isOpen)
  return (
    <details className="more section" open={first}>
      <summary>{PHONE.others}</summary>
      {children}
    </details>
  )
}

function Row({ id, place }: { id: InnovationId; place: number }) {
  const { parts } = usePhone()
  const { wishes } = useWishes()
  const table = tableWith(parts, id)
  if (!table) return null
  const { title, who } = billing(parts, table)
  return (
    <li>
      <button
        className="wish"
        name="innovations"
        value={listValue(toggled(wishes, id))}
        aria-pressed={place > 0}
      >
        <span className="wish__place">
          {place > 0 && (
            <>
              {place}
              <span className="vh"> {PHONE.choiceOf(place)}: </span>
            </>
          )}
        </span>
        <span>
          <b>{title}</b>
          {who !== '' && <span className="block">{who}</span>}
          <span className="block muted small">
            {PHONE.tableNumber(table.number)} <ZoneMark zone={table.zone} />
          </span>
        </span>
      </button>
    </li>
  )
}

/** How long it is open: counted down in the last hour. */
export function Closing({ window }: { window: WindowLine }) {
  const { parts } = usePhone()
  const now = useNow()
  const closes = windowClosesAt(courseOf(parts), window, now)
  if (closes === null) return null
  const { zone } = parts.show
  const startedAt = window.openedAt ?? now
  const clock = { startedAt, duration: closes - startedAt, added: 0, pausedAt: null }
  return (
    <p className="lead">
      {closes > now && closes - now < HOUR ? (
        <Countdown clock={clock} before={PHONE.closesIn} still={PHONE.choosingCloses} />
      ) : (
        closingWords(closes, now, zone)
      )}
    </p>
  )
}

/** What a list of this length brings, on average. */
function Expect({ window, choices }: { window: WindowLine; choices: Choices }) {
  const { parts, mine } = usePhone()
  const { listed, tail, maybes, others } = choices
  const most = useMost()
  const rounds = roundsWanted(parts, { picks: mine?.picks ?? {}, most }, window)
  const length = listed.length + tail.length
  const best = rounds + WISHES_OVER_ROUNDS
  const isEnough = length >= best || length + maybes.length + others.length < best
  const expected = Math.round(tablesToExpect(length, rounds, seatsEach(parts, window)))
  return PHONE.expect(tail.length, listed.length, expected, isEnough ? null : best)
}

/** Whether the list is saved, and the way to its whole order. */
function Saved({ listed, canOrder }: { listed: number; canOrder: boolean }) {
  const { state } = useWishes()
  const words = { saved: PHONE.saved, saving: PHONE.saving, waits: `${PHONE.waits}.` }[state]
  // Its place is kept: nothing below it moves with the first tap.
  return (
    <p className="then">
      <span className="grow" role="status">
        {listed > 0 || state !== 'saved' ? `${PHONE.inOrder(listed)} ${words}` : PHONE.nothingYet}
      </span>
      {canOrder && (
        <Go to={{ view: 'order' }} className="tap">
          {PHONE.reorder}
        </Go>
      )}
    </p>
  )
}

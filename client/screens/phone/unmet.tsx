import { clockTime } from '#shared/time/zone.ts'
import type { WindowLine } from '#shared/views/common.ts'
import { type Offer, offersIn, unmetIn, type UnmetWish } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from './command-form.tsx'
import { roundSpan } from './my-day.ts'
import { usePhone } from './phone-context.ts'
import { billing, tableOf } from './tables.ts'

/** So many sentences are read at once; more are behind a press. */
const FIRST = 5

/** Wishes that were not met, each with the reason, and where there is room instead. */
export function Unmet({ window }: { window: WindowLine }) {
  const { parts, mine } = usePhone()
  if (!mine) return null
  const wishes = unmetIn(parts, mine, window)
  const hasNone = window.rounds.some(
    (id) => parts.rounds[id]?.phase === 'open' && mine.picks[id] === undefined,
  )
  const offers = wishes.length > 0 || hasNone ? offersIn(parts, mine, window) : []
  const sentences = (some: readonly UnmetWish[]) => (
    <ul className="list">
      {some.map((wish) => (
        <li key={wish.innovation}>
          {why(wish, parts.innovations[wish.innovation]?.title ?? '', window)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {wishes.length > 0 && (
        <div className="section">
          <h2>{PHONE.unmetTitle}</h2>
          {sentences(wishes.slice(0, FIRST))}
          {wishes.length > FIRST && (
            <details className="more">
              <summary>{PHONE.moreUnmet(wishes.length - FIRST)}</summary>
              {sentences(wishes.slice(FIRST))}
            </details>
          )}
        </div>
      )}
      {offers.length > 0 && (
        <div className="section">
          <h2>{PHONE.offersTitle}</h2>
          <ul className="offers">
            {offers.map((offer) => (
              <OneOffer key={offer.table.id} offer={offer} />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function why(
  { table, reason, asked, seats }: UnmetWish,
  title: string,
  window: WindowLine,
): string {
  const what = `${PHONE.tableNumber(table.number)}, ${title}`
  if (reason === 'full') return PHONE.unmet.full(what, asked, seats)
  if (reason === 'group') return PHONE.unmet.group(what, window.perOrganisation)
  return reason === undefined ? '' : PHONE.unmet[reason](what)
}

function OneOffer({ offer: { round, table, instead } }: { offer: Offer }) {
  const { parts, now, pending } = usePhone()
  const about = `pick:${round.id}`
  const span = roundSpan(parts, round.id, now())
  const time = span ? clockTime(span.from, parts.show.zone) : ''
  const command = { type: 'pick-table', round: round.id, table: table.id } as const
  const waits = pending.get(about)?.command
  return (
    <li>
      <CommandForm about={about} fields={command} command={() => command}>
        <button
          className="button button--wide"
          aria-busy={waits?.type === 'pick-table' && waits.table === table.id ? true : undefined}
        >
          {PHONE.offer(
            round.number,
            time,
            tableOf(parts, table.id, round.id)?.number ?? table.number,
            billing(parts, table).title,
            tableOf(parts, instead, round.id)?.number ?? null,
          )}
        </button>
      </CommandForm>
    </li>
  )
}

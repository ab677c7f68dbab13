import { type Moment, windowNow } from '#shared/views/moment.ts'
import type { SharedParts, WindowLine } from '#shared/views/common.ts'
import { roundsOf } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Go } from './go.tsx'
import { usePhone } from './phone-context.ts'
import { Ranking } from './ranking.tsx'
import { Result } from './result.tsx'
import { Seating } from './seating.tsx'

/**
 * Choosing by wishes, as far as it is: rank, wait, or see what one was given. It stands under Now while it is
 * the moment, and has an address of its own for whoever wants it while something else is.
 */
export function Wishing() {
  const { parts } = usePhone()
  const window = windowNow(parts) ?? published(parts)
  if (window?.phase === 'open') return <Ranking window={window} />
  if (window?.phase === 'closed') return <Seating window={window} />
  if (window) return <Result window={window} />
  return (
    <div className="empty">
      <h1>{PHONE.rankNotOpen}</h1>
      <p>{PHONE.rankNotOpenHow}</p>
    </div>
  )
}

/** The window whose seating people go by next. */
const published = (parts: SharedParts): WindowLine | null =>
  Object.values(parts.windows).find(
    (window) => window.phase === 'published' && roundsOf(parts, window).length > 0,
  ) ?? null

const ITSELF: readonly Moment['kind'][] = ['ranking', 'seating', 'seated']

/** People can rank while something else is on: how to get there. */
export function CanRank({ moment }: { moment: Moment }) {
  const { parts, mine } = usePhone()
  if (!mine || mine.hosts !== null || ITSELF.includes(moment.kind)) return null
  if (windowNow(parts)?.phase !== 'open') return null
  return (
    <p className="then">
      <span className="grow">{PHONE.rankOther}</span>
      <Go to={{ view: 'choose' }} className="tap">
        {PHONE.rankGo}
      </Go>
    </p>
  )
}

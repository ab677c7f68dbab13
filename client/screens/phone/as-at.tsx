import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Go } from './go.tsx'
import { usePhone } from './phone-context.ts'

/** How true this page is: live, or as at a time, and who it is for. */
export function AsAt() {
  const { status, madeAt, parts, mine, url, pending } = usePhone()
  const { zone } = parts.show
  const offline = status?.state === 'offline'
  return (
    <div className="asat" data-link={offline ? 'offline' : status ? 'live' : 'stale'} role="status">
      {status === null && (
        <span>
          {PHONE.asAt(clockTime(madeAt, zone))}, <a href={url}>{PHONE.checkAgain}</a>
        </span>
      )}
      {status && <span>{offline ? PHONE.offline(clockTime(status.since, zone)) : PHONE.live}</span>}
      {offline && pending.size > 0 && <span>{PHONE.waiting(pending.size)}</span>}
      <span>{mine ? PHONE.youAre(mine.name) : PHONE.notSignedIn}</span>
      {mine && <Go to={{ view: 'day' }}>{PHONE.notYou}</Go>}
    </div>
  )
}

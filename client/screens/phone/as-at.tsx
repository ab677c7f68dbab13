import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { usePhone } from './phone-context.ts'

/** How true this page is: live, or as at a time, and who it is for. */
export function AsAt() {
  const { status, madeAt, parts, mine, url } = usePhone()
  const { zone } = parts.show
  const offline = status?.state === 'offline'
  return (
    <div className="asat" data-link={offline ? 'offline' : status ? 'live' : 'stale'} role="status">
      {status === null && (
        <span>
          {PHONE.asAt(clockTime(madeAt, zone))},{' '}
          <a href={url} className="tap">
            {PHONE.checkAgain}
          </a>
        </span>
      )}
      {status && <span>{offline ? PHONE.offline(clockTime(status.since, zone)) : PHONE.live}</span>}
      <span>{mine ? PHONE.youAre(mine.name) : PHONE.notSignedIn}</span>
      {mine && <a href={`/s/${parts.show.id}/me?view=day#sign-in`}>{PHONE.notYou}</a>}
    </div>
  )
}

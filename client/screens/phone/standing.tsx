import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { roundSpan } from './my-day.ts'
import { usePhone } from './phone-context.ts'
import { tableOf } from './tables.ts'

/** Somebody is signed in who is not, or no longer, on the list. */
export function Gone() {
  const { gone } = usePhone()
  if (!gone) return null
  return (
    <div className="notice notice--refused">
      <p className="notice__title">{PHONE.gone}</p>
      <p>{PHONE.goneHow}</p>
    </div>
  )
}

/** Without signal: what was asked for is not true yet. Read out as it appears. */
export function Unsent() {
  const { status, pending, parts, mine, now } = usePhone()
  if (status?.state !== 'offline' || pending.size === 0) return <div role="status" />
  const command = [...pending.values()]
    .map((one) => one.command)
    .find((one) => one.type === 'pick-table' || one.type === 'walk-up')
  const round = command?.round ?? null
  const kept = round ? tableOf(parts, mine?.picks[round] ?? null, round) : null
  const span = round ? roundSpan(parts, round, now()) : null
  return (
    <div role="status">
      <div className="notice notice--offline">
        <p className="notice__title">{round ? PHONE.noSignalPick : PHONE.noSignal}</p>
        <p>
          {round ? PHONE.noSignalPickHow : PHONE.noSignalHow(pending.size)}
          {kept &&
            ` ${PHONE.noSignalStill(span && clockTime(span.from, parts.show.zone), kept.number)}`}
        </p>
      </div>
    </div>
  )
}

import type { RoundId, TableId } from '#shared/show/words.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from './command-form.tsx'
import { HelpCall } from './help-call.tsx'
import { usePhone } from './phone-context.ts'
import { RoomNow } from './room-now.tsx'

interface HereProps {
  round: RoundId
  table: TableId
  /** people are on their way: they may need help to get there */
  moving: boolean
}

/** At one's table in a round that is on: say so, be helped there, or sit down somewhere else. */
export function Here({ round, table, moving }: HereProps) {
  const { mine } = usePhone()
  if (!mine || mine.hosts !== null) return null
  const isHere = mine.arrived[round] === table
  return (
    <div className="goto-more">
      <p role="status" className="told">
        {isHere && PHONE.youAreHere}
      </p>
      {!isHere && <Arrive round={round} table={table} />}
      {moving && !isHere && <HelpCall what="way" words={PHONE.way} told={PHONE.wayTold} />}
      <details className="more">
        <summary>{PHONE.sitElsewhere}</summary>
        <RoomNow round={round} />
      </details>
    </div>
  )
}

/** Kept without a signal and sent once later: being there does not wait for the line. */
function Arrive({ round, table }: Omit<HereProps, 'moving'>) {
  const { pending, status } = usePhone()
  const about = `arrive:${round}`
  const command = { type: 'arrive', round, table } as const
  const waits = pending.has(about)
  return (
    <CommandForm about={about} fields={command} command={() => command}>
      <button className="button button--primary button--wide" aria-busy={waits ? true : undefined}>
        {waits && status?.state === 'offline' ? PHONE.waits : PHONE.imHere}
      </button>
    </CommandForm>
  )
}

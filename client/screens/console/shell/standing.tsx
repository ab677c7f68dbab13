import { clockTime, dayName, localDateOf } from '#shared/time/zone.ts'
import { EVENT, REHEARSAL } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { useArchiving } from '../event/archive.tsx'
import { useThrowAway } from '../event/throw-away.ts'

/** On top of every screen: that this is a rehearsal, is over, or was put away; and the way out of it. */
export function Standing() {
  const { parts } = useConsole()
  const { rehearsalOf, closedAt, archivedAt } = parts.show
  return (
    <>
      {rehearsalOf !== null && <Rehearsal />}
      {closedAt !== null && <Closed at={closedAt} />}
      {archivedAt !== null && <Archived />}
    </>
  )
}

function Rehearsal() {
  const { may } = useConsole()
  const throwAway = useThrowAway()
  return (
    <div className="rehearsal standing">
      <p>
        <b>{REHEARSAL}</b> {EVENT.rehearsalBar}
      </p>
      {may('archive-show') && (
        <button type="button" className="standing__act" onClick={throwAway}>
          {EVENT.throwAway}
        </button>
      )}
    </div>
  )
}

function Closed({ at }: { at: number }) {
  const { parts, may, send } = useConsole()
  const { zone } = parts.show
  return (
    <div className="standing">
      <p>{EVENT.closedBar(dayName(localDateOf(at, zone)), clockTime(at, zone))}</p>
      {may('reopen-show') && (
        <button
          type="button"
          className="standing__act"
          onClick={() =>
            void send(
              { type: 'reopen-show' },
              { key: 'close-show', useful: 15_000, done: EVENT.opened },
            )
          }
        >
          {EVENT.open}
        </button>
      )}
    </div>
  )
}

function Archived() {
  const { may } = useConsole()
  const turn = useArchiving()
  return (
    <div className="standing">
      <p>{EVENT.archivedBar}</p>
      {may('archive-show') && (
        <button type="button" className="standing__act" onClick={() => turn(false)}>
          {EVENT.takeBack}
        </button>
      )}
    </div>
  )
}

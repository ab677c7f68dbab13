import type { TableId } from '#shared/show/words.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import { useConsole } from '../../console-context.ts'
import { Key, Press } from '../../press.tsx'
import { useRoundTimes } from '../../tables/rounds-grid.tsx'
import type { Offer } from './offers.ts'

/** One round that is left: where they are in it, the tables with room, or how it goes. */
export function RoundOffer({
  offer,
  isAsked,
  isLeftOut,
  choices,
  busy,
  give,
  reopen,
}: {
  offer: Offer
  /** the round whose tables have keys now */
  isAsked: boolean
  isLeftOut: boolean
  choices: Offer['tables']
  busy: boolean
  give: (table: TableId) => void
  reopen: () => void
}) {
  const timeOf = useRoundTimes()
  const { round, kind } = offer
  return (
    <li {...(isAsked ? { 'aria-current': 'step' as const } : {})}>
      <time>{timeOf(round)}</time>
      <div>
        <p>
          <b>{WALK_IN.round(round.number)}</b>
          {kind === 'now' ? `, ${WALK_IN.onNow}` : null}:{' '}
          <Where offer={offer} leftOut={isLeftOut} />
        </p>
        {choices.length > 0 ? (
          <p className="row">
            {choices.map(({ table, free }, index) => (
              <Press
                key={table.id}
                keys={String(index + 1)}
                off={busy}
                onPress={() => give(table.id)}
              >
                {WALK_IN.choice(table.number)} <span className="muted">{WALK_IN.free(free)}</span>{' '}
                <Key>{String(index + 1)}</Key>
              </Press>
            ))}
          </p>
        ) : null}
        {isLeftOut ? (
          <button type="button" className="button button--quiet button--small" onClick={reopen}>
            {WALK_IN.chooseFor}
            <span className="vh"> {WALK_IN.round(round.number)}</span>
          </button>
        ) : null}
      </div>
    </li>
  )
}

/** Their table in words, or why there is none. */
function Where({ offer: { at, kind, tables }, leftOut }: { offer: Offer; leftOut: boolean }) {
  const { parts } = useConsole()
  const table = parts.tables.find(({ id }) => id === at)
  if (table) {
    const title = table.innovation && parts.innovations[table.innovation]?.title
    return (
      <>
        <b>{WALK_IN.choice(table.number)}</b>
        <span className="muted">
          {[title, table.place].filter(Boolean).map((words) => `, ${words}`)}
        </span>
      </>
    )
  }
  const words = leftOut
    ? WALK_IN.leftOut
    : kind === 'wishes'
      ? WALK_IN.wishes
      : kind === 'seating'
        ? WALK_IN.seating
        : kind === 'walk-up'
          ? WALK_IN.walkUp
          : WALK_IN.room(tables.length)
  return <span className="muted">{words}</span>
}

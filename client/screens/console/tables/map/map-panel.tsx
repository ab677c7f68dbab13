import { HALL_MAP } from '#shared/words/console-map.ts'
import type { HallPart } from '#shared/views/hall-map.ts'
import '../../../../style/console-map.css'
import { useConsole } from '../../console-context.ts'
import { Press } from '../../press.tsx'
import { Canvas } from './canvas.tsx'
import { Chooser } from './chooser.tsx'
import { columnsFor, layOut } from './lay-out.ts'
import { LayOutForm } from './lay-out-form.tsx'
import { PictureButton } from '../../common/picture-button.tsx'
import { percent } from './things.ts'
import { type MapHand, USEFUL, useMap } from './use-map.ts'

/** Where the tables stand: nothing yet, or the map with what can be moved on it. */
export function MapPanel() {
  const { parts } = useConsole()
  return parts.hall ? <Drawn hall={parts.hall} /> : <NoMap />
}

function NoMap() {
  const { parts, may, online, send } = useConsole()
  const { tables } = parts
  const layOutAll = (): void => {
    const hall = layOut(tables, columnsFor(tables.length), 'rows')
    const done = HALL_MAP.laidOut(tables.length)
    void send({ type: 'save-hall', hall }, { key: 'map', useful: USEFUL, done, undo: 'edit' })
  }
  return (
    <div className="empty panel">
      <h2>{HALL_MAP.emptyTitle}</h2>
      {may('save-hall') ? (
        <>
          <p>{HALL_MAP.emptyWords}</p>
          <div className="row">
            <Press className="button--primary" off={!online} onPress={layOutAll}>
              {HALL_MAP.layOut}
            </Press>
            <PictureButton to="plan" label={HALL_MAP.picture} done={HALL_MAP.drawn} />
          </div>
        </>
      ) : (
        <p>{HALL_MAP.emptyCrew}</p>
      )}
    </div>
  )
}

function Drawn({ hall }: { hall: HallPart }) {
  const { may } = useConsole()
  const hand = useMap(hall)
  const mayMove = may('save-hall')
  const missing = hand.things.filter(({ table, at }) => table && !at).length
  const { chosen } = hand
  return (
    <section className="panel">
      <div className="panel__head">
        <h2>{HALL_MAP.title}</h2>
        <span className="muted">{HALL_MAP.missing(missing)}</span>
      </div>
      {mayMove && (
        <p className="mapedit__how">
          {chosen && !chosen.at ? <b>{HALL_MAP.howTap(chosen.named)}</b> : HALL_MAP.how}
        </p>
      )}
      <div className="mapedit__frame">
        <Canvas hall={hall} hand={hand} mayMove={mayMove} />
        {mayMove && (
          <div className="mapedit__side">
            <Chooser hall={hall} hand={hand} />
            {hall.doors.length === 0 && <p className="muted">{HALL_MAP.noDoor}</p>}
            <Ground hall={hall} />
          </div>
        )}
      </div>
      <p className="vh" role="status">
        {hand.said}
      </p>
      <AsList hand={hand} />
    </section>
  )
}

/** What the map is drawn on, and how to begin anew. */
function Ground({ hall }: { hall: HallPart }) {
  const { online, send } = useConsole()
  const remove = (): void =>
    void send(
      { type: 'remove-hall' },
      { key: 'map', useful: USEFUL, done: HALL_MAP.removed, undo: 'edit' },
    )
  return (
    <details className="more">
      <summary>{HALL_MAP.again}</summary>
      <LayOutForm hall={hall} />
      <div className="row">
        <PictureButton
          to="plan"
          done={HALL_MAP.drawn}
          label={hall.ground.kind === 'picture' ? HALL_MAP.otherPicture : HALL_MAP.picture}
        />
        <Press className="button--quiet" off={!online} onPress={remove}>
          {HALL_MAP.remove}
        </Press>
      </div>
    </details>
  )
}

/** The same in words. */
function AsList({ hand }: { hand: MapHand }) {
  return (
    <details className="more">
      <summary>{HALL_MAP.list}</summary>
      <ul className="list">
        {hand.things
          .filter(({ table, at }) => table || at)
          .map(({ key, name, at }) => (
            <li key={key}>
              {at
                ? HALL_MAP.mark(name, percent(at.x), percent(at.y))
                : `${name}: ${HALL_MAP.notOn}`}
            </li>
          ))}
      </ul>
    </details>
  )
}

import { type FormEvent, useState } from 'react'
import type { HallPart } from '#shared/views/hall-map.ts'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { Field } from '../../common/field.tsx'
import { useConsole } from '../../console-context.ts'
import { Press } from '../../press.tsx'
import { rounded } from './lay-out.ts'
import { percent, placing, type Thing } from './things.ts'
import { type MapHand, USEFUL } from './use-map.ts'

/** The map without pointing: what to move, and how far across and down it stands. */
export function Chooser({ hall, hand }: { hall: HallPart; hand: MapHand }) {
  const { parts, online, send } = useConsole()
  const { chosen, things } = hand
  const optionOf = ({ table, name, at }: Thing): string =>
    table
      ? HALL_MAP.tableOption(
          table.number,
          (table.innovation && parts.innovations[table.innovation]?.title) || '',
          at !== null,
        )
      : name
  const addDoor = (): void => {
    const door: Thing = {
      key: `door-${hall.doors.length}`,
      table: null,
      name: '',
      named: '',
      at: null,
    }
    const command = placing({ ...hall, doors: [...hall.doors, MIDDLE] }, door, MIDDLE)
    void send(command, { key: `map:${door.key}`, useful: USEFUL }).then((answer) => {
      if (answer.ok) hand.choose(door.key)
    })
  }
  return (
    <>
      <Field label={HALL_MAP.choose}>
        {(control) => (
          <select
            {...control}
            value={chosen?.key ?? ''}
            onChange={(event) => hand.choose(event.target.value || null)}
          >
            <option value="">{HALL_MAP.nothing}</option>
            {things
              .filter(({ table, at }) => table || at)
              .map((thing) => (
                <option key={thing.key} value={thing.key}>
                  {optionOf(thing)}
                </option>
              ))}
          </select>
        )}
      </Field>
      {chosen && (
        <Where
          key={`${chosen.key} ${chosen.at?.x} ${chosen.at?.y}`}
          thing={chosen}
          hand={hand}
          off={!online}
        />
      )}
      <p className="row">
        {hall.stage === null && (
          <Press
            className="button--small"
            off={!online}
            onPress={() => {
              const stage = things.find(({ key }) => key === 'stage')
              if (stage) hand.put(stage, { x: 0.5, y: 0.05 })
              hand.choose('stage')
            }}
          >
            {HALL_MAP.addStage}
          </Press>
        )}
        {hall.doors.length < MOST_DOORS && (
          <Press className="button--small" off={!online} onPress={addDoor}>
            {HALL_MAP.addDoor}
          </Press>
        )}
      </p>
    </>
  )
}
const MIDDLE = { x: 0.5, y: 0.95 }
const MOST_DOORS = 6

/** Two numbers, for whoever sees no map. */
function Where({ thing, hand, off }: { thing: Thing; hand: MapHand; off: boolean }) {
  const [x, setX] = useState(thing.at ? String(percent(thing.at.x)) : '')
  const [y, setY] = useState(thing.at ? String(percent(thing.at.y)) : '')
  const [tried, setTried] = useState(false)
  const isOdd = (text: string): boolean => !/^\d{1,3}$/.test(text.trim()) || Number(text) > 100
  const error = (text: string): string | undefined =>
    tried && isOdd(text) ? HALL_MAP.percentOdd : undefined
  const put = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (off || isOdd(x) || isOdd(y)) return
    hand.put(thing, { x: rounded(Number(x) / 100), y: rounded(Number(y) / 100) })
  }
  return (
    <form className="stack" onSubmit={put} noValidate>
      <div className="pair">
        <Field label={HALL_MAP.across} error={error(x)}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={x}
              onChange={(event) => setX(event.target.value)}
            />
          )}
        </Field>
        <Field label={HALL_MAP.down} error={error(y)}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={y}
              onChange={(event) => setY(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="row">
        <button className="button button--small" aria-disabled={off}>
          {HALL_MAP.place}
          <span className="vh">: {thing.named}</span>
        </button>
        {thing.at && (
          <Press
            className="button--small button--quiet"
            off={off}
            onPress={() => hand.put(thing, null)}
          >
            {HALL_MAP.off}
            <span className="vh">: {thing.named}</span>
          </Press>
        )}
      </p>
    </form>
  )
}

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type HallPart, picturePath, spotOf } from '#shared/views/hall-map.ts'
import { zoneShape } from '#shared/views/zone-shapes.ts'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { useConsole } from '../../console-context.ts'
import { rounded } from './lay-out.ts'
import { moved, percent, type Place, stepOf, type Thing } from './things.ts'
import type { MapHand } from './use-map.ts'

/** The map to be pointed at: drag, tap, or move what is chosen by arrow keys. */
export function Canvas({
  hall,
  hand,
  mayMove,
}: {
  hall: HallPart
  hand: MapHand
  mayMove: boolean
}) {
  const { parts } = useConsole()
  const { ground } = hall
  const picture = ground.kind === 'picture' ? picturePath(parts.show.id, ground.picture) : null
  const svg = useRef<SVGSVGElement>(null)
  /** what the pointer has hold of, and how far from its middle, as fractions of the plan */
  const dragged = useRef<{ thing: Thing; by: Place; at: Place } | null>(null)
  const { chosen, things } = hand

  const pointed = ({ clientX, clientY }: PointerEvent): Place => {
    // Where the plan is drawn within the element, which may be wider than it.
    const drawn = svg.current?.getScreenCTM()
    if (!drawn) return { x: 0, y: 0 }
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(drawn.inverse())
    return { x: x / hall.width, y: y / hall.height }
  }
  const take = (event: PointerEvent, thing: Thing): void => {
    if (event.button !== 0 || !thing.at) return
    event.stopPropagation()
    hand.choose(thing.key)
    if (!mayMove) return
    const at = pointed(event)
    const { x, y } = thing.at
    dragged.current = { thing, by: { x: x - at.x, y: y - at.y }, at: thing.at }
    svg.current?.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent): void => {
    const { current } = dragged
    if (!current) return
    const at = pointed(event)
    current.at = snapped(hall, { x: at.x + current.by.x, y: at.y + current.by.y })
    hand.hold(current.thing, current.at)
  }
  const drop = (): void => {
    const { current } = dragged
    dragged.current = null
    if (!current) return
    const { x, y } = current.thing.at ?? current.at
    if (current.at.x !== x || current.at.y !== y) hand.put(current.thing, current.at)
    else hand.letGo(current.thing)
  }
  const cancel = (): void => {
    if (dragged.current) hand.letGo(dragged.current.thing)
    dragged.current = null
  }
  const tap = (event: PointerEvent): void => {
    if (!mayMove || event.button !== 0 || !chosen || chosen.at) return
    hand.put(chosen, snapped(hall, pointed(event)))
    const next = things.find((thing) => thing.table && !thing.at && thing.key !== chosen.key)
    hand.choose(next?.key ?? chosen.key)
  }
  const press = (event: KeyboardEvent): void => {
    if (!mayMove || !chosen?.at || event.metaKey || event.ctrlKey || event.altKey) return
    const to = moved(hall, chosen.at, event.key, event.shiftKey)
    if (!to) return
    event.preventDefault()
    hand.putSoon(chosen, to)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <svg
      ref={svg}
      className={`mapedit mapedit--${hall.ground.kind}`}
      viewBox={`0 0 ${hall.width} ${hall.height}`}
      role="group"
      aria-label={HALL_MAP.canvas}
      data-placing={mayMove && chosen !== null && !chosen.at ? true : undefined}
      onPointerDown={tap}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={cancel}
      onKeyDown={press}
    >
      {picture !== null && <image href={picture} width={hall.width} height={hall.height} />}
      {things.map(
        (thing) =>
          thing.at && (
            <Mark
              key={thing.key}
              hall={hall}
              thing={thing}
              at={thing.at}
              isChosen={thing.key === chosen?.key}
              isStop={thing.key === (chosen?.at ? chosen.key : things.find((one) => one.at)?.key)}
              take={take}
              choose={() => hand.choose(thing.key)}
            />
          ),
      )}
    </svg>
  )
}

/** Rows and columns hold things at half cells; a picture anywhere. */
function snapped(hall: HallPart, { x, y }: Place): Place {
  if (hall.ground.kind === 'picture') return { x: rounded(x), y: rounded(y) }
  const step = stepOf(hall, false)
  const near = (at: number, by: number): number => rounded((Math.round((at / by) * 2) / 2) * by)
  return { x: near(x, step.x), y: near(y, step.y) }
}

interface MarkProps {
  hall: HallPart
  thing: Thing
  at: Place
  isChosen: boolean
  /** the one stop of the map for Tab */
  isStop: boolean
  take: (event: PointerEvent, thing: Thing) => void
  choose: () => void
}

function Mark({ hall, thing, at, isChosen, isStop, take, choose }: MarkProps) {
  const { x, y } = spotOf(hall, at)
  return (
    <g
      className="mapmark"
      transform={`translate(${x} ${y}) scale(${hall.mark / 50})`}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={HALL_MAP.mark(thing.name, percent(at.x), percent(at.y))}
      data-key={thing.key}
      onPointerDown={(event) => take(event, thing)}
      onFocus={() => isChosen || choose()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
    >
      <circle className="mapmark__ring" r="68" />
      {thing.table ? (
        <TableShape number={thing.table.number} zone={thing.table.zone} />
      ) : (
        <>
          <rect className="mapmark__thing" x="-72" y="-34" width="144" height="68" rx="4" />
          <text className="mapmark__word">{thing.name}</text>
        </>
      )}
    </g>
  )
}

function TableShape({ number, zone }: { number: number; zone: string }) {
  const shape = zoneShape(zone)
  const size = number > 99 ? 40 : 52
  if (!shape)
    return (
      <>
        <rect className="mapmark__bare" x="-46" y="-46" width="92" height="92" rx="10" />
        <text fontSize={size} className="mapmark__word">
          {number}
        </text>
      </>
    )
  return (
    <>
      {shape.points === null ? (
        <circle className="mapmark__rim" r="49" fill={shape.colour} />
      ) : (
        <polygon className="mapmark__rim" points={shape.points} fill={shape.colour} />
      )}
      <text
        className="mapmark__no"
        y={shape.drop}
        fontSize={size}
        fill={shape.ink}
        stroke={shape.colour}
        strokeWidth="10"
      >
        {number}
      </text>
    </>
  )
}

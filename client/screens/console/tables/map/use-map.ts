import { useEffect, useRef, useState } from 'react'
import type { HallPart } from '#shared/views/hall-map.ts'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { useConsole } from '../../console-context.ts'
import { percent, type Place, placing, type Thing, thingsOn } from './things.ts'

/** ms without another arrow key after which a move is one change */
const AT_REST = 700
/** ms that a frame of the map may take after the answer */
const ON_ITS_WAY = 1_500
export const USEFUL = 15_000

export interface MapHand {
  things: readonly Thing[]
  chosen: Thing | null
  choose: (key: string | null) => void
  /** Shows a thing elsewhere without telling anybody yet. */
  hold: (thing: Thing, at: Place) => void
  /** Back to where it was: it was let go of without being moved. */
  letGo: (thing: Thing) => void
  /** Puts it there; null: takes it off the map. */
  put: (thing: Thing, at: Place | null) => void
  /** Puts it there once no other key follows. */
  putSoon: (thing: Thing, at: Place) => void
  /** what has been done last, for screen readers */
  said: string
}

/** What is chosen and held on the map. Everything else is as the server has it. */
export function useMap(hall: HallPart): MapHand {
  const { parts, send } = useConsole()
  const [key, setKey] = useState<string | null>(null)
  const [held, setHeld] = useState<Readonly<Record<string, Place>>>({})
  const [said, setSaid] = useState('')
  const resting = useRef<{ timer: ReturnType<typeof setTimeout>; put: () => void } | null>(null)
  const things = thingsOn(hall, parts.tables).map((thing) => ({
    ...thing,
    at: held[thing.key] ?? thing.at,
  }))

  /** From here on it stands where the server says, unless it is held somewhere else by now. */
  const letGo = (thing: string, at: Place | undefined): void =>
    setHeld((before) => {
      if (before[thing] !== at) return before
      const { [thing]: _, ...others } = before
      return others
    })
  /** What still rests goes now. */
  const flush = (): void => {
    const { current } = resting
    if (!current) return
    clearTimeout(current.timer)
    resting.current = null
    current.put()
  }
  const last = useRef(flush)
  useEffect(() => {
    last.current = flush
  })
  // Whoever leaves the map has moved what they moved.
  useEffect(() => () => last.current(), [])

  const put = async (thing: Thing, at: Place | null): Promise<void> => {
    if (at) setHeld((before) => ({ ...before, [thing.key]: at }))
    else letGo(thing.key, held[thing.key])
    const answer = await send(placing(hall, thing, at), { key: `map:${thing.key}`, useful: USEFUL })
    // The map that shows it is on its way: until then it stays where it was put.
    if (!at) return
    if (!answer.ok) return letGo(thing.key, at)
    setSaid(HALL_MAP.moved(thing.name, percent(at.x), percent(at.y)))
    setTimeout(() => letGo(thing.key, at), ON_ITS_WAY)
  }
  return {
    things,
    chosen: things.find((thing) => thing.key === key) ?? null,
    choose(next) {
      flush()
      setKey(next)
    },
    hold: (thing, at) => setHeld((before) => ({ ...before, [thing.key]: at })),
    letGo: ({ key: thing }) => letGo(thing, held[thing]),
    put(thing, at) {
      flush()
      void put(thing, at)
    },
    putSoon(thing, at) {
      if (resting.current) clearTimeout(resting.current.timer)
      setHeld((before) => ({ ...before, [thing.key]: at }))
      const now = (): void => void put(thing, at)
      const timer = setTimeout(() => {
        resting.current = null
        now()
      }, AT_REST)
      resting.current = { timer, put: now }
    },
    said,
  }
}

import type { PointerEvent } from 'react'

/** px from the top or bottom of the screen within which the page follows a finger */
const EDGE = 72

/**
 * A row of a list is dragged by its handle: a line shows where it will be, and there it goes when it is let go.
 * Nothing moves before that, so that the handle stays under the finger. `drop` gets the places it moves by.
 */
export function drag(
  { currentTarget: handle, pointerId, button }: PointerEvent<HTMLElement>,
  drop: (by: number) => void,
): void {
  const row = handle.closest('li')
  const rows = [...(row?.parentElement?.children ?? [])]
  const from = row ? rows.indexOf(row) : -1
  if (from < 0 || button > 0) return
  let to = from
  const mark = (isHeld: boolean): void => {
    row?.toggleAttribute('data-held', isHeld)
    rows[to]?.toggleAttribute(to < from ? 'data-before' : 'data-after', isHeld && to !== from)
  }
  handle.setPointerCapture(pointerId)
  handle.onpointermove = ({ clientY }) => {
    mark(false)
    const below = rows.findIndex((one) => clientY < one.getBoundingClientRect().bottom)
    to = below < 0 ? rows.length - 1 : below
    mark(true)
    if (clientY < EDGE) scrollBy(0, -EDGE / 8)
    else if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 8)
  }
  handle.onpointerup = handle.onpointercancel = ({ type }) => {
    mark(false)
    handle.onpointermove = handle.onpointerup = handle.onpointercancel = null
    if (type === 'pointerup' && to !== from) drop(to - from)
  }
}

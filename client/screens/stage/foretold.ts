import { endsAt, isRunning, loaded, started } from '#shared/time/clock.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { StageView } from '#shared/views/stage.ts'

/**
 * What the stage shows by now if nobody has pressed anything since `view`: a block that goes by itself goes on.
 * For a display that has lost its line; as soon as it is back, what the server says counts.
 */
export function foretold(view: StageView, now: Instant): StageView {
  let seen = view
  while (seen.heldSince === null && seen.on && seen.ahead && isRunning(seen.on.clock)) {
    const due = endsAt(seen.on.clock)
    const next = due !== null && due <= now ? step(seen, seen.on, seen.ahead, due) : null
    if (!next) break
    seen = next
  }
  return seen
}

type On = NonNullable<StageView['on']>
type Ahead = NonNullable<StageView['ahead']>

function step(view: StageView, on: On, ahead: Ahead, due: Instant): StageView {
  const { changeover, after } = ahead
  const comingUp = (next: Ahead): StageView['next'] =>
    next.queue[0]?.billing ?? next.after?.billing ?? null
  if (on.phase === 'changeover') {
    const clock = started(ahead.length, due)
    return { ...view, on: { ...on, phase: 'pitch', clock }, next: comingUp(ahead) }
  }
  const [pitch, ...queue] = ahead.queue
  if (pitch) {
    const { billing, length } = pitch
    const rest = { ...ahead, length, queue }
    const waits = changeover > 0
    const phase = waits ? 'changeover' : 'pitch'
    const clock = started(waits ? changeover : length, due)
    // A changeover shows already who comes after it.
    const next = waits ? billing : comingUp(rest)
    return { ...view, on: { ...on, ...billing, phase, clock }, next, ahead: rest }
  }
  const still = { ...view, next: null, ahead: null }
  if (!after) return { ...still, on: null, finished: true }
  return {
    ...still,
    on: { ...on, ...after.billing, phase: 'item', clock: loaded(after.length), byItself: false },
  }
}

import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { accept, type Deciders, type Evolvers } from './decision.ts'

/** Rings the bell of every hall screen now: to try it, or because somebody wants to be heard. */
export const RingBell = Type.Object(
  { type: Type.Literal('ring-bell') },
  { additionalProperties: false },
)
export type BellCommand = Type.Static<typeof RingBell>
export type BellEvent = { type: 'bell-rung'; at: Instant }

export const decideBell: Deciders<BellCommand> = {
  'ring-bell': (show, _, { at }) =>
    // Two people press at once: one ring.
    show.rungAt !== null && at - show.rungAt < TOGETHER
      ? accept()
      : accept({ type: 'bell-rung', at }),
}
const TOGETHER = 1000

export const evolveBell: Evolvers<BellEvent> = {
  'bell-rung': (show, { at }) => {
    show.rungAt = at
  },
}

import { useEffect, useState } from 'react'
import type { Link } from '../../link/connect.ts'
import { writable } from '../../link/readable.ts'
import type { Pending } from '../../link/send.ts'
import type { Phone } from './phone-context.ts'

/** What every new list of wishes replaces while it waits. */
export const WISHES = 'wishes'

/** A list that was saved, and what the phone held of its owner as it heard so. */
export interface Echo {
  pending: Pending
  mine: Phone['mine']
}

/**
 * What waits, with the list that was saved last until the phone has been told it: the answer comes first, and
 * whoever taps again at once must not build on the list before.
 */
export function withEcho(
  pending: Phone['pending'],
  echo: Echo | null,
  mine: Phone['mine'],
): Phone['pending'] {
  if (!echo || echo.mine !== mine || pending.has(WISHES)) return pending
  const { command } = echo.pending
  const isTold = command.type !== 'set-wishes' || command.innovations.join() === mine?.wishes.join()
  return isTold ? pending : new Map([...pending, [WISHES, echo.pending]])
}

/** Keeps the last saved list of a link. A store of its own, so that no drawing comes between it and the answer. */
export function useEchoes({ held, onAnswer }: Pick<Link<'phone' | 'host'>, 'held' | 'onAnswer'>) {
  const [echo] = useState(() => writable<Echo | null>(null))
  useEffect(
    () =>
      onAnswer(({ key, command, answer }) => {
        if (key !== WISHES) return
        const { mine } = held.getSnapshot()
        echo.set(answer.ok ? { pending: { command, state: 'sending' }, mine } : null)
      }),
    [held, onAnswer, echo],
  )
  return echo
}

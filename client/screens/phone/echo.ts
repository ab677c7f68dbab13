import { useEffect, useState } from 'react'
import type { RoundId } from '#shared/show/words.ts'
import type { Link } from '../../link/connect.ts'
import { writable } from '../../link/readable.ts'
import type { Pending } from '../../link/send.ts'
import type { Phone } from './phone-context.ts'

/** What every new list of wishes replaces while it waits. */
export const WISHES = 'wishes'

/** And what a new number of conversations replaces. */
export const MOST = 'most'

/** What a new count of who came to a round replaces while it waits. */
export const cameKey = (round: RoundId): string => `came:${round}`

/** A list, a number or a count that was saved, and what the phone held of its owner as it heard so. */
export interface Echo {
  key: string
  pending: Pending
  mine: Phone['mine']
}

/**
 * What waits, with what was saved last until the phone has been told it: the answer comes first, and whoever taps
 * again at once must not build on the list or the count before.
 */
export function withEcho(
  pending: Phone['pending'],
  echo: Echo | null,
  mine: Phone['mine'],
): Phone['pending'] {
  if (!echo || echo.mine !== mine || pending.has(echo.key)) return pending
  return isTold(echo.pending.command, mine)
    ? pending
    : new Map([...pending, [echo.key, echo.pending]])
}

function isTold(command: Pending['command'], mine: Phone['mine']): boolean {
  if (command.type === 'set-wishes') return command.innovations.join() === mine?.wishes.join()
  if (command.type === 'set-most') return command.most === mine?.most
  if (command.type !== 'count-came' || !mine || !('came' in mine)) return true
  return (mine.came[command.round] ?? null) === command.came
}

/** Keeps the last saved list or count of a link. A store of its own, so that no drawing comes between it and the answer. */
export function useEchoes({ held, onAnswer }: Pick<Link<'phone' | 'host'>, 'held' | 'onAnswer'>) {
  const [echo] = useState(() => writable<Echo | null>(null))
  useEffect(
    () =>
      onAnswer(({ key, command, answer }) => {
        if (key !== WISHES && key !== MOST && command.type !== 'count-came') return
        const { mine } = held.getSnapshot()
        echo.set(answer.ok ? { key, pending: { command, state: 'sending' }, mine } : null)
      }),
    [held, onAnswer, echo],
  )
  return echo
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { WindowId } from '#shared/show/words.ts'
import { SECOND } from '#shared/time/instant.ts'
import type { Asked } from '../common/ask.ts'
import { useConsole } from '../console-context.ts'
import type { AskSeating, SeatingAnswer } from '#shared/wire/seating.ts'
import { askSeating } from './seating.ts'

/** An answer takes well under a second; after this somebody wants to know. */
const SLOW = 3 * SECOND

export type SeatingState =
  | { kind: 'idle' }
  | { kind: 'busy'; slow: boolean }
  | { kind: 'refused'; message: string }

/** Asks for a seating and says how that goes. A newer question, or leaving the page, ends the older one. */
export function useSeating(window: WindowId): {
  state: SeatingState
  request: (body: AskSeating) => Promise<Asked<SeatingAnswer>>
  stop: () => void
} {
  const { parts } = useConsole()
  const show = parts.show.id
  const [state, setState] = useState<SeatingState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])
  const request = useCallback(
    async (body: AskSeating) => {
      running.current?.abort()
      const own = new AbortController()
      running.current = own
      const tell = (next: SeatingState): void => {
        if (running.current === own) setState(next)
      }
      tell({ kind: 'busy', slow: false })
      const timer = setTimeout(() => tell({ kind: 'busy', slow: true }), SLOW)
      const answer = await askSeating(show, window, body, own.signal)
      clearTimeout(timer)
      tell(answer.ok ? { kind: 'idle' } : { kind: 'refused', message: answer.message })
      return answer
    },
    [show, window],
  )
  return { state, request, stop }
}

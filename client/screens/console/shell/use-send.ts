import { useCallback } from 'react'
import type { Command } from '#shared/show/commands.ts'
import { CONSOLE } from '#shared/words/console.ts'
import type { Link } from '../../../link/connect.ts'
import type { Answer } from '../../../link/send.ts'
import type { ConsoleSend } from '../console-context.ts'
import type { Toasts } from './toasts.ts'

type Send = (command: Command, options: ConsoleSend) => Promise<Answer>

/** Sends a command and says what became of it, with a way back where there is one. */
export function useSend(link: Link<'console'>, toasts: Toasts): Send {
  return useCallback(
    async (command, { key, useful, done, undo }) => {
      const answer = await link.send(command, useful === undefined ? { key } : { key, useful })
      if (!answer.ok) {
        // The newer command speaks for itself.
        if (answer.code !== 'replaced') toasts.say({ kind: 'refused', text: answer.message })
        return answer
      }
      if (done !== undefined) {
        const takeBack = async (): Promise<void> => {
          if (!undo) return
          // An edit is known by the version it made.
          const back = undo === 'edit' ? { type: 'undo-edit' as const, edit: answer.version } : undo
          const outcome = await link.send(back, { key: `undo:${key}` })
          toasts.say(
            outcome.ok
              ? { kind: 'done', text: CONSOLE.undone }
              : { kind: 'refused', text: outcome.message },
          )
        }
        toasts.say({
          kind: 'done',
          text: done,
          ...(undo ? { act: { label: CONSOLE.undo, run: () => void takeBack() } } : {}),
        })
      }
      return answer
    },
    [link, toasts],
  )
}

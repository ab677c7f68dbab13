import { createContext, useContext, useEffect, useReducer } from 'react'
import type { StageId } from '#shared/show/words.ts'
import type { Command, CommandType } from '#shared/show/commands.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import type { ShowLinks } from '#shared/wire/console.ts'
import type { Views } from '#shared/wire/live.ts'
import type { Link } from '../../link/connect.ts'
import type { Answer } from '../../link/send.ts'
import type { Screen } from './route.ts'
import type { Question } from './shell/questions.ts'
import type { Toast } from './shell/toasts.ts'

export interface ConsoleSend {
  /** what the command is about; a newer one with the same key replaces one that was not sent yet */
  key: string
  /** ms after which the command is of no use; without it, it waits for the line to come back */
  useful?: Ms
  /** said when it is done */
  done?: string
  /** offered beside `done` for a while; `edit`: the change that this command makes is undone */
  undo?: Command | 'edit'
}

/** Everything a screen of the console works with. */
export interface Console {
  link: Link<'console'>
  parts: Views['console']['parts']
  /** the server's clock */
  now: () => Instant
  /** Sends, and says in a toast what was refused. Never rejects. */
  send: (command: Command, options: ConsoleSend) => Promise<Answer>
  say: (toast: Toast) => void
  /** Asks before something that cannot be taken back; true: go on. */
  ask: (question: Question) => Promise<boolean>
  /** may this person send such a command? The server decides again. */
  may: (type: CommandType) => boolean
  /** false: no line for two seconds or more */
  online: boolean
  actor: { id: string; name: string; roles: readonly string[] }
  /** organiser of this event, who may load files */
  organiser: boolean
  /** organiser of this server, who may copy, rehearse and remove events */
  owner: boolean
  links: ShowLinks
  /** the stage that is shown; null: the first one */
  stage: StageId | null
  chooseStage: (stage: StageId) => void
  /** the screen that is shown, and the way to another */
  screen: Screen
  go: (screen: Screen, query?: string) => void
}

export const ConsoleContext = createContext<Console | null>(null)

export function useConsole(): Console {
  const held = useContext(ConsoleContext)
  if (!held) throw new Error('useConsole is used outside the console’s shell')
  return held
}

/** Commands to a running stage are of no use later: the room has moved on. */
export const AT_ONCE: Ms = 4_000

/**
 * The server's time, drawn anew every `every` ms. `phase`: an instant at which a tick falls, such as the
 * end of a countdown, so that its digits change exactly when their second does.
 */
export function useNow(every: Ms, phase: Instant = 0): Instant {
  const { now } = useConsole()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      const since = (now() - phase) % every
      timer = setTimeout(tick, every - (since < 0 ? since + every : since) + 1)
    }
    const tick = (): void => {
      draw()
      wait()
    }
    wait()
    return () => clearTimeout(timer)
  }, [now, every, phase])
  return now()
}

import { useMemo } from 'react'
import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import type { Ms } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { roundsToCome } from '#shared/show/choosing/course.ts'
import type { WindowLine } from '#shared/views/common.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, movedWords, roundsWord } from '#shared/words/console-choosing.ts'
import { WINDOW } from '#shared/words/console-window.ts'
import { type Console, type ConsoleSend, useConsole } from '../console-context.ts'
import { draftOfLine } from '../programme/by-wishes.ts'
import { useCourse } from '../use-course.ts'
import { toSeat } from './standing.ts'

/** What is done about choosing; each says what became of it. */
export interface WindowActions {
  save: (window: WindowLine, change: Partial<WindowDraft>, said: string) => Promise<boolean>
  remove: (window: WindowLine) => Promise<boolean>
  open: (window: WindowLine) => Promise<void>
  close: (window: WindowLine) => Promise<void>
  /** Asks, then gives people the seats of a run; `before`: the run they have now. */
  publish: (window: WindowLine, run: SeatingLine, before: SeatingLine | null) => Promise<void>
}

const USEFUL: Ms = 15_000

export function useWindows(): WindowActions {
  const held = useConsole()
  const { course } = useCourse()
  return useMemo(() => actionsOf(held, course), [held, course])
}

function actionsOf(
  { parts, send, ask }: Console,
  course: ReturnType<typeof useCourse>['course'],
): WindowActions {
  const numbers = (window: WindowLine): number[] =>
    window.rounds.flatMap((id) => parts.rounds[id]?.number ?? [])
  const tell = async (
    window: WindowLine,
    command: Parameters<typeof send>[0],
    more: Pick<ConsoleSend, 'done' | 'undo'>,
  ): Promise<boolean> =>
    (await send(command, { key: `window:${window.id}`, useful: USEFUL, ...more })).ok
  return {
    save: (window, change, said) =>
      tell(
        window,
        { type: 'save-window', window: { ...draftOfLine(window), ...change } },
        { done: said, undo: 'edit' },
      ),
    remove: async (window) => {
      const question = WINDOW.removeAsk(window.title, roundsWord(numbers(window)))
      if (!(await ask({ ...question, danger: true }))) return false
      const done = WINDOW.removed(window.title)
      return tell(window, { type: 'remove-window', window: window.id }, { done, undo: 'edit' })
    },
    open: async (window) => {
      const toCome = window.follows
        .map((id) => course.segments[id])
        .find((segment) => segment?.endedAt === null)
      if (toCome && !(await ask(CHOOSING.openAsk(window.title, toCome.title)))) return
      await tell(
        window,
        { type: 'open-window', window: window.id },
        { done: CHOOSING.isOpen(window.title) },
      )
    },
    close: async (window) => {
      if (!(await ask(CHOOSING.closeAsk(parts.demand.people, toSeat(parts).all)))) return
      await tell(
        window,
        { type: 'close-window', window: window.id },
        {
          done: CHOOSING.isClosed(window.title),
          undo: { type: 'open-window', window: window.id },
        },
      )
    },
    publish: async (window, run, before) => {
      const coming = roundsToCome(course, window).flatMap(({ id }) => parts.rounds[id] ?? [])
      const rounds = roundsWord(coming.map(({ number }) => number))
      const at = clockTime(run.at, parts.show.zone)
      const question =
        before === null
          ? CHOOSING.publishAsk(window.title, run.people, rounds)
          : run.newer && run.moves
            ? CHOOSING.applyAsk(movedWords(run.moves))
            : CHOOSING.goBackAsk(at, run.people)
      if (!(await ask(question))) return
      const back = before && {
        undo: { type: 'publish-seating' as const, window: window.id, run: before.id },
      }
      await tell(
        window,
        { type: 'publish-seating', window: window.id, run: run.id },
        { done: CHOOSING.publishedDone(run.people), ...back },
      )
    },
  }
}

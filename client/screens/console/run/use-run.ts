import { useEffect, useMemo, useRef } from 'react'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { RUN } from '#shared/words/console-run.ts'
import { useConsole } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { actionOf, focusOf, type RunAction } from './keys.ts'
import { type Primary, primaryOf } from './primary.ts'
import { type RoundActions, useRounds } from './use-rounds.ts'
import { type StageActions, useStage } from './use-stage.ts'

export interface RunActions {
  primary: Primary | null
  stage: StageActions | null
  rounds: RoundActions
  /** what a key or its button does now */
  perform: (action: RunAction) => void
}

/** One meaning for each button and its key, whatever is on: a pitch, a talk or a round. */
export function useRun(showHelp: () => void): RunActions {
  const { say, ask, parts, go } = useConsole()
  const { course, stage } = useCourse()
  const actions = useStage()
  const rounds = useRounds()
  return useMemo(() => {
    const primary = stage ? primaryOf(course, stage) : null
    const segment = stage?.on ? course.segments[stage.on.segment] : undefined
    const running =
      segment?.kind === 'rounds'
        ? segment.rounds.map((id) => course.rounds[id]).find((round) => round?.clock)
        : undefined
    const addTime = (by: Ms): void => {
      if (running) rounds.addTime(running.id, by)
      else actions?.addTime(by)
    }
    const takePrimary = (): void => {
      if (!primary || !actions || !stage) return
      const round = primary.kind === 'round' ? course.rounds[primary.round] : undefined
      if (primary.kind === 'round') {
        if (round && primary.step === 'open') void rounds.openAll(round.segment)
        else void rounds.step(primary.round, primary.step)
      } else if (primary.kind === 'choosing') go('choosing', `?window=${primary.window}`)
      else if (primary.kind === 'end-pitches') actions.finish()
      else if (primary.kind === 'start') actions.startPause()
      else void actions.tell({ type: 'next-item', stage: stage.id })
    }
    const goBack = async (): Promise<void> => {
      const number = running ? (parts.rounds[running.id]?.number ?? 0) : 0
      if (running && !(await ask(RUN.leaveRoundAsk(number)))) return
      actions?.previous()
    }
    const perform = (action: RunAction): void => {
      switch (action) {
        case 'start-pause':
          if (running) say({ kind: 'refused', text: RUN.roundCannotPause })
          else if (!stage?.on && (primary?.kind === 'round' || primary?.kind === 'choosing'))
            takePrimary()
          else actions?.startPause()
          return
        case 'next':
          return takePrimary()
        case 'previous':
          return void goBack()
        case 'add-10':
          return addTime(10 * SECOND)
        case 'take-10':
          return addTime(-10 * SECOND)
        case 'add-60':
          return addTime(MINUTE)
        case 'take-60':
          return addTime(-MINUTE)
        case 'blackout':
          return actions?.blackOut()
        case 'help':
          return showHelp()
      }
    }
    return { primary, stage: actions, rounds, perform }
  }, [course, stage, actions, rounds, say, ask, parts, go, showHelp])
}

/** Listens for the keys of the run view while it is shown and they are switched on. */
export function useKeys(perform: (action: RunAction) => void, on: boolean): void {
  const latest = useRef(perform)
  useEffect(() => {
    latest.current = perform
  })
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.target instanceof Element)) return
      const action = actionOf(event, focusOf(event.target))
      if (action === null) return
      event.preventDefault()
      latest.current(action)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on])
}

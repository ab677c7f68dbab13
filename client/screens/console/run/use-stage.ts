import { useMemo } from 'react'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { PitchId, SegmentId } from '#shared/show/words.ts'
import { elapsed, isRunning } from '#shared/time/clock.ts'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { AT_ONCE, type Console, useConsole } from '../console-context.ts'
import { useCourse } from '../use-course.ts'

/** A clock that ran for less is started again without asking. */
const HARDLY_RUN: Ms = 5 * SECOND

export interface StageActions {
  /** a command to the stage, of use at once or not at all */
  tell: (command: SingleCommand, done?: string, undo?: SingleCommand) => Promise<boolean>
  startPause: () => void
  addTime: (by: Ms) => void
  previous: () => void
  finish: () => void
  restart: () => Promise<void>
  blackOut: () => void
  putOn: (segment: SegmentId, pitch: PitchId | null) => Promise<boolean>
  sendToEnd: (pitch: PitchId, reason: 'absent' | 'late') => void
  hold: () => Promise<void>
  release: () => Promise<void>
}

/** The stage's commands as people give them; null where there is no stage yet. */
export function useStage(): StageActions | null {
  const held = useConsole()
  const { course, stage, stageId } = useCourse()
  return useMemo(() => {
    if (!stage || !stageId) return null
    const { on } = stage
    const { parts, now, ask } = held
    const tell = teller(held)
    const name = on ? billingOf(parts, on.segment, on.pitch).name : ''
    return {
      tell,
      startPause: () => {
        const clock = on?.clock
        const type =
          clock?.pausedAt != null
            ? 'resume-clock'
            : clock && isRunning(clock)
              ? 'pause-clock'
              : 'start-clock'
        void tell({ type, stage: stageId })
      },
      addTime: (by) => void tell({ type: 'add-time', stage: stageId, by }),
      previous: () => void tell({ type: 'previous-item', stage: stageId }),
      finish: () =>
        void tell({ type: 'finish-item', stage: stageId }, RUN.finished1(name), {
          type: 'previous-item',
          stage: stageId,
        }),
      restart: async () => {
        if (!on) return
        const run = elapsed(on.clock, now())
        const sure = run < HARDLY_RUN || (await ask({ ...RUN.restartAsk(name, run), danger: true }))
        if (sure) await tell({ type: 'restart-clock', stage: stageId })
      },
      blackOut: () => {
        const dark = !stage.blackout
        void tell(
          { type: 'black-out', stage: stageId, on: dark },
          dark ? RUN.blackedOut : RUN.lit,
          { type: 'black-out', stage: stageId, on: !dark },
        )
      },
      putOn: async (segment, pitch) => {
        const next = billingOf(parts, segment, pitch).name
        const sure = !on || !isRunning(on.clock) || (await ask(RUN.loadAsk(name, next)))
        if (!sure) return false
        return tell({ type: 'load-item', stage: stageId, segment, pitch }, RUN.loaded(next))
      },
      sendToEnd: (pitch, reason) => {
        const own = course.pitches[pitch]
        if (!own) return
        const undo: SingleCommand =
          on?.pitch === pitch
            ? { type: 'load-item', stage: stageId, segment: own.block, pitch }
            : { type: 'move-pitch', pitch, before: after(course.segments[own.block], pitch) }
        const who = billingOf(parts, own.block, pitch).name
        void tell({ type: 'defer-pitch', pitch, reason }, RUN.sentToEnd(who), undo)
      },
      hold: async () => {
        if (await ask({ ...RUN.holdAsk, danger: true })) {
          await tell({ type: 'hold-day' }, RUN.held)
        }
      },
      release: async () => {
        const since = clockTime(course.heldSince ?? now(), course.zone)
        if (await ask(RUN.releaseAsk(since))) await tell({ type: 'release-day' }, RUN.released)
      },
    }
  }, [held, course, stage, stageId])
}

/** Counts presses, so that none of them stands in for another. */
let presses = 0

function teller(held: Console): StageActions['tell'] {
  return async (command, done, undo) => {
    if (!held.online) return false
    presses += 1
    // Two presses of +10 s are twenty seconds, two of Next while the line is busy are one.
    const key = command.type === 'add-time' ? `add-time:${presses}` : `run:${command.type}`
    const answer = await held.send(command, {
      key,
      useful: AT_ONCE,
      ...(done === undefined ? {} : { done }),
      ...(undo === undefined ? {} : { undo }),
    })
    return answer.ok
  }
}

/** Who is called after this pitch now, so that undo puts it back in front of them. */
function after(
  block: { kind: string; pitches?: readonly PitchId[] } | undefined,
  pitch: PitchId,
): PitchId | null {
  const queue = block?.pitches ?? []
  return queue[queue.indexOf(pitch) + 1] ?? null
}

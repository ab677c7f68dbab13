import { useMemo } from 'react'
import type { SingleCommand } from '#shared/show/commands.ts'
import {
  type Course,
  type CourseRound,
  pitchesRunningBefore,
  waiting,
} from '#shared/show/course.ts'
import { movesAt, segmentOfRound } from '#shared/show/round-course.ts'
import type { RoundId, SegmentId } from '#shared/show/words.ts'
import { remaining } from '#shared/time/clock.ts'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { AT_ONCE, type Console, useConsole } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import type { RoundStepName } from './primary.ts'

export interface RoundActions {
  /** Takes a step of a round; asks first when something stands in its way or people would be surprised. */
  step: (round: RoundId, step: RoundStepName) => Promise<void>
  /** opens choosing for every round of the segment that is not open yet */
  openAll: (segment: SegmentId) => Promise<void>
  addTime: (round: RoundId, by: Ms) => void
  /** takes the pitches off that run before this round; false: they stay */
  endPitchesBefore: (round: CourseRound, step: RoundStepName) => Promise<boolean>
}

const COMMANDS = {
  open: 'open-round',
  close: 'close-round',
  move: 'move-round',
  run: 'run-round',
  end: 'end-round',
} as const satisfies { [Step in RoundStepName]: SingleCommand['type'] }

export const STEP_WORDS: { [Step in RoundStepName]: string } = {
  open: RUN.openChoosing,
  close: RUN.closeChoosing,
  move: RUN.move,
  run: RUN.run,
  end: RUN.end,
}

/** Counts presses, so that none of them stands in for another. */
let presses = 0

export function useRounds(): RoundActions {
  const held = useConsole()
  const { course } = useCourse()
  return useMemo(() => {
    const { send, parts, online } = held
    const tell = async (command: SingleCommand, key: string, done?: string, undo?: SingleCommand) =>
      online &&
      (
        await send(command, {
          key,
          useful: AT_ONCE,
          ...(done === undefined ? {} : { done }),
          ...(undo === undefined ? {} : { undo }),
        })
      ).ok
    const endPitchesBefore: RoundActions['endPitchesBefore'] = async (round, step) => {
      const block = pitchesRunningBefore(course, segmentOfRound(course, round))
      if (!block) return true
      return askToEndPitches(held, course, block, step, (command) => tell(command, 'run:load-item'))
    }
    const step: RoundActions['step'] = async (id, name) => {
      const round = course.rounds[id]
      if (!round || !online) return
      if (name !== 'close' && name !== 'end' && !(await endPitchesBefore(round, name))) return
      if ((name === 'move' || name === 'run') && !(await endOther(held, course, round, tell)))
        return
      if (!(await sure(held, course, round, name))) return
      const done = name === 'close' ? RUN.closed(parts.rounds[id]?.number ?? 0) : undefined
      const undo = name === 'close' ? ({ type: 'open-round', round: id } as const) : undefined
      await tell({ type: COMMANDS[name], round: id }, `round:${id}`, done, undo)
    }
    return {
      step,
      endPitchesBefore,
      openAll: async (segment) => {
        const own = course.segments[segment]
        if (own?.kind !== 'rounds') return
        const rounds = own.rounds.flatMap((id) => course.rounds[id] ?? [])
        const planned = rounds.filter((round) => round.phase === 'planned')
        const [first] = planned
        if (!first || !(await endPitchesBefore(first, 'open'))) return
        for (const { id } of planned) {
          // In their order, and no further when one is refused.
          // oxlint-disable-next-line no-await-in-loop
          if (!(await tell({ type: 'open-round', round: id }, `round:${id}`))) return
        }
      },
      addTime: (round, by) => {
        presses += 1
        void tell({ type: 'add-round-time', round, by }, `round-time:${presses}`)
      },
    }
  }, [held, course])
}

type Tell = (command: SingleCommand, key: string) => Promise<boolean>

async function askToEndPitches(
  { parts, ask }: Console,
  course: Course,
  id: SegmentId,
  step: RoundStepName,
  tell: (command: SingleCommand) => Promise<boolean>,
): Promise<boolean> {
  const block = course.segments[id]
  const stage = block ? course.stages[block.stage] : undefined
  if (block?.kind !== 'pitch-block' || !stage) return true
  const waits = waiting(course, block, stage.on?.pitch ?? null)
  const names = waits.map((pitch) => billingOf(parts, id, pitch).name)
  const sure = await ask({
    ...RUN.pitchesOnAsk(block.title, names, STEP_WORDS[step]),
    danger: names.length > 0,
  })
  const next = stage.segments
    .slice(stage.segments.indexOf(id) + 1)
    .find((one) => course.segments[one]?.kind !== 'note')
  if (!sure || next === undefined) return false
  return tell({ type: 'load-item', stage: stage.id, segment: next, pitch: null })
}

/** Two rounds of a segment never run at once: the one that runs ends first. */
async function endOther(
  { parts, ask, now }: Console,
  course: Course,
  round: CourseRound,
  tell: Tell,
): Promise<boolean> {
  const other = segmentOfRound(course, round)
    .rounds.map((id) => course.rounds[id])
    .find((one) => one?.clock && one.id !== round.id)
  if (!other?.clock) return true
  const number = (id: RoundId): number => parts.rounds[id]?.number ?? 0
  const left = remaining(other.clock, now())
  const sure = await ask(RUN.otherOnAsk(number(other.id), number(round.id), left))
  return sure && tell({ type: 'end-round', round: other.id }, `round:${other.id}`)
}

/** Asks where people would be surprised: much too early, or a round that will not take place. */
async function sure(
  { parts, ask, now }: Console,
  course: Course,
  round: CourseRound,
  step: RoundStepName,
): Promise<boolean> {
  const number = parts.rounds[round.id]?.number ?? 0
  if (step === 'move') {
    const at = movesAt(course, round, now())
    const early = at === null ? 0 : at - now()
    return early < MINUTE || ask(RUN.earlyAsk(number, clockTime(at ?? 0, course.zone), early))
  }
  if (step !== 'end') return true
  if (!round.clock) {
    const people = Object.keys(parts.picks[round.id] ?? {}).length
    return ask({ ...RUN.skipAsk(number, people), danger: true })
  }
  const left = remaining(round.clock, now())
  return left < 30 * SECOND || ask({ ...RUN.endEarlyAsk(number, left), danger: true })
}

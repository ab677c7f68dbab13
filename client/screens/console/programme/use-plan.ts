import { useMemo } from 'react'
import type { Course } from '#shared/show/course.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { SegmentPlan } from '#shared/show/programme/commands.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { RoundId, SegmentId, StageId, WindowId } from '#shared/show/words.ts'
import type { LocalDate, Ms } from '#shared/time/instant.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { newId } from '../common/new-id.ts'
import { type Console, useConsole } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { followed } from '#shared/show/choosing/usual.ts'
import { draftOfLine } from './by-wishes.ts'
import { shiftAfter } from './shift.ts'

/** What an organiser does with the items of the plan; each can be undone. */
export interface Plan {
  save: (id: SegmentId, change: Partial<SegmentPlan>, said?: string) => Promise<boolean>
  move: (id: SegmentId, to: Place) => Promise<boolean>
  duplicate: (id: SegmentId) => Promise<boolean>
  remove: (id: SegmentId) => Promise<boolean>
  shift: (id: SegmentId, by: Ms) => Promise<boolean>
}
export interface Place {
  stage?: StageId
  day?: LocalDate
  before: SegmentId | null
  /** the words of where that is, when it is another stage or day */
  where?: string
}

const USEFUL: Ms = 15_000

export function usePlan(): Plan {
  const held = useConsole()
  const { course } = useCourse()
  return useMemo(() => planOf(held, course), [held, course])
}

function planOf({ send, ask, say, parts }: Console, course: Course): Plan {
  const title = (id: SegmentId): string => course.segments[id]?.title ?? ''
  const tell = async (key: string, command: SingleCommand | SingleCommand[], done?: string) => {
    const whole = Array.isArray(command) ? { type: 'batch' as const, commands: command } : command
    const said = done === undefined ? {} : { done, undo: 'edit' as const }
    return (await send(whole, { key, useful: USEFUL, ...said })).ok
  }
  const save: Plan['save'] = async (id, change, said) => {
    const draft = draftOf(course, id)
    if (!draft) return false
    const segment = { ...draft, ...change } as SegmentPlan
    return tell(`segment:${id}`, { type: 'save-segment', segment }, said)
  }
  /** Rounds by choices are by choices in the copy too. */
  const chosenLike = (id: SegmentId, copy: SegmentPlan): SingleCommand[] => {
    const rounds = copy.kind === 'rounds' ? copy.rounds.filter(({ free }) => !free) : []
    const line = Object.values(parts.windows).find((window) =>
      window.rounds.some((round) => course.rounds[round]?.segment === id),
    )
    if (!line || rounds.length === 0) return []
    const window = {
      ...draftOfLine(line),
      id: newId<WindowId>('win'),
      title: copy.title,
      follows: followed(course, parts.windows, { ...copy, id }),
      rounds: rounds.map((round) => round.id),
    }
    return [{ type: 'save-window', window }]
  }
  return {
    save,
    move: (id, { stage, day, before, where }) =>
      tell(
        `move-segment:${id}`,
        {
          type: 'move-segment',
          segment: id,
          before,
          ...(stage === undefined ? {} : { stage }),
          ...(day === undefined ? {} : { day }),
        },
        EDIT.movedTo(title(id), before === null ? null : title(before), where ?? null),
      ),
    duplicate: async (id) => {
      const copy = copyOf(course, id)
      if (!copy) return false
      const order = course.stages[copy.stage]?.segments ?? []
      const next = order[order.indexOf(id) + 1]
      const before = next !== undefined && course.segments[next]?.day === copy.day ? next : null
      const place = { type: 'move-segment' as const, segment: copy.id, before }
      const commands = [
        { type: 'save-segment' as const, segment: copy },
        place,
        ...chosenLike(id, copy),
      ]
      return tell(`segment:${copy.id}`, commands, EDIT.duplicated(title(id)))
    },
    remove: async (id) => {
      const segment = course.segments[id]
      const pitches = segment?.kind === 'pitch-block' ? segment.pitches.length : 0
      // What has pitches is asked about; everything can be undone.
      if (pitches > 0 && !(await ask({ ...EDIT.removeAsk(title(id), pitches), danger: true })))
        return false
      return tell(`remove:${id}`, { type: 'remove-segment', segment: id }, EDIT.removed(title(id)))
    },
    shift: async (id, by) => {
      const shift = shiftAfter(course, id, by)
      if (!shift) {
        say({ kind: 'refused', text: EDIT.tooShort(title(id)) })
        return false
      }
      const { segment, moved, fixed } = shift
      const said = EDIT.shifted(title(id), by, moved, fixed === null ? null : title(fixed))
      return tell(`segment:${id}`, { type: 'save-segment', segment }, said)
    },
  }
}

/** The same item once more, without a fixed start; rounds are new ones. */
function copyOf(course: Course, id: SegmentId): SegmentPlan | null {
  const draft = draftOf(course, id)
  if (!draft) return null
  const own = {
    id: newId<SegmentId>('seg'),
    title: EDIT.copyOf(draft.title),
    fixedStart: null,
    ref: '',
  }
  if (draft.kind !== 'rounds') return { ...draft, ...own }
  const rounds = draft.rounds.map((round) => ({ ...round, id: newId<RoundId>('rnd') }))
  return { ...draft, ...own, rounds }
}

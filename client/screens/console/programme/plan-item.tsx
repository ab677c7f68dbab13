import { memo } from 'react'
import { GridListItem } from 'react-aria-components'
import { type CourseStage, plannedLength } from '#shared/show/course.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { parseTimeOfDay } from '#shared/sheets/times.ts'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import { countdown, length } from '#shared/time/spoken.ts'
import { clockTime, instantOf } from '#shared/time/zone.ts'
import type { Seam } from '#shared/views/plan-checks.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { Grip } from '../common/grip.tsx'
import { useConsole } from '../console-context.ts'
import { MoreMenu } from '../more-menu.tsx'
import { useCourse } from '../use-course.ts'
import { InPlace } from './in-place.tsx'
import { ItemMarks } from './item-marks.tsx'
import { stateOf } from './item-state.ts'
import { useItemMenu } from './use-item-menu.ts'
import type { Plan } from './use-plan.ts'

export interface PlanItemProps {
  id: SegmentId
  at: PlanTimes | undefined
  seam: Seam | undefined
  /** all of its stage and day, in order */
  items: readonly SegmentId[]
  plan: Plan
  onTyping: (typing: boolean) => void
  edit: (id: SegmentId) => void
  pitches: (id: SegmentId) => void
}

/** One item of the plan; what stands in it is drawn again only when that changes, not as the focus moves. */
export function PlanItem(props: PlanItemProps) {
  const { id, at } = props
  const { course } = useCourse()
  const segment = course.segments[id]
  const stage = segment && course.stages[segment.stage]
  if (!segment || !stage || !at) return null
  const begins = clockTime(at.plannedStart, course.zone)
  return (
    <GridListItem
      id={id}
      textValue={`${begins}, ${segment.title}, ${length(plannedLength(course, segment))}`}
      className={`plan__item plan__item--${segment.kind}`}
      data-state={stateOf(course, stage, id)}
    >
      <Body {...props} at={at} segment={segment} stage={stage} begins={begins} />
    </GridListItem>
  )
}

interface BodyProps extends PlanItemProps {
  at: PlanTimes
  segment: DeepReadonly<Segment>
  stage: CourseStage
  begins: string
}

/** When, what, how long, each typed where it stands; the rest in its form and menu. */
const Body = memo(function Body(props: BodyProps) {
  const { id, at, seam, plan, onTyping, edit, segment, stage, begins } = props
  const { may, online } = useConsole()
  const { course } = useCourse()
  const menu = useItemMenu(props)
  const { title, fixedStart, day } = segment
  const state = stateOf(course, stage, id)
  const planned = plannedLength(course, segment)
  const canEdit = may('save-segment')
  const can = canEdit && online
  const saveStart = (text: string): void => {
    const time = text === '' ? null : parseTimeOfDay(text)
    const fixed = time === null ? null : instantOf(day, time, course.zone)
    void plan.save(id, { fixedStart: fixed }, PROGRAMME.saved(title))
  }
  const saveLength = (text: string): void => {
    const ms = text === '' ? null : parseLength(text)
    const open = segment.kind === 'pitch-block' || segment.kind === 'rounds'
    if (ms !== null || open) void plan.save(id, { length: ms } as never, PROGRAMME.saved(title))
  }
  const own = segment.length === null ? '' : countdown(segment.length)
  return (
    <>
      {seam && (
        <span className={`plan__seam plan__seam--${seam.kind}`}>
          {seam.kind === 'gap' ? EDIT.gap(seam.by) : EDIT.overlap(seam.by)}
        </span>
      )}
      {may('move-segment') ? (
        <Grip label={EDIT.drag(title)} />
      ) : (
        <span className="grip grip--none" />
      )}
      {can ? (
        <InPlace
          label={EDIT.start}
          value={fixedStart === null ? '' : begins}
          check={(text) => (text === '' || parseTimeOfDay(text) ? null : EDIT.badTime)}
          save={saveStart}
          onTyping={onTyping}
          className="plan__start"
        >
          <span className="num">{begins}</span>
          {fixedStart !== null && <span className="plan__fixed">{PROGRAMME.fixed}</span>}
        </InPlace>
      ) : (
        <span className="plan__start num">
          {begins}
          {fixedStart !== null && <span className="plan__fixed">{PROGRAMME.fixed}</span>}
        </span>
      )}
      <span className="plan__what">
        {can ? (
          <InPlace
            label={EDIT.title}
            value={title}
            most={200}
            check={(text) => (text === '' ? EDIT.badTitle : null)}
            save={(text) => void plan.save(id, { title: text }, PROGRAMME.saved(text))}
            onTyping={onTyping}
            className="plan__title"
          >
            <span className="plan__name">{title}</span>
          </InPlace>
        ) : (
          <b className="plan__title plan__name">{title}</b>
        )}
        <ItemMarks segment={segment} openPitches={() => props.pitches(id)} />
      </span>
      {can ? (
        <InPlace
          label={EDIT.lengthOf}
          value={own}
          check={(text) => lengthError(text, segment.kind)}
          save={saveLength}
          onTyping={onTyping}
          className="plan__length"
        >
          {planned === 0 ? '–' : length(planned)}
        </InPlace>
      ) : (
        <span className="plan__length">{planned === 0 ? '' : length(planned)}</span>
      )}
      <Course at={at} state={state} zone={course.zone} segment={segment} />
      {canEdit && (
        <button
          type="button"
          className="button button--quiet button--small"
          aria-label={PROGRAMME.editOf(title)}
          onClick={() => edit(id)}
        >
          {PROGRAMME.edit}
        </button>
      )}
      {menu.length > 0 && <MoreMenu label={PROGRAMME.moreOf(title)} items={menu} off={!online} />}
    </>
  )
})

/** Blocks and rounds may be as long as what is in them; everything else has a length. */
function lengthError(text: string, kind: string): string | null {
  if (text === '') return kind === 'pitch-block' || kind === 'rounds' ? null : EDIT.badLength
  return parseLength(text) === null ? EDIT.badLength : null
}

/** How it really goes: expected, or from when to when it was on. */
function Course({
  at,
  state,
  zone,
  segment,
}: {
  at: PlanTimes
  state: ReturnType<typeof stateOf>
  zone: string
  segment: { begunAt: number | null; endedAt: number | null }
}) {
  const { begunAt, endedAt } = segment
  const late = at.expectedStart - at.plannedStart
  // Of a day that has gone by without it nothing is expected any more.
  const differs = state === 'to-come' && Math.abs(late) >= MINUTE / 2 && late < 12 * HOUR
  const word = PROGRAMME.state[state]
  return (
    <span className="plan__course">
      {word !== '' && (
        <span className={`chip ${state === 'now' ? 'chip--running' : ''}`}>{word}</span>
      )}
      {begunAt !== null && (
        <span className="num small">
          {clockTime(begunAt, zone)}–{endedAt === null ? '' : clockTime(endedAt, zone)}
        </span>
      )}
      {differs && (
        <b className="small" title={late > 0 ? PROGRAMME.lateBy(late) : undefined}>
          {PROGRAMME.head.expected} {clockTime(at.expectedStart, zone)}{' '}
          <span className="num">
            {late > 0 ? '+' : '−'}
            {Math.round(Math.abs(late) / MINUTE)} min
          </span>
        </b>
      )}
    </span>
  )
}

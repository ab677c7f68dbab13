import { Fragment, useState } from 'react'
import { type Course, type CourseStage, plannedLength, stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { type Instant, MINUTE } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import { length } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { RUN } from '#shared/words/console-run.ts'
import { useConsole, useNow } from '../console-context.ts'
import { type MoreItem, MoreMenu } from '../more-menu.tsx'
import { Press } from '../press.tsx'
import { useStage } from '../run/use-stage.ts'
import { useCourse } from '../use-course.ts'
import { PitchRows } from './pitch-rows.tsx'

export type ItemState = keyof typeof PROGRAMME.state

/** Where an item stands: over, on, on and ready, left out, or still to come. */
export function stateOf(course: Course, stage: CourseStage, id: SegmentId): ItemState {
  const segment = course.segments[id]
  if (stage.on?.segment === id) return segment?.begunAt == null ? 'ready' : 'now'
  if (segment?.endedAt != null) return 'done'
  const reached = stage.segments.findLastIndex((one) => course.segments[one]?.begunAt != null)
  const passed = segment?.kind !== 'note' && stage.segments.indexOf(id) < reached
  return passed ? 'passed' : 'to-come'
}

export function DayTable({ day, edit }: { day: string; edit: (id: SegmentId) => void }) {
  const { course, stage } = useCourse()
  const now = useNow(10_000)
  if (!stage) return null
  const times = stageTimes(course, stage.id, now)
  const items = stage.segments.flatMap((id) => {
    const segment = course.segments[id]
    const at = times.get(id)
    return segment?.day === day && at ? [{ segment, at }] : []
  })
  const { head } = PROGRAMME
  return (
    <table className="table table--stack programme">
      <caption className="vh">{PROGRAMME.caption(day)}</caption>
      <thead>
        <tr>
          <th scope="col">{head.item}</th>
          <th scope="col">{head.kind}</th>
          <th scope="col">{head.length}</th>
          <th scope="col">{head.planned}</th>
          <th scope="col">{head.expected}</th>
          <th scope="col">{head.actual}</th>
          <th scope="col">{head.state}</th>
          <th scope="col">
            <span className="vh">{head.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ segment, at }) => (
          <Item
            key={segment.id}
            segment={segment}
            at={at}
            state={stateOf(course, stage, segment.id)}
            edit={edit}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ItemProps {
  segment: DeepReadonly<Segment>
  at: PlanTimes
  state: ItemState
  edit: (id: SegmentId) => void
}

function Item({ segment, at, state, edit }: ItemProps) {
  const { may, online } = useConsole()
  const { course } = useCourse()
  const actions = useStage()
  const [open, setOpen] = useState(false)
  const { id, title, kind, begunAt, endedAt, fixedStart } = segment
  const time = (instant: Instant): string => clockTime(instant, course.zone)
  const pitches = kind === 'pitch-block' ? segment.pitches.length : 0
  const moves = useMoves(segment)
  const planned = plannedLength(course, segment)
  const canPutOn = kind !== 'note' && state !== 'now' && state !== 'ready' && actions
  return (
    <Fragment>
      <tr
        aria-current={state === 'now' || state === 'ready' ? 'step' : undefined}
        data-state={state}
      >
        <th scope="row">
          <span className="programme__title">{title}</span>
          {pitches > 0 && (
            <button
              type="button"
              className="button button--quiet button--small"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {PROGRAMME.pitches(pitches)}
            </button>
          )}
        </th>
        <td className="muted">
          {RUN.kind[kind]}
          {kind === 'rounds' && `, ${PROGRAMME.rounds(segment.rounds.length)}`}
          {(kind === 'rounds' || kind === 'pitch-block') &&
            segment.byItself &&
            `, ${PROGRAMME.byItself}`}
        </td>
        <td className="nowrap">{planned === 0 ? '' : length(planned)}</td>
        <td className="nowrap" data-label={PROGRAMME.head.planned}>
          <span className="num">
            {time(at.plannedStart)}–{time(at.plannedEnd)}
          </span>{' '}
          {fixedStart !== null && (
            <span className="chip" title={PROGRAMME.fixedTitle}>
              {PROGRAMME.fixed}
            </span>
          )}
        </td>
        <td
          className="nowrap"
          data-label={state === 'to-come' ? PROGRAMME.head.expected : undefined}
        >
          {state === 'to-come' && <Expected at={at} zone={course.zone} />}
        </td>
        <td
          className="nowrap num-left"
          data-label={begunAt === null ? undefined : PROGRAMME.head.actual}
        >
          {begunAt !== null && `${time(begunAt)}–${endedAt === null ? '' : time(endedAt)}`}
        </td>
        <td>
          {PROGRAMME.state[state] !== '' && (
            <span className={`chip ${state === 'now' ? 'chip--running' : ''}`}>
              {PROGRAMME.state[state]}
            </span>
          )}
        </td>
        <td className="actions-cell">
          {canPutOn && may('load-item') && (
            <Press
              className="button--quiet button--small"
              off={!online || course.heldSince !== null}
              label={PROGRAMME.putOnOf(title)}
              onPress={() => void actions.putOn(id, null)}
            >
              {PROGRAMME.putOn}
            </Press>
          )}{' '}
          {may('save-segment') && (
            <button
              type="button"
              className="button button--quiet button--small"
              aria-label={PROGRAMME.editOf(title)}
              onClick={() => edit(id)}
            >
              {PROGRAMME.edit}
            </button>
          )}{' '}
          {moves.length > 0 && (
            <MoreMenu label={PROGRAMME.moreOf(title)} items={moves} off={!online} />
          )}
        </td>
      </tr>
      {open && kind === 'pitch-block' && (
        <PitchRows block={segment} plannedStart={at.plannedStart} actions={actions} />
      )}
    </Fragment>
  )
}

/** One place earlier or later among the items that have not begun. */
function useMoves({ id, title, begunAt }: DeepReadonly<Segment>): MoreItem[] {
  const { may, send } = useConsole()
  const { course, stage } = useCourse()
  const order = stage?.segments ?? []
  const index = order.indexOf(id)
  if (!may('move-segment') || begunAt !== null || index < 0 || stage?.on?.segment === id) return []
  const move = (before: SegmentId | null): void =>
    void send(
      { type: 'move-segment', segment: id, before },
      {
        key: `move-segment:${id}`,
        useful: 10_000,
        done: PROGRAMME.moved(title),
        undo: { type: 'move-segment', segment: id, before: order[index + 1] ?? null },
      },
    )
  const earlier = order[index - 1]
  const canGoUp = earlier !== undefined && course.segments[earlier]?.begunAt === null
  return [
    ...(canGoUp && stage?.on?.segment !== earlier
      ? [{ words: PROGRAMME.earlier, run: () => move(earlier) }]
      : []),
    ...(index + 1 < order.length
      ? [{ words: PROGRAMME.later, run: () => move(order[index + 2] ?? null) }]
      : []),
  ]
}

/** The expected start; one that is later than planned stands out by a word too. */
function Expected({ at, zone }: { at: PlanTimes; zone: string }) {
  const late = at.expectedStart - at.plannedStart
  const text = clockTime(at.expectedStart, zone)
  return Math.abs(late) < MINUTE / 2 ? (
    <span className="num">{text}</span>
  ) : (
    <b className="num" title={late > 0 ? PROGRAMME.lateBy(late) : undefined}>
      {text}{' '}
      <span className="small">
        {late > 0 ? '+' : '−'}
        {Math.round(Math.abs(late) / MINUTE)} min
      </span>
    </b>
  )
}

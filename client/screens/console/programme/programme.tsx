import { useState } from 'react'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { dayName, localDateOf } from '#shared/time/zone.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { useConsole } from '../console-context.ts'
import { ScreenLink } from '../shell/head.tsx'
import { useCourse } from '../use-course.ts'
import { EditItem } from './edit-item.tsx'
import { MissingList } from './missing-list.tsx'
import { PitchesSheet } from './pitches-sheet.tsx'
import { Publish } from './publish.tsx'
import { SeatSum } from './seat-sum.tsx'
import { StageList } from './stage-list.tsx'
import { StagesDays } from './stages-days.tsx'
import { UndoBar } from './undo-bar.tsx'

type Open =
  /** as it was when it was opened: somebody else may remove it meanwhile */
  | { kind: 'item'; segment: DeepReadonly<Segment> }
  | { kind: 'new'; stage: StageId }
  | { kind: 'pitches'; id: SegmentId }
  | { kind: 'places' }

/** The whole plan: a day at a time, stages side by side, every item open to change. */
export function Programme() {
  const { parts, may, organiser, now } = useConsole()
  const { course, stageId } = useCourse()
  const [open, setOpen] = useState<Open | null>(null)
  const { days, zone } = parts.show
  const [chosen, setDay] = useState<LocalDate | null>(null)
  const today = localDateOf(now(), zone)
  const day =
    chosen !== null && days.includes(chosen)
      ? chosen
      : days.includes(today)
        ? today
        : (days[0] ?? '')
  const { stages } = parts.programme
  const canEdit = may('save-segment')
  const isEmpty = stages.every(({ segments }) => segments.length === 0)
  const close = (): void => setOpen(null)
  return (
    <div className="sheet sheet--plan">
      {isEmpty ? (
        <div className="empty">
          <h1>{PROGRAMME.empty}</h1>
          <p>{PROGRAMME.emptyBody}</p>
          <p className="row">
            {organiser && (
              <ScreenLink to="files" className="button button--primary">
                {PROGRAMME.loadFiles}
              </ScreenLink>
            )}
            {canEdit && stageId && (
              <button
                type="button"
                className="button"
                onClick={() => setOpen({ kind: 'new', stage: stageId })}
              >
                {PROGRAMME.add}
              </button>
            )}
          </p>
          {canEdit && <UndoBar />}
        </div>
      ) : (
        <>
          <div className="plan__tools">
            <h1>{PROGRAMME.title}</h1>
            {canEdit ? <Publish /> : <p className="muted">{PROGRAMME.onlyOrganisers}</p>}
            {canEdit && <UndoBar />}
          </div>
          {canEdit && (
            <div className="plan__checks">
              <MissingList />
              <SeatSum />
            </div>
          )}
          <div className="plan__days">
            {days.length > 1 && (
              <div role="group" aria-label={EDIT.days} className="segmented">
                {days.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className="button button--small"
                    aria-pressed={one === day}
                    onClick={() => setDay(one)}
                  >
                    {dayName(one)}
                  </button>
                ))}
              </div>
            )}
            {days.length === 1 && <h2 className="sheet__day">{dayName(day)}</h2>}
            {canEdit && (
              <button
                type="button"
                className="button button--quiet button--small"
                onClick={() => setOpen({ kind: 'places' })}
              >
                {EDIT.stagesAndDays}
              </button>
            )}
          </div>
          <div className="stages" data-count={Math.min(stages.length, 4)}>
            {stages.map(({ id, name }) => (
              <section key={id} className="stages__one" aria-label={name}>
                <div className="row row--ends">
                  <h3 className="grow">
                    {stages.length > 1 ? name : <span className="vh">{name}</span>}
                  </h3>
                  {canEdit && (
                    <button
                      type="button"
                      className="button button--small"
                      aria-label={EDIT.addToOf(name, dayName(day))}
                      onClick={() => setOpen({ kind: 'new', stage: id })}
                    >
                      {EDIT.addTo}
                    </button>
                  )}
                </div>
                <StageList
                  stage={id}
                  day={day}
                  edit={(item) => {
                    const segment = course.segments[item]
                    if (segment) setOpen({ kind: 'item', segment })
                  }}
                  pitches={(item) => setOpen({ kind: 'pitches', id: item })}
                />
              </section>
            ))}
          </div>
        </>
      )}
      {open?.kind === 'item' && (
        <EditItem
          stage={open.segment.stage}
          segment={course.segments[open.segment.id] ?? open.segment}
          gone={course.segments[open.segment.id] === undefined}
          day={day}
          close={close}
        />
      )}
      {open?.kind === 'new' && (
        <EditItem stage={open.stage} segment={null} day={day} close={close} />
      )}
      {open?.kind === 'pitches' && <PitchesSheet block={open.id} close={close} />}
      {open?.kind === 'places' && <StagesDays close={close} />}
    </div>
  )
}

import { useState } from 'react'
import type { SegmentId } from '#shared/show/words.ts'
import { dayName } from '#shared/time/zone.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { useConsole } from '../console-context.ts'
import { ScreenLink } from '../shell/head.tsx'
import { useCourse } from '../use-course.ts'
import { DayTable } from './day-table.tsx'
import { EditItem } from './edit-item.tsx'

/** The whole programme: planned, expected and real times, and every item open to change. */
export function Programme() {
  const { parts, may, organiser } = useConsole()
  const { course, stage, stageId } = useCourse()
  const [editing, setEditing] = useState<SegmentId | 'new' | null>(null)
  const { days } = parts.show
  const segments = stage?.segments ?? []
  const canEdit = may('save-segment')
  const edited = editing === null || editing === 'new' ? null : (course.segments[editing] ?? null)
  const lastDay = course.segments[segments.at(-1) ?? ('' as SegmentId)]?.day ?? days[0] ?? ''
  const add = canEdit && stageId && (
    <button type="button" className="button" onClick={() => setEditing('new')}>
      {PROGRAMME.add}
    </button>
  )
  return (
    <div className="sheet">
      {segments.length === 0 ? (
        <div className="empty">
          <h1>{PROGRAMME.empty}</h1>
          <p>{PROGRAMME.emptyBody}</p>
          <p className="row">
            {organiser && (
              <ScreenLink to="files" className="button button--primary">
                {PROGRAMME.loadFiles}
              </ScreenLink>
            )}
            {add}
          </p>
        </div>
      ) : (
        <>
          <div className="people__tools">
            <div>
              <h1>{PROGRAMME.title}</h1>
              {!canEdit && <p className="muted">{PROGRAMME.onlyOrganisers}</p>}
            </div>
            {add}
          </div>
          {days
            .filter((day) => segments.some((id) => course.segments[id]?.day === day))
            .map((day) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`} className="sheet__day">
                  {dayName(day)}
                </h2>
                <DayTable day={day} edit={setEditing} />
              </section>
            ))}
        </>
      )}
      {editing !== null && stageId && (
        <EditItem stage={stageId} segment={edited} day={lastDay} close={() => setEditing(null)} />
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import type { WindowId } from '#shared/show/words.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import '../../../style/console-data.css'
import '../../../style/console-choosing.css'
import { forgetQuery } from '../common/forget-query.ts'
import { newId } from '../common/new-id.ts'
import { useConsole } from '../console-context.ts'
import { followed, newDraft } from '#shared/show/choosing/usual.ts'
import { draftOfLine, roundsFor } from '../programme/by-wishes.ts'
import { UndoBar } from '../programme/undo-bar.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { useCourse } from '../use-course.ts'
import { windowsInOrder } from './standing.ts'
import { AskedOfSeating } from './asked.tsx'
import { WindowForm } from './window-form.tsx'
import { WindowPanel } from './window-panel.tsx'

/** Choosing by wishes: set up, watched while answers come in, seated, published. */
export function Choosing() {
  const { parts, may } = useConsole()
  const [editing, setEditing] = useState<{ draft: WindowDraft; isNew: boolean } | null>(null)
  const fresh = useFresh()
  const windows = windowsInOrder(parts)
  useAsked()
  const mayEdit = may('save-window')
  const add =
    mayEdit && fresh !== null ? (
      <button
        type="button"
        className="button"
        onClick={() => setEditing({ draft: fresh(), isNew: true })}
      >
        {CHOOSING.add}
      </button>
    ) : null
  return (
    <div className="choosing">
      {windows.length === 0 ? (
        <div className="empty">
          <h1>{CHOOSING.emptyTitle}</h1>
          <p>
            {Object.keys(parts.rounds).length === 0 ? CHOOSING.noRoundsWords : CHOOSING.emptyWords}
          </p>
          <p className="row">
            <ScreenLink to="programme" className="button button--primary">
              {CHOOSING.toProgramme}
            </ScreenLink>
            {add}
          </p>
        </div>
      ) : (
        <>
          <div className="plan__tools">
            <h1>{CHOOSING.title}</h1>
            {add}
            {mayEdit && <UndoBar />}
          </div>
          {windows.map((window) => (
            <WindowPanel
              key={window.id}
              window={window}
              edit={() => setEditing({ draft: draftOfLine(window), isNew: false })}
            />
          ))}
          <AskedOfSeating />
        </>
      )}
      {editing && <WindowForm {...editing} close={() => setEditing(null)} />}
    </div>
  )
}

/** `?window=…` leads to that one, when there are several. */
function useAsked(): void {
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('window')
    if (asked !== null) document.getElementById(asked)?.scrollIntoView()
    forgetQuery()
  }, [])
}

/** A new window over the rounds of the first item that has some without one; null: there is none. */
function useFresh(): (() => WindowDraft) | null {
  const { parts } = useConsole()
  const { course } = useCourse()
  const nobody = '' as WindowId
  const free = roundsFor(
    course,
    nobody,
    roundsInOrder(parts).map(({ id }) => id),
  )
  const first = free[0] === undefined ? undefined : course.rounds[free[0]]
  const item = first && course.segments[first.segment]
  if (item?.kind !== 'rounds') return null
  return () =>
    newDraft(newId<WindowId>('win'), item.title, {
      follows: followed(course, parts.windows, item),
      rounds: free.filter((id) => item.rounds.includes(id)),
      byItself: item.byItself,
    })
}

import { useEffect, useRef } from 'react'
import type { ImportReport } from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { IMPORT } from '#shared/words/console-import.ts'
import { ScreenLink } from '../shell/head.tsx'
import type { Imports } from './imports.ts'
import { Report } from './report.tsx'
import { importName, useUndoImport } from './undo-import.ts'

/** What has been added, where to see it, and how to take it back. */
export function Added({ imports, report }: { imports: Imports; report: ImportReport }) {
  const name = importName(imports)
  const { undone, sending, refused, undo } = useUndoImport(name)
  const heading = useRef<HTMLParagraphElement>(null)
  // Whoever pressed Add or Undo goes on where it says what became of that.
  useEffect(() => heading.current?.focus(), [undone])
  return (
    <>
      <div className={`notice notice--${undone ? 'info' : 'done'}`}>
        <p className="notice__title" tabIndex={-1} ref={heading}>
          {undone ? IMPORT.takenBack : FILES.standing.added}
        </p>
        <p>{undone ? IMPORT.undone(name) : report.message}</p>
      </div>
      <div role="status">
        {refused === null ? null : (
          <div className="notice notice--refused">
            <p className="notice__title">{IMPORT.notUndone}</p>
            <p>{refused}</p>
          </div>
        )}
      </div>
      <p className="row">
        {undone ? null : (
          <>
            <ScreenLink to="people" className="button button--primary">
              {FILES.seePeople}
            </ScreenLink>
            <ScreenLink to="programme" className="button">
              {FILES.seeProgramme}
            </ScreenLink>
          </>
        )}
        <button type="button" className="button" onClick={() => imports.startAgain()}>
          {FILES.more}
        </button>
        {undo ? (
          <button type="button" className="button" aria-busy={sending} onClick={() => void undo()}>
            {sending ? IMPORT.undoing : IMPORT.undo}
          </button>
        ) : null}
      </p>
      {undone ? null : <Report report={report} columns={null} />}
    </>
  )
}

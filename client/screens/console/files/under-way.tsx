import { useEffect, useState } from 'react'
import { FILES } from '#shared/words/console-data.ts'
import { IMPORT } from '#shared/words/console-import.ts'
import type { Imports } from './imports.ts'
import type { Progress } from './send-form.ts'

function words(progress: Progress): string {
  switch (progress.step) {
    case 'sending':
      return IMPORT.sending(Math.round((progress.sent / Math.max(1, progress.of)) * 100))
    case 'opening':
      return IMPORT.opening(progress.file)
    case 'reading':
      return IMPORT.readingRow(progress.file, progress.row, progress.of)
    case 'comparing':
      return IMPORT.comparingRow(progress.row, progress.of)
    case 'saving':
      return IMPORT.saving
  }
}

/** From 0 to 1; null: it is not known how long this takes. */
function share(progress: Progress): number | null {
  if (progress.step === 'sending') return progress.sent / Math.max(1, progress.of)
  if ('row' in progress) return progress.row / Math.max(1, progress.of)
  return null
}

/** ms: what is over before this is not worth a bar that flickers */
const PATIENCE = 300

/** What is being done with the files just now, how far it is, and the way out. */
export function UnderWay({ imports }: { imports: Imports }) {
  const { phase, progress } = imports
  const busy = phase === 'reading' || phase === 'adding'
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!busy) return undefined
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [busy])
  const what = phase === 'adding' ? FILES.adding : FILES.reading
  const done = progress && share(progress)
  return (
    <>
      {/* Read out once: what moves below is for eyes. */}
      <p role="status" className={busy && !long ? '' : 'vh'}>
        {busy ? what : ''}
      </p>
      {busy && long ? (
        <div className="underway">
          <div className="row row--ends">
            <p>{progress ? words(progress) : what}</p>
            <button type="button" className="button button--small" onClick={() => imports.cancel()}>
              {IMPORT.cancel}
            </button>
          </div>
          {done === null ? (
            <progress className="bar" aria-label={what} />
          ) : (
            <progress className="bar" aria-label={what} max={1} value={done} />
          )}
        </div>
      ) : null}
    </>
  )
}

import { useEffect, useSyncExternalStore } from 'react'
import { SECOND } from '#shared/time/instant.ts'
import { CONSOLE } from '#shared/words/console.ts'
import type { ShownToast, Toasts } from './toasts.ts'

const STAYS = 10 * SECOND

/** What was done or refused, said aloud too. Things that can be taken back wait longer while they are looked at. */
export function ToastList({ toasts }: { toasts: Toasts }) {
  const shown = useSyncExternalStore(toasts.shown.subscribe, toasts.shown.getSnapshot)
  const of = (kind: ShownToast['kind']) =>
    shown
      .filter((toast) => toast.kind === kind)
      .map((toast) => (
        <ToastLine key={toast.id} toast={toast} putAway={() => toasts.putAway(toast.id)} />
      ))
  return (
    // A sheet makes the rest of the page inert, but not this: what was just done can be taken back at once.
    <div className="toasts" data-react-aria-top-layer="true">
      <div role="status">{of('done')}</div>
      <div role="alert">{of('refused')}</div>
    </div>
  )
}

function ToastLine({ toast, putAway }: { toast: ShownToast; putAway: () => void }) {
  const { id, kind, text, act } = toast
  useEffect(() => {
    if (kind === 'refused') return
    let timer: ReturnType<typeof setTimeout>
    const later = (): void => {
      timer = setTimeout(() => {
        const line = document.getElementById(`toast-${id}`)
        if (line?.matches(':hover, :focus-within')) later()
        else putAway()
      }, STAYS)
    }
    later()
    return () => clearTimeout(timer)
    // A toast never changes once it is shown; `putAway` is made anew with every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, kind])
  return (
    <div id={`toast-${id}`} className={`toast toast--${kind}`}>
      <p>{text}</p>
      {act && (
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            putAway()
            act.run()
          }}
        >
          {act.label}
        </button>
      )}
      <button type="button" className="toast__away" aria-label={CONSOLE.putAway} onClick={putAway}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { EditLine } from '#shared/views/console.ts'
import { clockTime } from '#shared/time/zone.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { Sheet } from '../common/dialog.tsx'
import { useConsole } from '../console-context.ts'
import { Press } from '../press.tsx'
import { type Edits, useEdits } from './use-edits.ts'

/** Undo and do again, each naming the change and whose it is; Ctrl+Z and Ctrl+Shift+Z do the same. */
export function UndoBar() {
  const { online } = useConsole()
  const edits = useEdits()
  const [listed, setListed] = useState(false)
  useUndoKeys(edits)
  return (
    <div className="undo-bar">
      <TurnButton edits={edits} line={edits.next} label={EDIT.undo} none={EDIT.nothingToUndo} />
      <TurnButton edits={edits} line={edits.again} label={EDIT.redo} none={EDIT.nothingToRedo} />
      <button
        type="button"
        className="button button--quiet button--small"
        onClick={() => setListed(true)}
      >
        {EDIT.changes}
      </button>
      {listed && <Changes edits={edits} off={!online} close={() => setListed(false)} />}
    </div>
  )
}

interface TurnButtonProps {
  edits: Edits
  line: EditLine | null
  label: string
  none: string
}

function TurnButton({ edits, line, label, none }: TurnButtonProps) {
  const { online } = useConsole()
  const what =
    line && EDIT.undoOf(EDIT.what(line.subject), edits.isOwn(line) ? null : edits.authorOf(line))
  return (
    <Press
      className="button--small undo-bar__turn"
      off={!online || line === null}
      label={what === null ? none : `${label}: ${what}`}
      onPress={() => line && void edits.turn(line)}
    >
      <b>{label}</b> {what !== null && <span className="clip muted">{what}</span>}
    </Press>
  )
}

/** Where typing has its own undo, the keys are the field's. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null

function useUndoKeys({ next, again, turn }: Edits): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const line =
        key === 'y' || (key === 'z' && event.shiftKey) ? again : key === 'z' ? next : null
      if (!line) return
      event.preventDefault()
      void turn(line)
    }
    // Before the list, which keeps keys to itself.
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [next, again, turn])
}

function Changes({ edits, off, close }: { edits: Edits; off: boolean; close: () => void }) {
  const { parts } = useConsole()
  return (
    <Sheet title={EDIT.changes} close={close} wide>
      <p className="muted">{edits.lines.length === 0 ? EDIT.noChanges : EDIT.changesLead}</p>
      <ol className="changes">
        {edits.lines.map((line) => (
          <li key={line.id} className={line.undone ? 'is-undone' : ''}>
            <time className="num">{clockTime(line.at, parts.show.zone)}</time>
            <span className="grow">
              {EDIT.what(line.subject)}{' '}
              <span className="muted">
                {edits.authorOf(line)}
                {line.undone && `, ${EDIT.wasUndone}`}
              </span>
              <WhyNot edits={edits} line={line} />
            </span>
            {!line.blocked && !line.final && (
              <Press
                className="button--small"
                off={off}
                label={`${line.undone ? EDIT.redo : EDIT.undo}: ${EDIT.what(line.subject)}`}
                onPress={() => void edits.turn(line)}
              >
                {line.undone ? EDIT.redo : EDIT.undo}
              </Press>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

function WhyNot({ edits, line }: { edits: Edits; line: EditLine }) {
  const { blocked } = line
  const words = line.final
    ? EDIT.cannotRedo
    : blocked === null
      ? null
      : blocked.later
        ? EDIT.blockedLater(EDIT.what(blocked.subject), edits.authorOf(blocked))
        : EDIT.blockedEarlier(EDIT.what(blocked.subject))
  return words === null ? null : <span className="small muted changes__why">{words}</span>
}

import { useState } from 'react'
import type { EditLine } from '#shared/views/console.ts'
import { IMPORT } from '#shared/words/console-import.ts'
import { useConsole } from '../console-context.ts'
import type { Imports } from './imports.ts'

/** What the server calls an import of these files. */
export const importName = ({ files, example }: Pick<Imports, 'files' | 'example'>): string =>
  example ? 'the example event' : files.map(({ name }) => name).join(', ')

/** The newest import that can still be taken back, when it is of these files. */
export function editOf(edits: readonly EditLine[], name: string): EditLine | null {
  const newest = edits.find(({ subject }) => subject.done === 'imported')
  // The server cuts long names short.
  const same = newest && name.startsWith(newest.subject.name.replace(/…$/, ''))
  return newest && same ? newest : null
}

/** Takes back the import that has just been made; says why when that cannot be. */
export function UndoImport({ name }: { name: string }) {
  const { parts, link, may } = useConsole()
  const [refused, setRefused] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const edit = editOf(parts.edits, name)
  if (!edit || !may('undo-edit')) return null
  const undo = async (): Promise<void> => {
    setSending(true)
    setRefused(null)
    const answer = await link.send(
      { type: 'undo-edit', edit: edit.id },
      { key: `undo-import:${edit.id}`, useful: 30_000 },
    )
    setSending(false)
    if (!answer.ok) setRefused(answer.message)
  }
  return (
    <>
      <span role="status" className={edit.undone || refused !== null ? 'undo__said' : 'vh'}>
        {edit.undone ? IMPORT.undone(name) : refused}
      </span>
      {edit.undone ? null : (
        <button
          type="button"
          className="button"
          aria-busy={sending}
          onClick={() => {
            if (!sending) void undo()
          }}
        >
          {sending ? IMPORT.undoing : IMPORT.undo}
        </button>
      )}
    </>
  )
}

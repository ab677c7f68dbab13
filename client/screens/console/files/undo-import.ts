import { useState } from 'react'
import { EDIT } from '#shared/words/console-edit.ts'
import type { EditLine } from '#shared/views/console.ts'
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

export interface UndoImport {
  undone: boolean
  sending: boolean
  /** in the server's words: why it cannot be taken back */
  refused: string | null
  /** null: there is nothing to take back */
  undo: (() => Promise<void>) | null
}

/** Takes back the import that has just been made. */
export function useUndoImport(name: string): UndoImport {
  const { parts, link, may, ask } = useConsole()
  const [refused, setRefused] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [done, setDone] = useState(false)
  const edit = editOf(parts.edits, name)
  // Who came in with it is erased with it, and so is the edit that named them.
  const undone = done || edit?.undone === true
  const undo = async (): Promise<void> => {
    if (!edit || sending) return
    const question = EDIT.goneQuestion(EDIT.what(edit.subject), edit.brought)
    if (edit.brought > 0 && !(await ask({ ...question, danger: true }))) return
    setSending(true)
    setRefused(null)
    const answer = await link.send(
      { type: 'undo-edit', edit: edit.id },
      { key: `undo-import:${edit.id}`, useful: 30_000 },
    )
    setSending(false)
    if (answer.ok) setDone(true)
    else setRefused(answer.message)
  }
  return { undone, sending, refused, undo: edit && !undone && may('undo-edit') ? undo : null }
}

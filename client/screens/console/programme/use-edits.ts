import { useCallback, useMemo } from 'react'
import type { EditLine } from '#shared/views/console.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { useConsole } from '../console-context.ts'

export interface Edits {
  /** newest first */
  lines: readonly EditLine[]
  /** what Undo takes back: the newest own change of the plan that nothing is in the way of, else another's */
  next: EditLine | null
  /** what Do again does: the one that was undone first of those undone last */
  again: EditLine | null
  turn: (line: EditLine) => Promise<void>
  isOwn: (line: EditLine) => boolean
  authorOf: (line: { by?: string; byName: string }) => string
}

/** The changes of the plan that can be taken back, own ones first. */
export function useEdits(): Edits {
  const { parts, actor, send, may, say, ask } = useConsole()
  const lines = parts.edits
  const isOwn = useCallback((line: EditLine) => line.by === actor.id, [actor.id])
  const turn = useCallback(
    async (line: EditLine): Promise<void> => {
      const type = line.undone ? 'redo-edit' : 'undo-edit'
      const goes = line.undone ? 0 : line.brought
      const question = EDIT.goneQuestion(EDIT.what(line.subject), goes)
      if (goes > 0 && !(await ask({ ...question, danger: true }))) return
      const answer = await send({ type, edit: line.id }, { key: `edit:${line.id}` })
      const what = EDIT.what(line.subject)
      if (answer.ok)
        say({ kind: 'done', text: line.undone ? EDIT.redone(what) : EDIT.undone(what) })
    },
    [send, say, ask],
  )
  return useMemo(() => {
    // People are changed on other screens: whoever works at the plan does not undo those by the way.
    const open = may('undo-edit')
      ? lines.filter((line) => !line.blocked && !line.final && line.subject.thing !== 'person')
      : []
    const done = open.filter((line) => !line.undone)
    const undone = open.filter((line) => line.undone)
    return {
      lines,
      next: done.find(isOwn) ?? done[0] ?? null,
      again: undone.findLast(isOwn) ?? undone.at(-1) ?? null,
      turn,
      isOwn,
      authorOf: ({ by, byName }) =>
        by !== undefined && by === actor.id ? EDIT.you : byName === '' ? EDIT.somebody : byName,
    }
  }, [lines, may, isOwn, turn, actor.id])
}

import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { Edit } from './edit.ts'

/** Nothing that could be undone speaks of somebody who was erased. */
export function withoutPerson(edits: readonly Edit[], person: PersonId): Edit[] {
  return edits.flatMap((edit) => {
    if (!edit.touches.includes(person) && !JSON.stringify(edit.inverse).includes(person))
      return [edit]
    const touches = edit.touches.filter((id) => id !== person)
    if (touches.length === 0) return []
    const inverse = edit.inverse.flatMap((command) => {
      if ('person' in command && command.person === person) return []
      return [stripped(command, person) as SingleCommand]
    })
    return [{ ...edit, touches, inverse }]
  })
}

/** Plain values without an id in any list of them. */
function stripped(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== id).map((one) => stripped(one, id))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, stripped(one, id)]))
}

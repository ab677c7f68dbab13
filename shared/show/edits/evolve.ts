import type { Evolvers } from '#shared/show/decision.ts'
import type { EditsEvent } from './commands.ts'
import { MOST_EDITS } from './edit.ts'

export const evolveEdits: Evolvers<EditsEvent> = {
  'edit-made': (show, { edit }) => {
    // What had been taken back by others stays so: it can still be done again where nothing is in its way.
    show.edits.push({ ...edit, id: show.version + 1, undone: false, turned: 0 })
    if (show.edits.length > MOST_EDITS) show.edits.shift()
  },
  'edit-turned': (show, { edit: id, inverse }) => {
    const edit = show.edits.find((one) => one.id === id)
    if (edit)
      Object.assign(edit, { inverse: [...inverse], undone: !edit.undone, turned: show.version + 1 })
  },
}

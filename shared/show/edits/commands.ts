import Type from 'typebox'
import type { Edit } from './edit.ts'

const on = <Name extends string>(type: Name) =>
  Type.Object(
    { type: Type.Literal(type), edit: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false },
  )

/** Takes a change back; refused when a later one touched the same thing. */
export const UndoEdit = on('undo-edit')
/** Does again what was taken back last. */
export const RedoEdit = on('redo-edit')

export type EditsCommand = Type.Static<typeof UndoEdit> | Type.Static<typeof RedoEdit>

export type EditsEvent =
  | { type: 'edit-made'; edit: Omit<Edit, 'id' | 'undone' | 'turned'> }
  | { type: 'edit-turned'; edit: number; inverse: Edit['inverse'] }

import { Field } from '../common/field.tsx'
import type { Errors, Fields } from './segment-form.ts'

export interface PartProps {
  fields: Fields
  set: (change: Partial<Fields>) => void
  errors: Errors
}

type TextName =
  | 'fixedAt'
  | 'length'
  | 'pitchLength'
  | 'changeover'
  | 'warnAt'
  | 'dangerAt'
  | 'opensBefore'
  | 'closesBefore'

/** A length or a time, written as text. */
export function TextField({
  name,
  label,
  hint,
  fields,
  set,
  errors,
}: PartProps & { name: TextName; label: string; hint?: string }) {
  return (
    <Field label={label} error={errors[name]} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input
          {...control}
          className="input--short"
          autoComplete="off"
          value={fields[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

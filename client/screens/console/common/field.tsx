import { flushSync } from 'react-dom'
import { type ReactNode, useId } from 'react'

export interface ControlProps {
  id: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

/** A label, a hint, what is wrong, and the control they belong to. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: (control: ControlProps) => ReactNode
}) {
  const id = useId()
  const hinted = hint === undefined ? [] : [`${id}-hint`]
  const wrong = error === undefined ? [] : [`${id}-error`]
  const described = [...hinted, ...wrong].join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children({
        id,
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
        ...(described === '' ? {} : { 'aria-describedby': described }),
      })}
    </div>
  )
}

/** After a check: draws what is wrong at once, and puts the cursor into the first field that is. */
export function showErrors(form: HTMLFormElement | null, set: () => void): void {
  flushSync(set)
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}

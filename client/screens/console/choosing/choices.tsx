import { useId } from 'react'

interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
}

/** One of a few. */
export function Radios<Value extends string>({
  legend,
  value,
  choices,
  onChange,
}: {
  legend: string
  value: Value
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div>
        {choices.map((one) => (
          <label className="choice" key={one.value}>
            <input
              type="radio"
              name={name}
              checked={one.value === value}
              onChange={() => onChange(one.value)}
            />
            <span>
              {one.label}
              {one.hint !== undefined && (
                <span className="muted small choice__hint">{one.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Any of many, kept in the order in which they stand. */
export function Checks<Value extends string>({
  legend,
  quiet = false,
  none,
  error,
  chosen,
  choices,
  onChange,
}: {
  legend: string
  /** what stands before it says the same already */
  quiet?: boolean
  /** said when there is nothing to choose from */
  none?: string
  error?: string | undefined
  chosen: readonly Value[]
  choices: readonly Choice<Value>[]
  onChange: (chosen: readonly Value[]) => void
}) {
  const id = useId()
  const wrong =
    error === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` }
  return (
    <fieldset className="field checks">
      <legend className={quiet ? 'vh' : ''}>{legend}</legend>
      {error !== undefined && (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {choices.length === 0 && none !== undefined && <p className="field__hint">{none}</p>}
      <div>
        {choices.map(({ value, label }) => (
          <label className="choice" key={value}>
            <input
              type="checkbox"
              {...wrong}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  choices
                    .map((one) => one.value)
                    .filter((one) => (one === value ? event.target.checked : chosen.includes(one))),
                )
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

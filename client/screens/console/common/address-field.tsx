import { NEW_EVENT } from '#shared/words/console-data.ts'
import { Field } from './field.tsx'

interface AddressFieldProps {
  label: string
  /** the event's address, `/s/<value>` */
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** An event's address, with how it looks to everybody under the label. */
export function AddressField({ label, value, error, onChange }: AddressFieldProps) {
  return (
    <Field
      label={label}
      hint={NEW_EVENT.addressHint(`${location.host}/s/${value === '' ? '…' : value}`)}
      error={error}
    >
      {(control) => (
        <input
          {...control}
          name="id"
          maxLength={60}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value.toLowerCase().replaceAll(' ', '-'))}
        />
      )}
    </Field>
  )
}

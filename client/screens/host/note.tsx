import { type FocusEvent, useEffect, useRef } from 'react'
import { LONGEST_TEXT } from '#shared/show/talk/texts.ts'
import type { Guest } from '#shared/views/host.ts'
import { HOST } from '#shared/words/host.ts'
import { CommandForm } from '../phone/command-form.tsx'
import { usePhone } from '../phone/phone-context.ts'

/** The host’s own note on a guest: saved when they leave it, or by its button. */
export function Note({ guest, round }: { guest: Guest; round: string }) {
  const { pending, send } = usePhone()
  const { person, note, name } = guest
  const about = `note:${person}`
  const box = useRef<HTMLInputElement>(null)
  const waits = pending.has(about)
  const id = `note-${round}-${person}`
  // What was saved elsewhere, in another round’s list or on another phone, never over what is being typed.
  useEffect(() => {
    const input = box.current
    if (input && input !== document.activeElement) input.value = note
  }, [note])
  const leave = (event: FocusEvent<HTMLInputElement>): void => {
    const { value, form } = event.currentTarget
    if (send && value.trim() !== note) form?.requestSubmit()
  }
  return (
    <CommandForm
      about={about}
      className="note"
      fields={{ type: 'write-note', guest: person }}
      command={(_, filled) => ({
        type: 'write-note',
        guest: person,
        text: textOf(filled.get('text')),
      })}
    >
      <label className="vh" htmlFor={id}>
        {HOST.noteOn(name)}
      </label>
      <input
        ref={box}
        className="input"
        id={id}
        name="text"
        defaultValue={note}
        maxLength={LONGEST_TEXT}
        placeholder={HOST.note}
        autoComplete="off"
        onBlur={leave}
      />
      <button className="button button--small" aria-busy={waits ? true : undefined}>
        {HOST.noteSave}
        <span className="vh">: {HOST.noteOn(name)}</span>
      </button>
    </CommandForm>
  )
}

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value : ''

import { type FormEvent, useRef, useState } from 'react'
import type { Loaded } from '#shared/wire/console.ts'
import { EVENTS } from '#shared/words/console-event.ts'
import { WHOLE_EVENT } from '#shared/words/whole-event.ts'
import { AddressField } from '../common/address-field.tsx'
import { ask } from '../common/ask.ts'
import { Field, showErrors } from '../common/field.tsx'
import { addressFrom, addressWrong, freeAddress } from './event-draft.ts'

const MB = 1024 * 1024
/** what the name of a saved file ends with, after the event's address */
const SAVED_ON = /(-\d{4}-\d{2}-\d{2})?\..*$/
/** as the server takes them */
const LARGEST = 50

/** Loads a whole event from its file; when its address is taken, under another. */
export function LoadEvent({ taken }: { taken: readonly string[] }) {
  const [file, setFile] = useState<File | null>(null)
  /** null: the file's own */
  const [address, setAddress] = useState<string | null>(null)
  const [errors, setErrors] = useState<{ file?: string; id?: string }>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [loading, setLoading] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const refuse = (wrong: typeof errors): void => showErrors(form.current, () => setErrors(wrong))

  const load = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (loading) return
    setFailure(null)
    if (!file) return refuse({ file: EVENTS.fileMissing })
    if (file.size > LARGEST * MB) return refuse({ file: WHOLE_EVENT.tooLarge(LARGEST) })
    const odd = address === null ? null : addressWrong(address)
    if (odd !== null) return refuse({ id: odd })
    setErrors({})
    setLoading(true)
    const query = address === null ? '' : `?id=${address}`
    const answer = await ask<Loaded>(`/api/shows/load${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (answer.ok) return location.assign(`/console/${answer.body.id}`)
    setLoading(false)
    if (answer.field !== 'id') return setFailure(answer.message)
    if (address === null) {
      const own = addressFrom(file.name.replace(SAVED_ON, ''))
      setAddress(freeAddress(own, [...taken, own]))
    }
    refuse({ id: answer.message })
  }
  return (
    <form ref={form} onSubmit={(event) => void load(event)} noValidate>
      <p className="muted">{EVENTS.loadLead}</p>
      <Field label={EVENTS.file} error={errors.file}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".gz,.ndjson,.json"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setAddress(null)
              setErrors({})
              setFailure(null)
            }}
          />
        )}
      </Field>
      {address !== null && (
        <AddressField
          label={EVENTS.otherAddress}
          value={address}
          error={errors.id}
          onChange={setAddress}
        />
      )}
      {failure === null ? null : (
        <div className="notice notice--refused" role="alert">
          <p className="notice__title">{EVENTS.loadFailed}</p>
          <p>
            {file ? <b>{file.name}: </b> : null}
            {failure}
          </p>
        </div>
      )}
      <p className="row form__act">
        <button className="button" aria-busy={loading}>
          {loading ? EVENTS.loading : EVENTS.load}
        </button>
      </p>
    </form>
  )
}

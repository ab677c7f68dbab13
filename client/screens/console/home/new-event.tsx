import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { NewShow } from '#shared/wire/console.ts'
import { NEW_EVENT } from '#shared/words/console-data.ts'
import { AddressField } from '../common/address-field.tsx'
import { postJson } from '../common/ask.ts'
import { Field, showErrors } from '../common/field.tsx'
import { Days } from './days.tsx'
import { addressFrom, checkNewEvent, type FieldErrors, freeAddress, zones } from './event-draft.ts'

const FIELDS: readonly (keyof NewShow)[] = ['id', 'title', 'place', 'zone', 'days']

/** The form that makes an event; the address follows the title until somebody writes their own. */
export function NewEvent({ taken }: { taken: readonly string[] }) {
  const [title, setTitle] = useState('')
  const [ownAddress, setOwnAddress] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const [zone, setZone] = useState('Europe/London')
  const [days, setDays] = useState<readonly string[]>([''])
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const choices = useMemo(() => zones(new Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const id = ownAddress ?? freeAddress(addressFrom(title), taken)

  const refuse = (wrong: FieldErrors): void => {
    showErrors(form.current, () => setErrors(wrong))
  }
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (saving) return
    const asked: NewShow = { id, title: title.trim(), place: place.trim(), zone, days: [...days] }
    const wrong = checkNewEvent(asked, taken)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    setErrors({})
    setSaving(true)
    const answer = await postJson<{ id: string }>('/api/shows', asked)
    if (answer.ok) {
      location.assign(`/console/${answer.body.id}/files`)
      return
    }
    setSaving(false)
    const field =
      answer.code === 'already-exists' ? 'id' : FIELDS.find((one) => answer.field?.startsWith(one))
    if (field) refuse({ [field]: field === 'id' ? NEW_EVENT.addressTaken(id) : answer.message })
    else setFailure(answer.message)
  }

  return (
    <form ref={form} onSubmit={(event) => void create(event)} noValidate>
      <Field label={NEW_EVENT.title} error={errors.title}>
        {(control) => (
          <input
            {...control}
            name="title"
            maxLength={200}
            value={title}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <AddressField
        label={NEW_EVENT.address}
        value={id}
        error={errors.id}
        onChange={setOwnAddress}
      />
      <Field label={NEW_EVENT.place} hint={NEW_EVENT.placeHint} error={errors.place}>
        {(control) => (
          <input
            {...control}
            name="place"
            maxLength={200}
            value={place}
            autoComplete="off"
            onChange={(event) => setPlace(event.target.value)}
          />
        )}
      </Field>
      <Days days={days} error={errors.days} onChange={setDays} />
      <Field label={NEW_EVENT.zone} hint={NEW_EVENT.zoneHint} error={errors.zone}>
        {(control) => (
          <select
            {...control}
            name="zone"
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            {choices.likely.map((one) => (
              <option key={one}>{one}</option>
            ))}
            <optgroup label={NEW_EVENT.allZones}>
              {choices.all.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {failure === null ? null : (
        <div className="notice notice--refused" role="alert">
          <p className="notice__title">{NEW_EVENT.failed}</p>
          <p>{failure}</p>
        </div>
      )}
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {saving ? NEW_EVENT.saving : NEW_EVENT.create}
        </button>
      </p>
    </form>
  )
}

import { type FormEvent, useRef, useState } from 'react'
import type { PersonId } from '#shared/show/words.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { DATA } from '#shared/words/console-data.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import { useConsole } from '../../console-context.ts'
import { Field, showErrors } from '../../common/field.tsx'
import type { WalkInPerson } from './walk-in.tsx'

/** The room has moved on when somebody at the desk is added later than this. */
const USEFUL = 15_000

/** Name, organisation, Enter: they are on the list and checked in. */
export function WalkInForm({
  id,
  name: first,
  done,
  close,
}: {
  id: PersonId
  /** as it was looked for */
  name: string
  done: (person: WalkInPerson) => void
  close: () => void
}) {
  const { link } = useConsole()
  const [name, setName] = useState(first)
  const [organisation, setOrganisation] = useState('')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (saving) return
    setFailure(null)
    if (name.trim() === '') return showErrors(form.current, () => setMissing(true))
    setMissing(false)
    setSaving(true)
    const details = { name, organisation, jobTitle: '', email: '', ticket: '' }
    const added = link.send(
      { type: 'save-person', person: id, roles: ['delegate'], details },
      { key: `person:${id}`, useful: USEFUL },
    )
    // Right behind it: the second does not wait for the answer to the first.
    const here = link.send(
      { type: 'check-in', person: id },
      { key: `check-in:${id}`, useful: USEFUL },
    )
    const answers = [await added, await here]
    setSaving(false)
    const refused = answers.find(({ ok }) => !ok)
    if (refused && !refused.ok) return setFailure(refused.message)
    done({ id, name: name.trim(), organisation: organisation.trim() })
  }

  // The cursor is where the next word goes: behind a name that was looked for already, at the organisation.
  const begins = first.trim() === '' ? 'name' : 'organisation'
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate>
      <p className="muted">{WALK_IN.lead}</p>
      <Field label={PEOPLE.name} error={missing ? PEOPLE.nameMissing : undefined}>
        {(control) => (
          <input
            {...control}
            name="name"
            maxLength={120}
            autoComplete="off"
            // Asked for by the press before: the cursor goes where the hand does.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={begins === 'name'}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={PEOPLE.organisation}>
        {(control) => (
          <input
            {...control}
            name="organisation"
            maxLength={200}
            autoComplete="off"
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={begins === 'organisation'}
            value={organisation}
            onChange={(event) => setOrganisation(event.target.value)}
          />
        )}
      </Field>
      {failure === null ? null : (
        <div className="notice notice--refused" role="alert">
          <p className="notice__title">{failure}</p>
        </div>
      )}
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {saving ? DATA.saving : WALK_IN.add}
        </button>
        <button type="button" className="button" onClick={close}>
          {DATA.cancel}
        </button>
      </p>
    </form>
  )
}

import { type FormEvent, useRef, useState } from 'react'
import type { PersonDetails } from '#shared/show/decision.ts'
import { isCrew, type PersonId, type Role, ROLES } from '#shared/show/words.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { DATA, ROLE_WORDS } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'
import { Field, showErrors } from '../common/field.tsx'
import { newId } from '../common/new-id.ts'
import {
  checkPerson,
  newPerson,
  type PersonDraft,
  type PersonErrors,
  toggled,
} from './person-draft.ts'

/** Adds somebody who is not on the list, as at the door. */
export function PersonForm({ name, close }: { name: string; close: () => void }) {
  const [id] = useState<PersonId>(() => newId('per'))
  return (
    <Sheet title={PEOPLE.addTitle} close={close}>
      <PersonFields person={id} first={newPerson(name)} isNew close={close} />
    </Sheet>
  )
}

/** The fields of a person, new or known, and the way to keep them. */
export function PersonFields({
  person,
  first,
  isNew,
  close,
}: {
  person: PersonId
  first: PersonDraft
  isNew: boolean
  close: () => void
}) {
  const { link, say, may } = useConsole()
  const [draft, setDraft] = useState(first)
  const [checkIn, setCheckIn] = useState(isNew)
  const [errors, setErrors] = useState<PersonErrors>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (more: Partial<PersonDetails>): void =>
    setDraft({ ...draft, details: { ...draft.details, ...more } })

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (saving) return
    const wrong = checkPerson(draft)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return showErrors(form.current, () => setErrors(wrong))
    setErrors({})
    setSaving(true)
    const { details, roles } = draft
    const key = `person:${person}`
    const answer = await link.send(
      { type: 'save-person', person, roles: [...roles], details },
      { key, useful: 15_000 },
    )
    if (answer.ok && isNew && checkIn)
      await link.send({ type: 'check-in', person }, { key: `check-in:${person}` })
    setSaving(false)
    if (!answer.ok) return setFailure(answer.message)
    const name = details.name.trim()
    say({ kind: 'done', text: isNew ? PEOPLE.added(name) : PEOPLE.saved(name) })
    close()
  }

  const texts = [
    ['organisation', PEOPLE.organisation, undefined, 200],
    ['jobTitle', PEOPLE.jobTitle, undefined, 200],
    ['email', PEOPLE.email, PEOPLE.emailHint, 254],
    ['ticket', PEOPLE.ticket, PEOPLE.ticketHint, 64],
  ] as const
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate>
      <Field label={PEOPLE.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            name="name"
            maxLength={120}
            autoComplete="off"
            value={draft.details.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {texts.map(([field, label, hint, longest]) => (
        <Field key={field} label={label} hint={hint}>
          {(control) => (
            <input
              {...control}
              name={field}
              type={field === 'email' ? 'email' : 'text'}
              maxLength={longest}
              autoComplete="off"
              value={draft.details[field]}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Roles
        roles={draft.roles}
        error={errors.roles}
        crew={may('renew-pass')}
        onChange={(roles) => setDraft({ ...draft, roles })}
      />
      {isNew ? (
        <label className="choice">
          <input type="checkbox" checked={checkIn} onChange={() => setCheckIn(!checkIn)} />
          <span>{PEOPLE.checkInAtOnce}</span>
        </label>
      ) : null}
      {failure === null ? null : (
        <div className="notice notice--refused" role="alert">
          <p className="notice__title">{failure}</p>
        </div>
      )}
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {saving ? DATA.saving : isNew ? PEOPLE.addDo : DATA.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {DATA.cancel}
        </button>
      </p>
    </form>
  )
}

function Roles({
  roles,
  error,
  crew,
  onChange,
}: {
  roles: readonly Role[]
  error: string | undefined
  /** may give and take the roles that open the console */
  crew: boolean
  onChange: (roles: readonly Role[]) => void
}) {
  return (
    <fieldset className="field">
      <legend>{PEOPLE.roles}</legend>
      {crew ? null : <span className="field__hint">{PEOPLE.crewOnly}</span>}
      {error === undefined ? null : (
        <span className="field__error" id="roles-error">
          {error}
        </span>
      )}
      <div className="choices">
        {ROLES.toReversed().map((role) => (
          <label className="choice" key={role}>
            <input
              type="checkbox"
              disabled={!crew && isCrew(role)}
              checked={roles.includes(role)}
              onChange={() => onChange(toggled(roles, role))}
              {...(error === undefined
                ? {}
                : { 'aria-invalid': true, 'aria-describedby': 'roles-error' })}
            />
            <span>{ROLE_WORDS[role]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

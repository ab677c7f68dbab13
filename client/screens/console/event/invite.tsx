import { type FormEvent, useRef, useState } from 'react'
import { type PersonId, ROLES } from '#shared/show/words.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { DATA } from '#shared/words/console-data.ts'
import { EVENT } from '#shared/words/console-event.ts'
import { Field, showErrors } from '../common/field.tsx'
import { newId } from '../common/new-id.ts'
import { useConsole } from '../console-context.ts'
import { Failure } from './part.tsx'

const plain = (name: string): string =>
  name.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ')

/** Name and e-mail of a new organiser. Somebody of that name who is on the list already is asked about first. */
export function Invite({ done, close }: { done: (person: PersonId) => void; close: () => void }) {
  const { parts, link } = useConsole()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [errors, setErrors] = useState<{ name?: string; email?: string }>({})
  const [namesakes, setNamesakes] = useState<readonly PersonLine[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const save = async (person: PersonLine | null): Promise<void> => {
    if (saving) return
    setSaving(true)
    const id = person?.id ?? newId<PersonId>('per')
    const given = { name: name.trim(), email: email.trim() }
    const nothing = { organisation: '', jobTitle: '', ticket: '' }
    const had = person?.roles ?? []
    const answer = await link.send(
      {
        type: 'save-person',
        person: id,
        roles: ROLES.filter((role) => role === 'organiser' || had.includes(role)),
        // Of somebody who is there all details stay as they are.
        details: person ? null : { ...nothing, ...given },
      },
      { key: `organiser:${id}`, useful: 15_000 },
    )
    setSaving(false)
    if (answer.ok) done(id)
    else setFailure(answer.message)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wrong: { name?: string; email?: string } = {
      ...(name.trim() === '' ? { name: EVENT.nameMissing } : {}),
      ...(email.trim() === '' || /^\S+@\S+$/.test(email.trim()) ? {} : { email: EVENT.emailOdd }),
    }
    const same = parts.people.filter((person) => plain(person.name) === plain(name))
    const present = same.find(({ roles }) => roles.includes('organiser'))
    if (present && same.length === 1) wrong.name = EVENT.isOne(present.name)
    setFailure(null)
    setNamesakes([])
    if (Object.keys(wrong).length > 0) return showErrors(form.current, () => setErrors(wrong))
    setErrors({})
    if (same.length > 0) setNamesakes(same)
    else void save(null)
  }
  return (
    <form ref={form} className="form__act" onSubmit={submit} noValidate>
      <Field label={EVENT.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            name="name"
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={EVENT.email} hint={EVENT.emailHint} error={errors.email}>
        {(control) => (
          <input
            {...control}
            name="email"
            type="email"
            maxLength={254}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <div role="status">
        {namesakes.length > 0 && (
          <div className="notice notice--info">
            {namesakes.map((person) => (
              <div key={person.id}>
                <p className="notice__title">
                  {EVENT.already(
                    [person.name, person.jobTitle, person.organisation].filter(Boolean).join(', '),
                  )}
                </p>
                {!person.roles.includes('organiser') && (
                  <p>
                    <button
                      type="button"
                      className="button button--small"
                      onClick={() => void save(person)}
                    >
                      {EVENT.thatOne(person.name)}
                    </button>
                  </p>
                )}
              </div>
            ))}
            <p>
              <button
                type="button"
                className="button button--small"
                onClick={() => void save(null)}
              >
                {EVENT.another}
              </button>
            </p>
          </div>
        )}
      </div>
      <Failure title={EVENT.failed} words={failure} />
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {EVENT.inviteGo}
        </button>
        <button type="button" className="button" onClick={close}>
          {DATA.cancel}
        </button>
      </p>
    </form>
  )
}

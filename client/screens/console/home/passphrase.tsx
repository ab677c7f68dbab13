import { type FormEvent, useRef, useState } from 'react'
import { PASSPHRASE } from '#shared/words/console-data.ts'
import { postJson } from '../common/ask.ts'
import { Field, showErrors } from '../common/field.tsx'

const SHORTEST = 12

/** Chooses the organisers' passphrase, so that they can sign in from anywhere else. */
export function Passphrase() {
  const [passphrase, setPassphrase] = useState('')
  const [shown, setShown] = useState(false)
  const [error, setError] = useState<string>()
  const [state, setState] = useState<'asking' | 'saving' | 'done'>('asking')
  const form = useRef<HTMLFormElement>(null)

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (state === 'saving') return
    if (passphrase.trim().length < SHORTEST) {
      showErrors(form.current, () => setError(PASSPHRASE.short(SHORTEST)))
      return
    }
    setError(undefined)
    setState('saving')
    const answer = await postJson('/api/passphrase', { passphrase })
    setState(answer.ok ? 'done' : 'asking')
    if (answer.ok) return
    showErrors(form.current, () => setError(answer.message))
  }

  if (state === 'done') {
    return (
      <div className="notice notice--done" role="status">
        <p className="notice__title">{PASSPHRASE.done}</p>
        <p>{PASSPHRASE.doneWords}</p>
      </div>
    )
  }
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate>
      <p className="muted">{PASSPHRASE.why}</p>
      <Field label={PASSPHRASE.label} hint={PASSPHRASE.hint} error={error}>
        {(control) => (
          <input
            {...control}
            name="passphrase"
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            maxLength={200}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
      </Field>
      <label className="choice">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        <span>{PASSPHRASE.show}</span>
      </label>
      <p className="row">
        <button className="button" aria-busy={state === 'saving'}>
          {PASSPHRASE.save}
        </button>
      </p>
    </form>
  )
}

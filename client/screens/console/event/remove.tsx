import { type FormEvent, useRef, useState } from 'react'
import { EVENT } from '#shared/words/console-event.ts'
import { Field, showErrors } from '../common/field.tsx'
import { useConsole } from '../console-context.ts'
import { Failure, Part } from './part.tsx'
import { useRemoving } from './removing.ts'

/** Removes an archived event for good, once its title is typed. */
export function Remove() {
  const { parts } = useConsole()
  const { title } = parts.show
  const remove = useRemoving()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (removing) return
    if (typed.trim() !== title)
      return showErrors(form.current, () => setError(EVENT.removeOdd(title)))
    setError(undefined)
    setRemoving(true)
    setFailure(await remove(typed.trim()))
    setRemoving(false)
  }
  return (
    <Part title={EVENT.removeTitle} lead={EVENT.removeLead}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Field label={EVENT.removeField(title)} error={error}>
          {(control) => (
            <input
              {...control}
              name="confirm"
              maxLength={200}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Failure title={EVENT.failed} words={failure} />
        <p className="form__act">
          <button className="button button--danger" aria-busy={removing}>
            {removing ? EVENT.working : EVENT.remove}
          </button>
        </p>
      </form>
    </Part>
  )
}

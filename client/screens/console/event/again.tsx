import { type FormEvent, useRef, useState } from 'react'
import { isLocalDate } from '#shared/time/calendar.ts'
import type { CopyShow } from '#shared/wire/console.ts'
import { NEW_EVENT } from '#shared/words/console-data.ts'
import { EVENT } from '#shared/words/console-event.ts'
import { AddressField } from '../common/address-field.tsx'
import { postJson } from '../common/ask.ts'
import { Field, showErrors } from '../common/field.tsx'
import { useConsole } from '../console-context.ts'
import { addressFrom, addressWrong, freeAddress, nextYear } from '../home/event-draft.ts'
import { Failure, Part } from './part.tsx'

type Errors = Partial<Record<keyof CopyShow, string>>

/** The same event again, at another address and day. */
export function Again() {
  const { parts } = useConsole()
  const own = parts.show
  const [title, setTitle] = useState(() => nextYear(own.title))
  const [ownAddress, setOwnAddress] = useState<string | null>(null)
  const [day, setDay] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const id = ownAddress ?? freeAddress(addressFrom(title), [own.id])
  const refuse = (wrong: Errors): void => showErrors(form.current, () => setErrors(wrong))

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (making) return
    const wrong = check({ id, title, day })
    setFailure(null)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    setErrors({})
    setMaking(true)
    const asked: CopyShow = { id, title: title.trim(), day }
    const answer = await postJson<{ id: string }>(`/api/shows/${own.id}/copy`, asked)
    if (answer.ok) return location.assign(`/console/${answer.body.id}/programme`)
    setMaking(false)
    const field = (['id', 'title', 'day'] as const).find((one) => one === answer.field)
    if (field) refuse({ [field]: answer.message })
    else setFailure(answer.message)
  }
  return (
    <Part title={EVENT.againTitle} lead={EVENT.againLead}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Field label={EVENT.againName} error={errors.title}>
          {(control) => (
            <input
              {...control}
              name="title"
              maxLength={200}
              autoComplete="off"
              value={title}
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
        <Field label={EVENT.againDay} hint={EVENT.againDayHint(own.days.length)} error={errors.day}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="date"
              name="day"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Failure title={EVENT.failed} words={failure} />
        <p className="form__act">
          <button className="button" aria-busy={making}>
            {making ? EVENT.working : EVENT.again}
          </button>
        </p>
      </form>
    </Part>
  )
}

function check({ id, title, day }: CopyShow): Errors {
  const address = addressWrong(id)
  return {
    ...(title.trim() === '' ? { title: NEW_EVENT.titleMissing } : {}),
    ...(address === null ? {} : { id: address }),
    ...(day === ''
      ? { day: NEW_EVENT.dayMissing }
      : isLocalDate(day)
        ? {}
        : { day: NEW_EVENT.dayOdd }),
  }
}

import { type FormEvent, useState } from 'react'
import { FILES } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { Field } from '../common/field.tsx'
import { daysInWords } from '../home/days-in-words.ts'

/** What the event is called and where it is, and how to change that. */
export function EventStep() {
  const { parts, may } = useConsole()
  const { title, place, zone, days } = parts.show
  const [changing, setChanging] = useState(false)
  return (
    <li className="is-done">
      <h2>{title}</h2>
      {changing ? (
        <ChangeEvent close={() => setChanging(false)} />
      ) : (
        <p className="muted">
          {[place, daysInWords(days), zone].filter((words) => words !== '').join(', ')}{' '}
          {may('change-show') ? (
            <button
              type="button"
              className="button button--quiet button--small"
              onClick={() => setChanging(true)}
            >
              {FILES.change}
              <span className="vh"> {FILES.titleAndPlace}</span>
            </button>
          ) : null}
        </p>
      )}
    </li>
  )
}

function ChangeEvent({ close }: { close: () => void }) {
  const { parts, link } = useConsole()
  const [title, setTitle] = useState(parts.show.title)
  const [place, setPlace] = useState(parts.show.place)
  const [error, setError] = useState<string>()
  const [saving, setSaving] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (saving) return
    if (title.trim() === '') {
      setError(FILES.titleMissing)
      return
    }
    setSaving(true)
    const answer = await link.send(
      { type: 'change-show', title: title.trim(), place: place.trim() },
      { key: 'change-show', useful: 15_000 },
    )
    setSaving(false)
    if (answer.ok) close()
    else setError(answer.message)
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Field label={FILES.titleLabel} error={error}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={FILES.placeLabel}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        )}
      </Field>
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {FILES.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {FILES.cancel}
        </button>
      </p>
    </form>
  )
}

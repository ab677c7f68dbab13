import { useId } from 'react'
import { NEW_EVENT } from '#shared/words/console-data.ts'
import { dayAfter, mayAddDay } from './event-draft.ts'

/** One date field a day; a further day begins as the day after the last. */
export function Days({
  days,
  error,
  onChange,
}: {
  days: readonly string[]
  error: string | undefined
  onChange: (days: readonly string[]) => void
}) {
  const id = useId()
  return (
    <fieldset className="field days">
      <legend>{NEW_EVENT.days}</legend>
      {error === undefined ? null : (
        <span className="field__error" id={id}>
          {error}
        </span>
      )}
      {days.map((day, index) => (
        // Days have no names of their own: their place in the list is who they are.
        <p className="row days__day" key={index}>
          <input
            className="input"
            type="date"
            name="day"
            aria-label={NEW_EVENT.day(index + 1)}
            {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
            value={day}
            onChange={(event) =>
              onChange(days.map((one, at) => (at === index ? event.target.value : one)))
            }
          />
          {days.length === 1 ? null : (
            <button
              type="button"
              className="button button--quiet button--small"
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            >
              {NEW_EVENT.removeDay}
              <span className="vh"> {NEW_EVENT.day(index + 1)}</span>
            </button>
          )}
        </p>
      ))}
      {mayAddDay(days) ? (
        <p>
          <button
            type="button"
            className="button button--quiet button--small"
            onClick={() => onChange([...days, dayAfter(days.at(-1) ?? '')])}
          >
            {NEW_EVENT.addDay}
          </button>
        </p>
      ) : null}
    </fieldset>
  )
}

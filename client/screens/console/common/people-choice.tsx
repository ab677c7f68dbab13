import type { PersonId } from '#shared/show/words.ts'
import { PEOPLE_CHOICE } from '#shared/words/console-edit.ts'
import { useConsole } from '../console-context.ts'
import { Field } from './field.tsx'

interface PeopleChoiceProps {
  label: string
  hint?: string
  error?: string | undefined
  chosen: readonly PersonId[]
  /** who else may be chosen; default: every presenter */
  may?: (person: PersonId) => boolean
  /** stands where nobody is chosen yet in the list of choices */
  prompt?: string
  /** what those chosen are; default: as the label */
  listed?: string
  onChange: (chosen: readonly PersonId[]) => void
}

/** Presenters in an order: chosen one by one from those who are at the event. */
export function PeopleChoice({
  label,
  hint,
  error,
  chosen,
  may = () => true,
  prompt,
  listed = label,
  onChange,
}: PeopleChoiceProps) {
  const { parts } = useConsole()
  const names = new Map(parts.people.map((person) => [person.id, person.name]))
  const others = parts.people.filter(
    (person) => person.roles.includes('presenter') && !chosen.includes(person.id) && may(person.id),
  )
  return (
    <>
      <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
        {(control) => (
          <select
            {...control}
            value=""
            onChange={(event) => onChange([...chosen, event.target.value as PersonId])}
          >
            <option value="" disabled>
              {prompt ?? (others.length === 0 ? PEOPLE_CHOICE.nobody : PEOPLE_CHOICE.choose)}
            </option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {person.organisation === ''
                  ? person.name
                  : `${person.name}, ${person.organisation}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="list" aria-label={listed}>
          {chosen.map((id) => (
            <li key={id} className="row row--ends">
              <span className="grow">{names.get(id) ?? ''}</span>
              <button
                type="button"
                className="button button--quiet button--small"
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                {PEOPLE_CHOICE.remove}
                <span className="vh"> {names.get(id) ?? ''}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

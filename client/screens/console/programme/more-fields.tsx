import type { PersonId } from '#shared/show/words.ts'
import { ITEM } from '#shared/words/console-programme.ts'
import { Field } from '../common/field.tsx'
import { PeopleChoice } from '../common/people-choice.tsx'
import type { PartProps } from './text-field.tsx'

/** What is said of an item besides its times: to the public, and to the crew alone. */
export function More({ fields, set }: PartProps) {
  const speaks = fields.kind === 'talk' || fields.kind === 'panel' || fields.kind === 'ceremony'
  const isNote = fields.kind === 'note'
  return (
    <>
      {speaks && (
        <PeopleChoice
          label={ITEM.speakers}
          hint={ITEM.speakersHint}
          chosen={fields.speakers}
          onChange={(speakers: readonly PersonId[]) => set({ speakers })}
        />
      )}
      {!isNote && (
        <Field label={ITEM.summary} hint={ITEM.summaryHint}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={10_000}
              value={fields.summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={ITEM.notes} hint={ITEM.notesHint}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={10_000}
            value={fields.notes}
            onChange={(event) => set({ notes: event.target.value })}
          />
        )}
      </Field>
      {!isNote && fields.kind !== 'rounds' && (
        <label className="choice">
          <input
            type="checkbox"
            checked={fields.tablesOpen}
            onChange={(event) => set({ tablesOpen: event.target.checked })}
          />
          <span>{ITEM.tablesOpen}</span>
        </label>
      )}
      {!isNote && (
        <label className="choice">
          <input
            type="checkbox"
            checked={fields.confirmed}
            onChange={(event) => set({ confirmed: event.target.checked })}
          />
          <span>{ITEM.confirmed}</span>
        </label>
      )}
    </>
  )
}

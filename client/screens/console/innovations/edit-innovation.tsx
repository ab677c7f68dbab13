import { type FormEvent, useRef, useState } from 'react'
import {
  type InnovationId,
  type PitchId,
  type SegmentId,
  type TableId,
} from '#shared/show/words.ts'
import { INNOVATIONS } from '#shared/words/console-edit.ts'
import { DATA } from '#shared/words/console-data.ts'
import { newId } from '../common/new-id.ts'
import { Field, showErrors } from '../common/field.tsx'
import { Sheet } from '../common/dialog.tsx'
import { PeopleChoice } from '../common/people-choice.tsx'
import { useConsole } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'
import { commandsOf, draftOf, type InnovationDraft, NEW_INNOVATION } from './innovation-draft.ts'

/** Adds an innovation or changes it, with its presenters, its pitch and its table. */
export function EditInnovation({ id, close }: { id: InnovationId | null; close: () => void }) {
  const { parts, send, online } = useConsole()
  const form = useRef<HTMLFormElement>(null)
  const [own] = useState(() => id ?? newId<InnovationId>('inn'))
  const [draft, setDraft] = useState(() => (id ? draftOf(parts, id) : NEW_INNOVATION))
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<InnovationDraft>): void => setDraft({ ...draft, ...part })
  const title = draft.title.trim()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || !online) return
    if (title === '') return showErrors(form.current, () => setError(INNOVATIONS.errors.title))
    setBusy(true)
    const commands = commandsOf(parts, own, draft, () => newId<PitchId>('pit'))
    const answer = await send(
      { type: 'batch', commands },
      {
        key: `innovation:${own}`,
        useful: 15_000,
        done: id ? INNOVATIONS.saved(title) : INNOVATIONS.added(title),
        undo: 'edit',
      },
    )
    setBusy(false)
    if (answer.ok) close()
  }
  const blocks = parts.programme.stages.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const held = parts.programme.segments[segment]
      return held?.kind === 'pitch-block' ? [held] : []
    }),
  )
  const tables = parts.tables.filter(
    ({ id: table, innovation }) =>
      innovation === null || innovation === own || table === draft.table,
  )
  return (
    <Sheet title={id ? INNOVATIONS.changeOf(draft.title) : INNOVATIONS.addTitle} close={close}>
      <form ref={form} onSubmit={(event) => void save(event)} noValidate>
        <Field label={INNOVATIONS.name} error={error}>
          {(control) => (
            <input
              {...control}
              ref={focusNow}
              maxLength={200}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={INNOVATIONS.organisation}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              value={draft.organisation}
              onChange={(event) => change({ organisation: event.target.value })}
            />
          )}
        </Field>
        <Field label={INNOVATIONS.summary} hint={INNOVATIONS.summaryHint}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1_000}
              value={draft.summary}
              onChange={(event) => change({ summary: event.target.value })}
            />
          )}
        </Field>
        <PeopleChoice
          label={INNOVATIONS.presenters}
          hint={INNOVATIONS.presentersHint}
          chosen={draft.presenters}
          onChange={(presenters) => change({ presenters })}
        />
        <Field label={INNOVATIONS.block}>
          {(control) => (
            <select
              {...control}
              value={draft.block}
              onChange={(event) => change({ block: event.target.value as SegmentId | '' })}
            >
              <option value="">{INNOVATIONS.noBlock}</option>
              {blocks.map((block) => (
                <option key={block.id} value={block.id}>
                  {block.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={INNOVATIONS.table}>
          {(control) => (
            <select
              {...control}
              value={draft.table}
              onChange={(event) => change({ table: event.target.value as TableId | '' })}
            >
              <option value="">{INNOVATIONS.noTable}</option>
              {tables.map((table) => (
                <option key={table.id} value={table.id}>
                  {table.number}
                  {table.place === '' ? '' : `, ${table.place}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="row form__act">
          <button
            className="button button--primary"
            aria-busy={busy || undefined}
            aria-disabled={!online || undefined}
          >
            {busy ? DATA.saving : DATA.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {DATA.cancel}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

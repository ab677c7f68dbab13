import { type FormEvent, useRef, useState } from 'react'
import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import { CHOOSING, POLICY } from '#shared/words/console-choosing.ts'
import { WINDOW } from '#shared/words/console-window.ts'
import { DATA } from '#shared/words/console-data.ts'
import { Sheet } from '../common/dialog.tsx'
import { Field, showErrors } from '../common/field.tsx'
import { NumberField } from '../common/number-field.tsx'
import { useConsole } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'
import { roundsFor } from '../programme/by-wishes.ts'
import { useCourse } from '../use-course.ts'
import { Checks, Radios } from './choices.tsx'
import { draftOf, fieldsOf, type WindowErrors, type WindowFields } from './window-draft.ts'

/** Adds choosing, or changes what it follows, fills and how it seats. */
export function WindowForm({
  draft,
  isNew,
  close,
}: {
  draft: WindowDraft
  isNew: boolean
  close: () => void
}) {
  const { parts, send, online } = useConsole()
  const form = useRef<HTMLFormElement>(null)
  const [fields, setFields] = useState<WindowFields>(() => fieldsOf(draft))
  const [errors, setErrors] = useState<WindowErrors>({})
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<WindowFields>): void => setFields((now) => ({ ...now, ...change }))
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const outcome = draftOf(draft.id, fields)
    if (!outcome.ok) return showErrors(form.current, () => setErrors(outcome.errors))
    setErrors({})
    setBusy(true)
    const { title } = outcome.draft
    const answer = await send(
      { type: 'save-window', window: outcome.draft },
      { key: `window:${draft.id}`, useful: 15_000, done: WINDOW.saved(title), undo: 'edit' },
    )
    setBusy(false)
    if (answer.ok) close()
    else if ('field' in answer && answer.field !== undefined && answer.field in fields)
      showErrors(form.current, () => setErrors({ [answer.field ?? '']: answer.message }))
  }
  const own = { fields, set, errors }
  return (
    <Sheet title={isNew ? WINDOW.addTitle : CHOOSING.changeOf(draft.title)} close={close}>
      <form ref={form} onSubmit={(event) => void save(event)} noValidate>
        <Field label={WINDOW.name} error={errors.title}>
          {(control) => (
            <input
              {...control}
              ref={focusNow}
              maxLength={200}
              value={fields.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
        <Course {...own} id={draft.id} />
        <Times {...own} />
        <Radios
          legend={WINDOW.who}
          value={fields.everyone ? 'everyone' : 'here'}
          choices={[
            { value: 'here', label: WINDOW.here, hint: WINDOW.hereHint },
            { value: 'everyone', label: WINDOW.everyone },
          ]}
          onChange={(value) => set({ everyone: value === 'everyone' })}
        />
        <Radios
          legend={WINDOW.whoMoves}
          value={fields.whoMoves}
          choices={MOVERS}
          onChange={(whoMoves) => set({ whoMoves })}
        />
        <Radios
          legend={WINDOW.policy}
          value={fields.policy}
          choices={POLICIES}
          onChange={(policy) => set({ policy })}
        />
        <NumberField
          label={WINDOW.perOrganisation}
          hint={WINDOW.perOrganisationHint}
          error={errors.perOrganisation}
          value={fields.perOrganisation}
          onChange={(value) => set({ perOrganisation: value })}
        />
        <NumberField
          label={WINDOW.mustMeets}
          hint={WINDOW.mustMeetsHint}
          error={errors.mustMeets}
          value={fields.mustMeets}
          onChange={(value) => set({ mustMeets: value })}
        />
        <Radios
          legend={WINDOW.tables}
          value={fields.allTables ? 'all' : 'some'}
          choices={[
            { value: 'all', label: WINDOW.allTables },
            { value: 'some', label: WINDOW.someTables },
          ]}
          onChange={(value) => set({ allTables: value === 'all' })}
        />
        {!fields.allTables && (
          <Checks
            legend={WINDOW.someTables}
            quiet
            error={errors.tables}
            chosen={fields.tables}
            choices={parts.tables.flatMap(({ id, number, innovation }) =>
              innovation === null
                ? []
                : [
                    {
                      value: id,
                      label: WINDOW.table(number, parts.innovations[innovation]?.title ?? ''),
                    },
                  ],
            )}
            onChange={(tables) => set({ tables })}
          />
        )}
        <p className="row row--form">
          <button
            className="button button--primary"
            aria-busy={busy || undefined}
            aria-disabled={!online || undefined}
          >
            {DATA.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {DATA.cancel}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

interface PartProps {
  fields: WindowFields
  set: (change: Partial<WindowFields>) => void
  errors: WindowErrors
}

/** What it follows and fills, in programme order. */
function Course({ fields, set, errors, id }: PartProps & { id: WindowDraft['id'] }) {
  const { parts } = useConsole()
  const { course } = useCourse()
  const blocks = parts.programme.stages
    .flatMap(({ segments }) => segments.flatMap((one) => parts.programme.segments[one] ?? []))
    .filter(({ kind }) => kind === 'pitch-block')
  const order = roundsInOrder(parts)
  const may = new Set(
    roundsFor(
      course,
      id,
      order.map((round) => round.id),
    ),
  )
  const rounds = order.filter((round) => may.has(round.id))
  const itemOf = (segment: (typeof rounds)[number]['segment']): string =>
    parts.programme.segments[segment]?.title ?? ''
  return (
    <>
      <Checks
        legend={WINDOW.follows}
        none={WINDOW.noBlocks}
        chosen={fields.follows}
        choices={blocks.map((block) => ({ value: block.id, label: block.title }))}
        onChange={(follows) => set({ follows })}
      />
      <Checks
        legend={WINDOW.rounds}
        none={WINDOW.noRounds}
        error={errors.rounds}
        chosen={fields.rounds}
        choices={rounds.map((round) => ({
          value: round.id,
          label: WINDOW.round(itemOf(round.segment), round.number),
        }))}
        onChange={(chosen) => set({ rounds: chosen })}
      />
    </>
  )
}

function Times({ fields, set, errors }: PartProps) {
  const text = (name: 'opensBefore' | 'closesBefore', label: string, hint?: string) => (
    <Field label={label} error={errors[name]} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <input
          {...control}
          className="input--short"
          autoComplete="off"
          value={fields[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={fields.byItself}
          onChange={(event) => set({ byItself: event.target.checked })}
        />
        <span>{WINDOW.byItself}</span>
      </label>
      {fields.byItself && fields.follows.length === 0 && text('opensBefore', WINDOW.opensBefore)}
      {fields.byItself && text('closesBefore', WINDOW.closesBefore, WINDOW.closesHint)}
      <label className="choice">
        <input
          type="checkbox"
          checked={fields.publishesItself}
          onChange={(event) => set({ publishesItself: event.target.checked })}
        />
        <span>{WINDOW.publishesItself}</span>
      </label>
    </>
  )
}

const MOVERS = (['delegates', 'presenters'] as const).map((value) => ({
  value,
  label: WINDOW.movers[value],
  hint: WINDOW.moversHint[value],
}))
const POLICIES = (['nested', 'strict'] as const).map((value) => ({
  value,
  label: POLICY[value],
  hint: WINDOW.policyHint[value],
}))

import { type FormEvent, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { plannedLength } from '#shared/show/course.ts'
import { type DeepReadonly, PLAIN_KINDS, type Segment } from '#shared/show/state.ts'
import type { RoundId, SegmentId, StageId, WindowId } from '#shared/show/words.ts'
import { dayName } from '#shared/time/zone.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { ITEM, PROGRAMME } from '#shared/words/console-programme.ts'
import { RUN } from '#shared/words/console-run.ts'
import { newId } from '../common/new-id.ts'
import { useConsole } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'
import { Field, showErrors } from '../common/field.tsx'
import { useCourse } from '../use-course.ts'
import { saveRounds } from './by-wishes.ts'
import {
  draftOf,
  type Errors,
  type Fields,
  fieldsOf,
  type Kind,
  merged,
  NEW,
} from './segment-form.ts'
import { More } from './more-fields.tsx'
import { RoundsFields } from './rounds-fields.tsx'
import { type PartProps, TextField } from './text-field.tsx'

const KINDS: readonly Kind[] = [
  'pitch-block',
  'talk',
  'panel',
  'rounds',
  'break',
  'ceremony',
  'note',
]
/** Kinds that one item may change between; the others are something else altogether. */
const PLAIN: readonly Kind[] = PLAIN_KINDS

interface EditItemProps {
  stage: StageId
  /** null: a new one */
  segment: DeepReadonly<Segment> | null
  /** somebody else has removed it meanwhile */
  gone?: boolean
  day: string
  close: () => void
}

/** Adds or changes one item of the programme. */
export function EditItem(props: EditItemProps) {
  const { segment, close } = props
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => open || close()}>
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {segment ? PROGRAMME.editOf(segment.title) : ITEM.addTitle}
          </Heading>
          <ItemForm {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function ItemForm({ stage, segment, gone = false, day, close }: EditItemProps) {
  const { parts, send, online } = useConsole()
  const { zone } = parts.show
  const form = useRef<HTMLFormElement>(null)
  const { course } = useCourse()
  const [id] = useState(() => segment?.id ?? newId<SegmentId>('seg'))
  const [newWindow] = useState(() => newId<WindowId>('win'))
  const now = segment ? fieldsOf(segment, parts.rounds, zone) : null
  const [opened] = useState<Fields>(() => now ?? { ...NEW, day })
  const [fields, setFields] = useState<Fields>(opened)
  const elsewhere = now !== null && JSON.stringify(now) !== JSON.stringify(opened)
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Fields>): void => setFields((now) => ({ ...now, ...change }))

  const save = async (): Promise<void> => {
    const whole = now ? merged(opened, fields, now) : fields
    const outcome = draftOf(whole, { id, stage, zone })
    if (!outcome.ok) return showErrors(form.current, () => setErrors(outcome.errors))
    setErrors({})
    setBusy(true)
    const { draft } = outcome
    const { title } = draft
    const { windows } = parts
    const commands =
      draft.kind === 'rounds' ? saveRounds(draft, whole.way, { windows, course, newWindow }) : []
    const answer = await send(
      commands.length > 1 ? { type: 'batch', commands } : { type: 'save-segment', segment: draft },
      {
        key: `segment:${id}`,
        useful: 10_000,
        done: segment ? PROGRAMME.saved(title) : PROGRAMME.added(title),
        undo: 'edit',
      },
    )
    setBusy(false)
    if (answer.ok) close()
    else if ('field' in answer && answer.field) {
      setErrors({ [answer.field === 'fixedStart' ? 'fixedAt' : answer.field]: answer.message })
    }
  }
  const kinds = segment === null ? KINDS : PLAIN.includes(segment.kind) ? PLAIN : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) void save()
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {gone && (
        <p className="notice" role="status">
          {ITEM.removedElsewhere}
        </p>
      )}
      {elsewhere && (
        <p className="notice" role="status">
          {ITEM.changedElsewhere}
        </p>
      )}
      {kinds.length > 0 && (
        <Field label={ITEM.kindOf}>
          {(control) => (
            <select
              {...control}
              value={fields.kind}
              onChange={(event) => {
                const kind = event.target.value as Kind
                const rounds = [
                  { id: newId<RoundId>('rnd'), move: '3:00', talk: '12:00', free: false },
                ]
                set(
                  kind === 'rounds'
                    ? { kind, rounds, length: '' }
                    : { kind, length: kind === 'pitch-block' ? '' : NEW.length },
                )
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {RUN.kind[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={ITEM.name} error={errors['title']}>
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
      <Start fields={fields} set={set} errors={errors} days={parts.show.days} />
      <Lengths fields={fields} set={set} errors={errors} segment={segment} />
      {fields.kind === 'rounds' && (
        <RoundsFields
          fields={fields}
          set={set}
          errors={errors}
          newRound={() => newId<RoundId>('rnd')}
        />
      )}
      <More fields={fields} set={set} errors={errors} />
      <div className="row row--form">
        <button
          className="button button--primary"
          aria-busy={busy || undefined}
          aria-disabled={!online || undefined}
        >
          {ITEM.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {CONSOLE.cancel}
        </button>
      </div>
    </form>
  )
}

function Start({ fields, set, errors, days }: PartProps & { days: readonly string[] }) {
  return (
    <>
      {days.length > 1 && (
        <Field label={ITEM.day} error={errors['day']}>
          {(control) => (
            <select
              {...control}
              value={fields.day}
              onChange={(event) => set({ day: event.target.value })}
            >
              {days.map((day) => (
                <option key={day} value={day}>
                  {dayName(day)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <fieldset className="field">
        <legend>{ITEM.begins}</legend>
        <div>
          <label className="choice">
            <input
              type="radio"
              name="begins"
              checked={!fields.fixed}
              onChange={() => set({ fixed: false })}
            />
            <span>{ITEM.follows}</span>
          </label>
          <label className="choice">
            <input
              type="radio"
              name="begins"
              checked={fields.fixed}
              onChange={() => set({ fixed: true })}
            />
            <span>{ITEM.fixed}</span>
          </label>
        </div>
      </fieldset>
      {fields.fixed && (
        <TextField
          name="fixedAt"
          label={ITEM.fixedAt}
          hint={ITEM.fixedHint}
          {...{ fields, set, errors }}
        />
      )}
    </>
  )
}

function Lengths({ fields, set, errors, segment }: PartProps & Pick<EditItemProps, 'segment'>) {
  const { course } = useCourse()
  const own = { fields, set, errors }
  const isBlock = fields.kind === 'pitch-block'
  const ofParts = segment ? plannedLength(course, withoutLength(segment)) : null
  return (
    <>
      {isBlock && (
        <>
          <TextField name="pitchLength" label={ITEM.pitchLength} hint={ITEM.lengthHint} {...own} />
          <TextField name="changeover" label={ITEM.changeover} {...own} />
        </>
      )}
      <TextField
        name="length"
        label={ITEM.length}
        hint={isBlock || fields.kind === 'rounds' ? ITEM.lengthOfParts(ofParts) : ITEM.lengthHint}
        {...own}
      />
      {fields.kind !== 'rounds' && (
        <div className="pair">
          <TextField name="warnAt" label={ITEM.warnAt} {...own} />
          <TextField name="dangerAt" label={ITEM.dangerAt} {...own} />
        </div>
      )}
      {(isBlock || fields.kind === 'rounds') && (
        <label className="choice">
          <input
            type="checkbox"
            checked={fields.byItself}
            onChange={(event) => set({ byItself: event.target.checked })}
          />
          <span>{isBlock ? ITEM.byItselfPitches : ITEM.byItselfRounds}</span>
        </label>
      )}
    </>
  )
}

/** The item as if nobody had given it a length of its own. */
function withoutLength(segment: DeepReadonly<Segment>): DeepReadonly<Segment> {
  return segment.kind === 'pitch-block' || segment.kind === 'rounds'
    ? { ...segment, length: null }
    : segment
}

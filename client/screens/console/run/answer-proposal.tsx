import type { FormEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { InnovationId, TableId } from '#shared/show/words.ts'
import { DATA } from '#shared/words/console-data.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { PROPOSAL } from '#shared/words/console-proposal.ts'
import { Sheet } from '../common/dialog.tsx'
import { Field, showErrors } from '../common/field.tsx'
import { newId } from '../common/new-id.ts'
import { useConsole } from '../console-context.ts'
import type { NeedAct } from './needs-lines.ts'
import {
  acceptance,
  checkDraft,
  draftOf,
  type ProposalDraft,
  type ProposalErrors,
} from './proposal-draft.ts'

export type Answering = Extract<NeedAct, { do: 'accept-proposal' | 'decline-proposal' }>
type Props = Answering & { close: () => void }

/** Gives somebody the table that they proposed, or tells them why not. */
export function AnswerProposal(props: Props) {
  return props.do === 'accept-proposal' ? <Accept {...props} /> : <Decline {...props} />
}

/** One command from a form, with what stands in its way beside the field it belongs to. */
function useAnswer(close: () => void) {
  const { link, say } = useConsole()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<{ field: string | undefined; words: string } | null>(null)
  const give = async (
    command: Parameters<typeof link.send>[0],
    key: string,
    done: string,
  ): Promise<void> => {
    if (saving) return
    setSaving(true)
    setFailure(null)
    const answer = await link.send(command, { key, useful: 15_000 })
    setSaving(false)
    if (!answer.ok)
      return setFailure({
        field: 'field' in answer ? answer.field : undefined,
        words: answer.message,
      })
    say({ kind: 'done', text: done })
    close()
  }
  return { give, saving, failure }
}

const FIELDS = [
  ['title', PROPOSAL.title, 200],
  ['organisation', PROPOSAL.organisation, 200],
  ['summary', PROPOSAL.summary, 1_000],
  ['number', TABLES.number, 3],
  ['capacity', TABLES.seatsHead, 3],
  ['zone', TABLES.zone, 20],
  ['place', TABLES.place, 120],
] as const

function Accept({ proposal, close }: Props) {
  const { parts } = useConsole()
  const [ids] = useState(() => ({
    innovation: newId<InnovationId>('inn'),
    table: newId<TableId>('tab'),
  }))
  const [draft, setDraft] = useState<ProposalDraft>(() => draftOf(proposal, parts))
  const [errors, setErrors] = useState<ProposalErrors>({})
  const { give, saving, failure } = useAnswer(close)
  const form = useRef<HTMLFormElement>(null)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const wrong = checkDraft(draft)
    showErrors(form.current, () => setErrors(wrong))
    if (Object.keys(wrong).length > 0) return
    const command = acceptance(proposal.person, draft, ids)
    void give(command, `proposal:${proposal.person}`, PROPOSAL.accepted(Number(draft.number)))
  }
  const refusedAt = FIELDS.find(([name]) => name === failure?.field)?.[0]
  return (
    <Sheet title={PROPOSAL.acceptTitle(proposal.name)} close={close}>
      <p className="muted">{PROPOSAL.acceptLead}</p>
      <form ref={form} onSubmit={save} noValidate>
        {FIELDS.map(([name, label, most]) => (
          <Field
            key={name}
            label={label}
            error={errors[name] ?? (name === refusedAt ? failure?.words : undefined)}
          >
            {(control) => (
              <input
                {...control}
                maxLength={most}
                autoComplete="off"
                inputMode={most === 3 ? 'numeric' : undefined}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Foot
          words={PROPOSAL.accept}
          saving={saving}
          failure={refusedAt === undefined ? (failure?.words ?? null) : null}
          close={close}
        />
      </form>
    </Sheet>
  )
}

function Decline({ proposal, close }: Props) {
  const [reason, setReason] = useState('')
  const { give, saving, failure } = useAnswer(close)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const { person } = proposal
    const command = { type: 'decline-proposal', person, reason: reason.trim() } as const
    void give(command, `proposal:${person}`, PROPOSAL.declined)
  }
  return (
    <Sheet title={PROPOSAL.declineTitle(proposal.name)} close={close}>
      <p>“{proposal.title}”</p>
      <form onSubmit={save} noValidate>
        <Field label={PROPOSAL.reason} hint={PROPOSAL.reasonHint}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Foot
          words={PROPOSAL.decline}
          saving={saving}
          failure={failure?.words ?? null}
          close={close}
        />
      </form>
    </Sheet>
  )
}

function Foot({
  words,
  saving,
  failure,
  close,
}: {
  words: string
  saving: boolean
  failure: string | null
  close: () => void
}): ReactNode {
  return (
    <>
      <div role="alert">
        {failure !== null && (
          <div className="notice notice--refused">
            <p className="notice__title">{failure}</p>
          </div>
        )}
      </div>
      <p className="row form__act">
        <button className="button button--primary" aria-busy={saving}>
          {saving ? DATA.saving : words}
        </button>
        <button type="button" className="button" onClick={close}>
          {DATA.cancel}
        </button>
      </p>
    </>
  )
}

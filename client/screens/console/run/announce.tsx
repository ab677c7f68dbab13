import { type FormEvent, useRef, useState } from 'react'
import type { AnnouncedTo } from '#shared/show/announcements.ts'
import type { TableId } from '#shared/show/words.ts'
import { SECOND } from '#shared/time/instant.ts'
import type { ConsoleParts } from '#shared/views/console.ts'
import { saidNow } from '#shared/views/notices.ts'
import { ANNOUNCE } from '#shared/words/announce.ts'
import { Radios } from '../choosing/choices.tsx'
import { Sheet } from '../common/dialog.tsx'
import { Field, showErrors } from '../common/field.tsx'
import { NumberField } from '../common/number-field.tsx'
import { useConsole, useNow } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'

const MOST = 200
const KINDS = ['phones', 'hosts', 'table', 'stage', 'hall'] as const
type Kind = (typeof KINDS)[number]
type Errors = Partial<Record<'text' | 'minutes' | 'table', string>>

/** Says something to all phones, hosts, one table or the screens, and shows how far it has come. */
export function Announce({ close }: { close: () => void }) {
  const { parts, send, online } = useConsole()
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<Kind>('phones')
  const [table, setTable] = useState('')
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState('5')
  const [errors, setErrors] = useState<Errors>({})
  const say = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!online) return
    const wrong: Errors = {}
    if (kind === 'table' && table === '') wrong.table = ANNOUNCE.errors.table
    if (text.trim() === '') wrong.text = ANNOUNCE.errors.text
    const long = Number(minutes)
    if (!/^\d{1,3}$/.test(minutes.trim()) || long < 1 || long > 240)
      wrong.minutes = ANNOUNCE.errors.minutes
    if (Object.keys(wrong).length > 0) return showErrors(form.current, () => setErrors(wrong))
    setErrors({})
    const to: AnnouncedTo = kind === 'table' ? { kind, table: table as TableId } : { kind }
    const answer = await send(
      { type: 'announce', to, text: text.trim(), minutes: long },
      { key: 'announce', useful: 15_000, done: ANNOUNCE.said(toWords(parts, to)) },
    )
    if (answer.ok) setText('')
  }
  return (
    <Sheet title={ANNOUNCE.title} close={close}>
      <form ref={form} onSubmit={(event) => void say(event)} noValidate>
        <Radios
          legend={ANNOUNCE.to}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: ANNOUNCE.kinds[value] }))}
          onChange={setKind}
        />
        {kind === 'table' && (
          <Field label={ANNOUNCE.table} error={errors.table}>
            {(control) => (
              <select {...control} value={table} onChange={(event) => setTable(event.target.value)}>
                <option value="">{ANNOUNCE.errors.table}</option>
                {parts.tables.map(({ id, number, innovation }) => (
                  <option key={id} value={id}>
                    {number}
                    {innovation ? ` ${parts.innovations[innovation]?.title ?? ''}` : ''}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          label={ANNOUNCE.text}
          hint={ANNOUNCE.textHint(MOST - text.length)}
          error={errors.text}
        >
          {(control) => (
            <textarea
              {...control}
              ref={focusNow}
              rows={3}
              maxLength={MOST}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <NumberField
          label={ANNOUNCE.minutes}
          error={errors.minutes}
          value={minutes}
          onChange={setMinutes}
        />
        <p className="row row--form">
          <button className="button button--primary" aria-disabled={!online || undefined}>
            {ANNOUNCE.say}
          </button>
        </p>
      </form>
      <Said />
    </Sheet>
  )
}

const toWords = (parts: ConsoleParts, to: AnnouncedTo): string =>
  to.kind === 'table'
    ? ANNOUNCE.atTable(parts.tables.find(({ id }) => id === to.table)?.number ?? 0)
    : ANNOUNCE.kinds[to.kind]

/** What is said at present, to whom, and how many screens have it. */
function Said() {
  const { parts, send, online } = useConsole()
  const now = useNow(SECOND)
  const said = saidNow(parts.announcements, now).toReversed()
  return (
    <section className="section">
      <h3>{ANNOUNCE.now}</h3>
      {said.length === 0 && <p className="muted">{ANNOUNCE.none}</p>}
      <ul className="list list--ruled">
        {said.map(({ id, text, to, until }) => {
          const { have, of } = parts.reached[id] ?? { have: 0, of: 0 }
          return (
            <li key={id} className="row">
              <div className="grow">
                <p>{text}</p>
                <p className="muted small">
                  {toWords(parts, to)}, {ANNOUNCE.until(until, parts.show.zone)}.{' '}
                  {ANNOUNCE.reached(have, of)}
                </p>
              </div>
              <button
                type="button"
                className="button button--small"
                aria-disabled={!online || undefined}
                onClick={() =>
                  online &&
                  void send(
                    { type: 'withdraw-announcement', announcement: id },
                    { key: `announcement:${id}`, useful: 15_000, done: ANNOUNCE.withdrawn },
                  )
                }
              >
                {ANNOUNCE.withdraw}
                <span className="vh">: {text}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { useEffect, useRef } from 'react'
import { clockTime } from '#shared/time/zone.ts'
import type { RoundId, TableId } from '#shared/show/words.ts'
import type { Said } from '#shared/wire/render.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from './command-form.tsx'
import { roundSpan } from './my-day.ts'
import { type Phone, usePhone } from './phone-context.ts'
import { roomiest, tableCards, tableOf } from './tables.ts'

/** What became of the last step, at the top of the page; read out when scripts run. */
export function SaidNotice() {
  const phone = usePhone()
  const { said } = phone
  const words = said ? wordsOf(phone, said) : null
  const refused = said?.outcome.ok === false
  const box = useRef<HTMLDivElement>(null)
  const isLive = phone.send !== null
  // The refusal of something pressed far down the page comes into sight, and gets the focus that the
  // press has lost when its button went.
  useEffect(() => {
    if (!isLive || !refused) return
    box.current?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- not when the page comes to life, only when something is said
  }, [said])
  return (
    <div ref={box} tabIndex={-1}>
      <div role="status">{words && !refused && <Notice kind="done" {...words} />}</div>
      <div role="alert">{words && refused && <Notice kind="refused" {...words} />}</div>
      {said && <WithRoom said={said} />}
    </div>
  )
}

/** After a table filled up: those that have room, by name, each one press away. */
function WithRoom({ said: { type, outcome, fields } }: { said: Said }) {
  const { parts, mine } = usePhone()
  const round = fields['round'] as RoundId | undefined
  const isFull = type === 'pick-table' && !outcome.ok && outcome.code === 'table-full'
  if (!isFull || !mine || !round || parts.rounds[round]?.phase !== 'open') return null
  return (
    <ul className="offers">
      {roomiest(tableCards(parts, mine, round)).map(({ id, number, title }) => {
        const command = { type: 'pick-table', round, table: id } as const
        return (
          <li key={id}>
            <CommandForm about={`pick:${round}`} fields={command} command={() => command}>
              <button className="button button--wide">{PHONE.chooseTable(number, title)}</button>
            </CommandForm>
          </li>
        )
      })}
    </ul>
  )
}

function Notice({ kind, title, body }: { kind: 'done' | 'refused'; title: string; body: string }) {
  return (
    <div className={`notice notice--${kind}`}>
      <p className="notice__title">{title}</p>
      {body !== '' && <p>{body}</p>}
    </div>
  )
}

function wordsOf(
  phone: Phone,
  { type, outcome, fields }: Said,
): { title: string; body: string } | null {
  if (!outcome.ok) return split(outcome.message)
  const round = fields['round'] as RoundId | undefined
  const line = round ? phone.parts.rounds[round] : undefined
  switch (type) {
    case 'sign-in':
      return { title: PHONE.done.signedIn(phone.mine?.name ?? ''), body: '' }
    case 'walk-up':
    case 'pick-table': {
      const table = tableOf(phone.parts, (fields['table'] ?? null) as TableId | null, round)
      if (!table || !line || !round) return null
      const span = roundSpan(phone.parts, round, phone.now())
      const time = span ? clockTime(span.from, phone.parts.show.zone) : ''
      return {
        title: PHONE.done.picked(table.number),
        body: PHONE.done.pickedIn(line.number, time, table.place),
      }
    }
    case 'leave-table':
      return { title: PHONE.done.left, body: line ? PHONE.done.leftIn(line.number) : '' }
    default:
      // An answer shows on its own button.
      return null
  }
}

/** The first sentence says what happened, the rest what to do. */
function split(message: string): { title: string; body: string } {
  const end = message.search(/[.:] /)
  if (end < 0) return { title: message.replace(/\.$/, ''), body: '' }
  const rest = message.slice(end + 2)
  return { title: message.slice(0, end), body: rest.charAt(0).toUpperCase() + rest.slice(1) }
}

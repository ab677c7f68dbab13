import { useState } from 'react'
import type { TableId } from '#shared/show/words.ts'
import { dayName } from '#shared/time/zone.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { MOST_TOGETHER } from '#shared/show/requests/requests.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { Field } from '../common/field.tsx'
import { FindPerson } from '../common/find-person.tsx'
import { hostedTables } from '../common/places.ts'
import { useConsole } from '../console-context.ts'
import { ChooseTable } from '../requests/choose-table.tsx'
import { requestsOf, tableName } from '../requests/lines.ts'
import { RequestList } from '../requests/request-list.tsx'
import { useRequest } from '../requests/use-request.ts'
import { PinForm } from './pin-form.tsx'

/** What every seating keeps to for somebody: where they sit and never sit, with whom, how often, on which days. */
export function PersonSeating({ person }: { person: PersonLine }) {
  const { parts, may } = useConsole()
  const isHost = hostedTables(parts.hosts).has(person.id)
  if (isHost || !person.roles.includes('delegate') || parts.tables.length === 0) return null
  const lines = requestsOf(parts, person.id)
  return (
    <section>
      <h3>{REQUESTS.title}</h3>
      {lines.length === 0 ? (
        <p className="muted">{REQUESTS.none}</p>
      ) : (
        <RequestList lines={lines} />
      )}
      {may('set-most') && <Most person={person} />}
      {may('set-days') && <Days person={person} />}
      {may('set-ban') && (
        <details className="more">
          <summary>{REQUESTS.pinTitle}</summary>
          <PinForm person={person} />
        </details>
      )}
      {may('set-ban') && (
        <details className="more">
          <summary>{REQUESTS.banTitle}</summary>
          <Ban person={person} />
        </details>
      )}
      {may('set-company') && (
        <details className="more">
          <summary>{REQUESTS.groupTitle}</summary>
          <Company person={person} />
        </details>
      )}
    </section>
  )
}

function Ban({ person }: { person: PersonLine }) {
  const { parts, online } = useConsole()
  const ask = useRequest()
  const [table, setTable] = useState<TableId | ''>('')
  const ban = async (): Promise<void> => {
    if (table === '' || !online) return
    const command = { type: 'set-ban' as const, person: person.id, table }
    const done = await ask(
      { ...command, banned: true },
      {
        done: REQUESTS.banned(person.name, tableName(parts, table)),
        undo: { ...command, banned: false },
      },
    )
    if (done) setTable('')
  }
  return (
    <>
      <p className="muted">{REQUESTS.banHow}</p>
      <ChooseTable
        label={REQUESTS.banTable}
        value={table}
        not={parts.requests.bans[person.id] ?? []}
        onChange={setTable}
      />
      <p className="form__act">
        <button
          type="button"
          className="button"
          aria-disabled={table === '' || !online || undefined}
          onClick={() => void ban()}
        >
          {REQUESTS.banDo}
        </button>
      </p>
    </>
  )
}

function Company({ person }: { person: PersonLine }) {
  const { parts } = useConsole()
  const ask = useRequest()
  const hosted = hostedTables(parts.hosts)
  const group = parts.requests.groups.find((one) => one.includes(person.id)) ?? [person.id]
  const others = group.filter((id) => id !== person.id)
  const set = (more: typeof others) => ({
    type: 'set-company' as const,
    person: person.id,
    others: [...others, ...more],
  })
  if (group.length >= MOST_TOGETHER) return <p className="muted">{REQUESTS.groupFull}</p>
  return (
    <>
      <p className="muted">{REQUESTS.groupHow}</p>
      <FindPerson
        label={REQUESTS.groupWith}
        act={REQUESTS.groupDo}
        may={({ id, roles }) =>
          !group.includes(id) && !hosted.has(id) && roles.includes('delegate')
        }
        choose={(other) =>
          ask(set([other.id]), { done: REQUESTS.grouped(person.name, other.name), undo: set([]) })
        }
      />
    </>
  )
}

const MOST_OFFERED = 12

function Most({ person }: { person: PersonLine }) {
  const { parts } = useConsole()
  const ask = useRequest()
  const now = parts.requests.most[person.id] ?? null
  const numbers = Array.from({ length: Math.max(MOST_OFFERED, now ?? 0) }, (_, index) => index + 1)
  const set = (most: number | null) => ({ type: 'set-most' as const, most, person: person.id })
  return (
    <Field label={REQUESTS.most}>
      {(control) => (
        <select
          {...control}
          className="input--short"
          value={now ?? ''}
          onChange={({ target: { value } }) => {
            const most = value === '' ? null : Number(value)
            void ask(set(most), { done: REQUESTS.mostSaid(person.name, most), undo: set(now) })
          }}
        >
          <option value="">{REQUESTS.anyNumber}</option>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Only where there are several days. */
function Days({ person }: { person: PersonLine }) {
  const { parts } = useConsole()
  const ask = useRequest()
  const { days } = parts.show
  if (days.length < 2) return null
  const now = parts.requests.days[person.id] ?? null
  const coming = days.filter((day) => now === null || now.includes(day))
  const set = (some: readonly string[] | null) => ({
    type: 'set-days' as const,
    person: person.id,
    days: some && [...some],
  })
  const toggle = (day: string): void => {
    const next = days.filter((one) => coming.includes(one) !== (one === day))
    // Whoever comes on no day is not at the event: that is said by taking them off the list.
    if (next.length === 0) return
    void ask(set(next.length === days.length ? null : next), {
      done: REQUESTS.daysSaid(person.name, next.map(dayName)),
      undo: set(now),
    })
  }
  return (
    <fieldset className="field">
      <legend>{REQUESTS.days}</legend>
      <span className="field__hint">{REQUESTS.daysHint}</span>
      <div className="choices">
        {days.map((day) => (
          <label className="choice" key={day}>
            <input
              type="checkbox"
              checked={coming.includes(day)}
              disabled={coming.length === 1 && coming.includes(day)}
              onChange={() => toggle(day)}
            />
            <span>{dayName(day)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

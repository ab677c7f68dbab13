import { type FormEvent, useState } from 'react'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { Field } from '../common/field.tsx'
import { FindPerson } from '../common/find-person.tsx'
import { hostedTables, roundsInOrder } from '../common/places.ts'
import { useConsole } from '../console-context.ts'
import { ChooseTable } from '../requests/choose-table.tsx'
import { nameOf, tableName } from '../requests/lines.ts'
import { useRequest } from '../requests/use-request.ts'

const MOST_PINNED = 6

/** Somebody, alone or with others, is to sit at a table: in one round, or in some round. */
export function PinForm({ person }: { person: PersonLine }) {
  const { parts, online } = useConsole()
  const ask = useRequest()
  const [table, setTable] = useState<TableId | ''>('')
  const [round, setRound] = useState<RoundId | ''>('')
  const [others, setOthers] = useState<readonly PersonId[]>([])
  const hosted = hostedTables(parts.hosts)
  const people = [person.id, ...others]
  const rounds = roundsInOrder(parts).filter(({ phase }) => phase !== 'ended')
  const pin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (table === '' || !online) return
    const command = { type: 'set-pin' as const, people, table, round: round === '' ? null : round }
    const number = round === '' ? null : (parts.rounds[round]?.number ?? null)
    const names = people.map((id) => nameOf(parts, id))
    const done = await ask(
      { ...command, pinned: true },
      {
        done: REQUESTS.pinned(names, tableName(parts, table), number),
        undo: { ...command, pinned: false },
      },
    )
    if (!done) return
    setTable('')
    setRound('')
    setOthers([])
  }
  return (
    <form onSubmit={(event) => void pin(event)}>
      <ChooseTable
        label={REQUESTS.pinTable}
        value={table}
        not={parts.requests.bans[person.id] ?? []}
        onChange={setTable}
      />
      <Field label={REQUESTS.pinRound}>
        {(control) => (
          <select
            {...control}
            value={round}
            onChange={(event) => setRound(event.target.value as RoundId | '')}
          >
            <option value="">{REQUESTS.someRound}</option>
            {rounds.map(({ id, number }) => (
              <option key={id} value={id}>
                {REQUESTS.inRound(number)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {others.length > 0 && (
        <ul className="list" aria-label={REQUESTS.pinWith}>
          {others.map((id) => (
            <li key={id} className="row row--ends">
              <span className="grow">{nameOf(parts, id)}</span>
              <button
                type="button"
                className="button button--quiet button--small"
                onClick={() => setOthers(others.filter((one) => one !== id))}
              >
                {REQUESTS.leaveOut}
                <span className="vh"> {nameOf(parts, id)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.length < MOST_PINNED && (
        <FindPerson
          label={REQUESTS.pinWith}
          act={REQUESTS.addToPin}
          may={({ id }) => !people.includes(id) && !hosted.has(id)}
          choose={({ id }) => {
            setOthers([...others, id])
            return Promise.resolve(true)
          }}
        />
      )}
      <p className="form__act">
        <button className="button" aria-disabled={table === '' || !online || undefined}>
          {REQUESTS.pinDo}
        </button>
      </p>
    </form>
  )
}

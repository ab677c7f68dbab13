import { type FormEvent, useState } from 'react'
import { roundsToCome } from '#shared/show/choosing/course.ts'
import type { TableId } from '#shared/show/words.ts'
import type { WindowLine } from '#shared/views/common.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, POLICY } from '#shared/words/console-choosing.ts'
import { WINDOW } from '#shared/words/console-window.ts'
import type { SeatingAnswer } from '#shared/wire/seating.ts'
import { Field } from '../common/field.tsx'
import { NumberField } from '../common/number-field.tsx'
import { useConsole } from '../console-context.ts'
import { Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'
import { Radios } from './choices.tsx'
import { Compare } from './compare.tsx'
import { tablesOf } from './demand.ts'
import { SeatingSaid } from './seating-state.tsx'
import { Unkept } from './unkept.tsx'
import { useSeating } from './use-seating.ts'
import {
  askOf,
  asItIs,
  isWrongMost,
  keeping,
  whoFallsOut,
  type WhatIfFields,
  wrongSeats,
} from './what-if-draft.ts'

/** Other seats, another policy, other people: tried beside the seating there is, kept when it is better. */
export function WhatIf({ window, run }: { window: WindowLine; run: SeatingLine }) {
  const { parts, online, ask, send, say } = useConsole()
  const { course } = useCourse()
  const { state, request, stop } = useSeating(window.id)
  const [fields, setFields] = useState<WhatIfFields>(() => asItIs(window))
  const [tried, setTried] = useState<{ fields: WhatIfFields; answer: SeatingAnswer } | null>(null)
  const busy = state.kind === 'busy'
  const wrong = wrongSeats(fields)
  const isWrong = wrong.length > 0 || isWrongMost(fields)
  const set = (change: Partial<WhatIfFields>): void => {
    setFields((now) => ({ ...now, ...change }))
    // What is shown beside must be what the form says.
    setTried(null)
  }
  const tryIt = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || !online || isWrong) return
    setTried(null)
    const answer = await request(askOf(fields))
    if (answer.ok) setTried({ fields, answer: answer.body })
  }
  const keep = async (): Promise<void> => {
    if (!tried || busy) return
    const rounds = roundsToCome(course, window).map(({ id }) => id)
    const closed = Object.keys(tried.fields.tables).filter(
      (id) => Number(tried.fields.tables[id as TableId]) === 0,
    ) as TableId[]
    const numbers = parts.tables.filter(({ id }) => closed.includes(id)).map(({ number }) => number)
    const out = whoFallsOut(parts.picks, rounds, closed)
    if (numbers.length > 0 && !(await ask(CHOOSING.keepClosesAsk(numbers, out.size)))) return
    const commands = keeping(tried.fields, window, rounds, parts.tables)
    const saved =
      commands.length === 0 ||
      (await send({ type: 'batch', commands }, { key: `what-if:${window.id}`, useful: 15_000 })).ok
    if (!saved) return
    const answer = await request({ keep: true })
    if (!answer.ok) return
    setTried(null)
    setFields({ ...tried.fields, tables: {} })
    say({ kind: 'done', text: CHOOSING.kept })
  }
  return (
    <section className="panel what-if">
      <h3>{CHOOSING.whatIf}</h3>
      <p className="small muted">{CHOOSING.whatIfHow}</p>
      <form onSubmit={(event) => void tryIt(event)} noValidate>
        <div className="panes">
          <TableSeats window={window} fields={fields} set={set} wrong={wrong} />
          <div>
            <Radios
              legend={CHOOSING.policyLegend}
              value={fields.policy}
              choices={(['nested', 'strict'] as const).map((value) => ({
                value,
                label: POLICY[value],
              }))}
              onChange={(policy) => set({ policy })}
            />
            <label className="choice">
              <input
                type="checkbox"
                checked={fields.everyone}
                onChange={(event) => set({ everyone: event.target.checked })}
              />
              <span>{CHOOSING.everyone}</span>
            </label>
            <NumberField
              label={WINDOW.perOrganisation}
              hint={WINDOW.perOrganisationHint}
              error={isWrongMost(fields) ? CHOOSING.badMost : undefined}
              value={fields.perOrganisation}
              onChange={(value) => set({ perOrganisation: value })}
            />
          </div>
        </div>
        <p className="row form__act">
          <button
            className="button"
            aria-busy={busy || undefined}
            aria-disabled={!online || undefined}
          >
            {CHOOSING.tryIt}
          </button>
        </p>
      </form>
      <SeatingSaid state={state} stop={stop} />
      {tried && (
        <>
          <Compare
            run={run}
            then={tried.answer}
            tables={Object.keys(tried.fields.tables) as TableId[]}
          />
          <Unkept pins={tried.answer.unkept} />
          <p className="row">
            <Press off={!online || busy} onPress={() => void keep()}>
              {CHOOSING.keepIt}
            </Press>
            <span className="small muted">{CHOOSING.keepHow}</span>
          </p>
        </>
      )}
    </section>
  )
}

function TableSeats({
  window,
  fields,
  set,
  wrong,
}: {
  window: WindowLine
  fields: WhatIfFields
  set: (change: Partial<WhatIfFields>) => void
  wrong: readonly TableId[]
}) {
  const { parts } = useConsole()
  const all = tablesOf(parts, window)
  const chosen = all.filter(({ id }) => fields.tables[id] !== undefined)
  const rest = all.filter(({ id }) => fields.tables[id] === undefined)
  const change = (id: TableId, seats: string): void =>
    set({ tables: { ...fields.tables, [id]: seats } })
  const forget = (id: TableId): void => {
    const { [id]: _, ...others } = fields.tables
    set({ tables: others })
  }
  return (
    <div>
      {chosen.map(({ id, number }) => (
        <div className="what-if__table" key={id}>
          <NumberField
            label={CHOOSING.seatsOf(number)}
            error={wrong.includes(id) ? CHOOSING.badSeats : undefined}
            value={fields.tables[id] ?? ''}
            onChange={(value) => change(id, value)}
          />
          <button type="button" className="button button--small" onClick={() => change(id, '0')}>
            {CHOOSING.closeTable}
            <span className="vh">{CHOOSING.ofTable(number)}</span>
          </button>
          <button
            type="button"
            className="button button--quiet button--small"
            onClick={() => forget(id)}
          >
            {CHOOSING.forget}
            <span className="vh">{CHOOSING.ofTable(number)}</span>
          </button>
        </div>
      ))}
      {rest.length > 0 && (
        <Field label={CHOOSING.tryTable}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={(event) => {
                const table = all.find(({ id }) => id === event.target.value)
                if (table) change(table.id, String(table.capacity))
              }}
            >
              <option value="" disabled>
                {CHOOSING.chooseTable}
              </option>
              {rest.map(({ id, number, innovation }) => (
                <option key={id} value={id}>
                  {`${number}, ${parts.innovations[innovation]?.title ?? ''}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  )
}

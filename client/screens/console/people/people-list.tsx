import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { PersonId } from '#shared/show/words.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { ROLE_WORDS } from '#shared/words/console-data.ts'
import { listed } from '#shared/words/refusals.ts'
import { useConsole } from '../console-context.ts'
import { usePaged } from '../common/paged.tsx'
import { hostedTables, roundNow, roundsInOrder, whereIs, whoSits } from '../common/places.ts'
import { CheckIn, useCheckIn } from './check-in.tsx'

/** People as rows; arrow keys go from row to row, up from the first goes back to the search. */
export function PeopleList({
  people,
  of,
  list,
  open,
  leave,
}: {
  people: readonly PersonLine[]
  /** what they were found by: another question begins at the top of its own answers */
  of: string
  list: RefObject<HTMLTableElement | null>
  open: (person: PersonId) => void
  leave: () => void
}) {
  const { parts, may } = useConsole()
  const { shown, more } = usePaged(people, 100, of)
  const check = useCheckIn()
  const round = roundNow(roundsInOrder(parts))
  const hosted = useMemo(() => hostedTables(parts.hosts), [parts.hosts])
  const { picks, walkUps } = parts
  const sits = useMemo(() => whoSits({ picks, walkUps }), [picks, walkUps])
  const numbers = useMemo(
    () => new Map(parts.tables.map((table) => [table.id, table.number])),
    [parts.tables],
  )
  const mayCheckIn = may('check-in')
  const keepPlace = usePlaceKept(list, people)

  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const button = event.target as HTMLElement
    const row = button.closest<HTMLElement>('[data-row]')
    if (!row) return
    event.preventDefault()
    const to = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
    if (!to) {
      if (event.key === 'ArrowUp') leave()
      return
    }
    const column = [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement)
    const buttons = to.querySelectorAll('button')
    buttons[Math.min(Math.max(0, column), buttons.length - 1)]?.focus()
  }

  return (
    <>
      {/* The keys come from the buttons in its rows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className="table table--stack people__list" ref={list} onKeyDown={move} {...keepPlace}>
        <thead>
          <tr>
            <th scope="col">{PEOPLE.name}</th>
            <th scope="col">{PEOPLE.organisation}</th>
            <th scope="col">{PEOPLE.jobTitle}</th>
            {round ? <th scope="col">{PEOPLE.inRound(round.number)}</th> : null}
            <th scope="col">{PEOPLE.here}</th>
            <th scope="col">
              <span className="vh">{PEOPLE.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => {
            const where = round ? whereIs(sits, hosted, round.id, person.id) : null
            return (
              <Row
                key={person.id}
                person={person}
                here={timeOf(parts.here[person.id], parts.show.zone)}
                table={round === null ? null : where ? (numbers.get(where.table) ?? 0) : ''}
                state={check.stateOf(person.id)}
                check={mayCheckIn ? check.check : null}
                open={open}
              />
            )
          })}
        </tbody>
      </table>
      {more}
    </>
  )
}

/** A row that leaves the list (somebody not here was checked in) hands the focus to the one that takes its place. */
function usePlaceKept(list: RefObject<HTMLTableElement | null>, people: readonly PersonLine[]) {
  const last = useRef<number | null>(null)
  const rows = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ]
  useEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return
    const all = rows()
    all[Math.min(last.current, all.length - 1)]?.querySelector('button')?.focus()
    // `rows` only reads what the list holds when it is called.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [people])
  return {
    onFocus: (event: FocusEvent): void => {
      const row = event.target.closest<HTMLElement>('[data-row]')
      last.current = row ? rows().indexOf(row) : null
    },
    // Whoever went elsewhere is not called back.
    onBlur: (event: FocusEvent): void => {
      if (event.target.isConnected) last.current = null
    },
  }
}

const timeOf = (at: number | undefined, zone: string): string | null =>
  at === undefined ? null : clockTime(at, zone)

/** Drawn anew only when something of its own person changes: a check-in redraws one row of hundreds. */
const Row = memo(function Row({
  person,
  here,
  table,
  state,
  check,
  open,
}: {
  person: PersonLine
  /** the time they were checked in; null: not here */
  here: string | null
  /** '' nowhere, null: there are no rounds */
  table: number | '' | null
  state: 'sending' | 'waiting' | null
  check: ((person: PersonLine, arrive: boolean) => void) | null
  open: (person: PersonId) => void
}) {
  const others = person.roles.filter((role) => role !== 'delegate').map((role) => ROLE_WORDS[role])
  const does = [listed(others), person.jobTitle].filter((words) => words !== '').join(', ')
  return (
    <tr data-row="">
      <th scope="row">{person.name === '' ? PEOPLE.noName : person.name}</th>
      <td>{person.organisation}</td>
      <td className="muted">{does}</td>
      {table === null ? null : (
        <td data-label={PEOPLE.table} className="nowrap">
          {table === '' ? null : <span className="num">{table}</span>}
        </td>
      )}
      <td>
        {here === null ? (
          <span className="chip">{PEOPLE.notYet}</span>
        ) : (
          <span className="chip chip--running">{PEOPLE.hereSince(here)}</span>
        )}
      </td>
      <td className="actions-cell">
        <span className="row row--actions">
          {check ? (
            <CheckIn person={person} here={here !== null} state={state} check={check} />
          ) : null}
          <button
            type="button"
            className="button button--quiet button--small"
            aria-haspopup="dialog"
            onClick={() => open(person.id)}
          >
            {PEOPLE.more}
            <span className="vh"> {person.name}</span>
          </button>
        </span>
      </td>
    </tr>
  )
})

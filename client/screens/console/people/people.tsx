import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { PersonId, Role } from '#shared/show/words.ts'
import { ROLES } from '#shared/show/words.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import { ROLE_WORDS } from '#shared/words/console-data.ts'
import '../../../style/console-data.css'
import { useConsole } from '../console-context.ts'
import { forgetQuery } from '../common/forget-query.ts'
import { findIndex, findPeople, type PeopleFilter } from '#shared/views/find-people.ts'
import { Key } from '../press.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { PersonForm } from './person-form.tsx'
import { PeopleList } from './people-list.tsx'
import { PersonSheet } from './person-sheet.tsx'
import { WalkIn } from './walk-in/walk-in.tsx'

const EVERYONE: PeopleFilter = { query: '', role: 'all', here: 'all' }
type Open =
  | { kind: 'person'; person: PersonId }
  | { kind: 'add'; name: string }
  | { kind: 'walk-in'; name: string }
  | null

/** `?person=…` opens a person, `?q=…` looks for one, `?here=not-here` shows who is missing. */
function asked(query: string): { filter: PeopleFilter; open: Open } {
  const params = new URLSearchParams(query)
  const person = params.get('person') as PersonId | null
  const here = params.get('here')
  return {
    filter: {
      ...EVERYONE,
      query: params.get('q') ?? '',
      here: here === 'here' || here === 'not-here' ? here : 'all',
    },
    open: person === null ? null : { kind: 'person', person },
  }
}

/** As the server's prints read it: those that are shown, and no others. */
function asQuery({ query, role, here }: PeopleFilter): string {
  const asked = new URLSearchParams()
  if (query.trim() !== '') asked.set('q', query.trim())
  if (role !== 'all') asked.set('role', role)
  if (here !== 'all') asked.set('here', here)
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

/** Everyone on the list: found as one types, checked in at a press. */
export function People() {
  const { parts, may, organiser, links } = useConsole()
  const { people, here } = parts
  const [first] = useState(() => asked(location.search))
  const [filter, setFilter] = useState(first.filter)
  const [open, setOpen] = useState<Open>(first.open)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLTableElement>(null)
  const index = useMemo(() => findIndex(people), [people])
  const later = useDeferredValue(filter)
  const found = useMemo(() => findPeople(index, here, later), [index, here, later])
  const hereCount = people.filter((person) => here[person.id] !== undefined).length
  const change = (more: Partial<PeopleFilter>): void => setFilter({ ...filter, ...more })
  const add = may('save-person') ? (name: string) => setOpen({ kind: 'add', name }) : null
  const walkIn = add ? (name: string) => setOpen({ kind: 'walk-in', name }) : null
  const sought = later.query.trim()
  /** Is nobody on the list called so, whatever the filters leave out? */
  const isUnknown = (query: string): boolean =>
    query.trim() !== '' && findPeople(index, here, { ...EVERYONE, query }).length === 0

  if (people.length === 0) {
    return (
      <div className="empty">
        <h1>{PEOPLE.emptyTitle}</h1>
        <p>{PEOPLE.emptyWords}</p>
        <p className="row">
          {organiser ? (
            <ScreenLink to="files" className="button button--primary">
              {PEOPLE.loadList}
            </ScreenLink>
          ) : null}
          {add ? (
            <button type="button" className="button" onClick={() => add('')}>
              {PEOPLE.addOne}
            </button>
          ) : null}
        </p>
        <Sheets open={open} setOpen={setOpen} />
      </div>
    )
  }
  return (
    <div className="people">
      <div className="people__tools">
        <h1>{PEOPLE.title}</h1>
        <form
          className="find"
          role="search"
          onSubmit={(event) => {
            event.preventDefault()
            // The answer to what is typed now: the list may still be a letter behind.
            if (walkIn && isUnknown(filter.query)) return walkIn(filter.query.trim())
            list.current?.querySelector<HTMLElement>('[data-row] button')?.focus()
          }}
        >
          <p className="field">
            <label htmlFor="find-person">{PEOPLE.find}</label>
            <input
              id="find-person"
              type="search"
              autoComplete="off"
              spellCheck={false}
              ref={search}
              value={filter.query}
              onChange={(event) => change({ query: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && filter.query !== '') change({ query: '' })
                if (event.key !== 'ArrowDown') return
                event.preventDefault()
                list.current?.querySelector<HTMLElement>('[data-row] button')?.focus()
              }}
            />
          </p>
        </form>
        <dl className="facts">
          <div>
            <dt>{PEOPLE.onList}</dt>
            <dd>{people.length.toLocaleString('en-GB')}</dd>
          </div>
          <div>
            <dt>{PEOPLE.hereCount}</dt>
            <dd>{hereCount.toLocaleString('en-GB')}</dd>
          </div>
        </dl>
      </div>
      <div className="row row--ends people__filters">
        <Filters filter={filter} change={change} />
        <p className="row">
          {walkIn ? (
            <button type="button" className="button button--small" onClick={() => walkIn('')}>
              {WALK_IN.open}
            </button>
          ) : null}
          {add ? (
            <button
              type="button"
              className="button button--small"
              onClick={() => add(filter.query)}
            >
              {PEOPLE.add}
            </button>
          ) : null}
          <a className="button button--small" href={links.badges} target="_blank" rel="noreferrer">
            {PEOPLE.badges}
          </a>
          <a
            className="button button--small"
            href={`${links.days}${asQuery(filter)}`}
            target="_blank"
            rel="noreferrer"
          >
            {PEOPLE.printDays}
          </a>
        </p>
      </div>
      <p role="status" className="vh">
        {later === EVERYONE ? '' : PEOPLE.found(found.length)}
      </p>
      {found.length === 0 ? (
        <div className="empty">
          <h2>{sought === '' ? PEOPLE.noMatchFilter : PEOPLE.noMatch(sought)}</h2>
          <p>{PEOPLE.noMatchHint}</p>
          <p className="row">
            {walkIn && isUnknown(sought) ? (
              <button
                type="button"
                className="button button--primary"
                onClick={() => walkIn(sought)}
              >
                {WALK_IN.notListed(sought)} <Key>Enter</Key>
              </button>
            ) : null}
            <button type="button" className="button" onClick={() => setFilter(EVERYONE)}>
              {PEOPLE.showAll}
            </button>
          </p>
        </div>
      ) : (
        <PeopleList
          of={`${later.query} ${later.role} ${later.here}`}
          people={found}
          list={list}
          open={(person) => setOpen({ kind: 'person', person })}
          leave={() => search.current?.focus()}
        />
      )}
      <Sheets open={open} setOpen={setOpen} />
    </div>
  )
}

function Filters({
  filter,
  change,
}: {
  filter: PeopleFilter
  change: (more: Partial<PeopleFilter>) => void
}) {
  const choices = [
    ['all', PEOPLE.everyone],
    ['here', PEOPLE.here],
    ['not-here', PEOPLE.notHere],
  ] as const
  return (
    <div className="filters">
      {choices.map(([here, words]) => (
        <button
          key={here}
          type="button"
          className="button button--small"
          aria-pressed={filter.here === here}
          onClick={() => change({ here })}
        >
          {words}
        </button>
      ))}
      <label className="filters__role">
        <span className="vh">{PEOPLE.role}</span>
        <select
          className="input"
          value={filter.role}
          onChange={(event) => change({ role: event.target.value as Role | 'all' })}
        >
          <option value="all">{PEOPLE.allRoles}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Sheets({ open, setOpen }: { open: Open; setOpen: (open: Open) => void }) {
  const { parts } = useConsole()
  if (open === null) return null
  const close = (): void => {
    forgetQuery()
    setOpen(null)
  }
  if (open.kind === 'add') return <PersonForm name={open.name} close={close} />
  if (open.kind === 'walk-in') return <WalkIn name={open.name} close={close} />
  const person = parts.people.find((one) => one.id === open.person)
  return <PersonSheet key={open.person} person={person ?? null} close={close} />
}

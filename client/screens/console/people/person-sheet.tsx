import { useState } from 'react'
import { clockTime } from '#shared/time/zone.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { ROLE_WORDS } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'
import { Badge } from './badge.tsx'
import { CheckIn, useCheckIn } from './check-in.tsx'
import { Erase } from './erase.tsx'
import { PersonFields } from './person-form.tsx'
import { PersonSeating } from './person-seating.tsx'
import { PersonTables } from './person-tables.tsx'
import { usePersonLink } from './person-link.ts'

/** One person: what they do, whether they are here, where they sit, their badge; to change and to erase. */
export function PersonSheet({ person, close }: { person: PersonLine | null; close: () => void }) {
  const [mode, setMode] = useState<'see' | 'edit' | 'erase'>('see')
  const held = usePersonLink(person?.id ?? null)
  if (person === null) {
    return (
      <Sheet title={PEOPLE.noName} close={close}>
        <p>{PEOPLE.gone}</p>
      </Sheet>
    )
  }
  const see = (): void => setMode('see')
  const name = person.name === '' ? PEOPLE.noName : person.name
  if (mode === 'erase') {
    return (
      <Sheet title={PEOPLE.eraseTitle(name)} close={close}>
        <Erase person={person} details={held.link?.details ?? null} keep={see} close={close} />
      </Sheet>
    )
  }
  if (mode === 'edit' && held.link) {
    return (
      <Sheet title={PEOPLE.editTitle(name)} close={close}>
        <PersonFields
          person={person.id}
          first={{ details: held.link.details, roles: person.roles }}
          isNew={false}
          close={() => {
            held.again()
            see()
          }}
        />
      </Sheet>
    )
  }
  return (
    <Sheet title={name} close={close} wide>
      <Who person={person} />
      <PersonTables person={person} />
      <PersonSeating person={person} />
      <Badge person={person} held={held} />
      <Actions canEdit={held.link !== null} setMode={setMode} />
    </Sheet>
  )
}

function Who({ person }: { person: PersonLine }) {
  const { parts, may } = useConsole()
  const check = useCheckIn()
  const at = parts.here[person.id]
  return (
    <div className="row row--ends">
      <div className="grow">
        <p>{[person.organisation, person.jobTitle].filter((words) => words !== '').join(', ')}</p>
        <p className="row">
          {person.roles.map((role) => (
            <span className="chip" key={role}>
              {ROLE_WORDS[role]}
            </span>
          ))}
          {at === undefined ? (
            <span className="chip">{PEOPLE.notYet}</span>
          ) : (
            <span className="chip chip--running">
              {PEOPLE.checkedIn(clockTime(at, parts.show.zone))}
            </span>
          )}
        </p>
      </div>
      {may('check-in') ? (
        <CheckIn
          person={person}
          here={at !== undefined}
          state={check.stateOf(person.id)}
          check={check.check}
        />
      ) : null}
    </div>
  )
}

function Actions({
  canEdit,
  setMode,
}: {
  canEdit: boolean
  setMode: (mode: 'edit' | 'erase') => void
}) {
  const { may } = useConsole()
  return (
    <div className="row row--ends sheet__foot">
      {may('save-person') ? (
        <button
          type="button"
          className="button"
          aria-disabled={!canEdit}
          onClick={() => canEdit && setMode('edit')}
        >
          {PEOPLE.edit}
        </button>
      ) : null}
      {may('erase-person') ? (
        <button type="button" className="button button--danger" onClick={() => setMode('erase')}>
          {PEOPLE.erase}
        </button>
      ) : null}
    </div>
  )
}

import { useState } from 'react'
import { ROLES, type Role } from '#shared/show/words.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { EVENT } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { Invite } from './invite.tsx'
import { Part } from './part.tsx'
import { SignInLink } from './sign-in-link.tsx'

/** Who organises this event beside whoever knows the passphrase: invite, hand over the link, take the role away. */
export function Organisers() {
  const { parts } = useConsole()
  const [shown, setShown] = useState<PersonId | null>(null)
  const [inviting, setInviting] = useState(false)
  const organisers = parts.people.filter(({ roles }) => roles.includes('organiser'))
  return (
    <Part title={EVENT.organisersTitle} lead={EVENT.organisersLead}>
      {organisers.length === 0 ? (
        <p className="muted">{EVENT.nobodyInvited}</p>
      ) : (
        <ul className="list list--ruled">
          {organisers.map((person) => (
            <Organiser
              key={person.id}
              person={person}
              shown={shown === person.id}
              show={(on) => setShown(on ? person.id : null)}
            />
          ))}
        </ul>
      )}
      {inviting ? (
        <Invite
          done={(person) => {
            setInviting(false)
            setShown(person)
          }}
          close={() => setInviting(false)}
        />
      ) : (
        <p className="form__act">
          <button type="button" className="button" onClick={() => setInviting(true)}>
            {EVENT.invite}
          </button>
        </p>
      )}
    </Part>
  )
}

function Organiser({
  person,
  shown,
  show,
}: {
  person: PersonLine
  shown: boolean
  show: (on: boolean) => void
}) {
  const { ask, send } = useConsole()
  const { id, name, organisation, roles } = person
  const others: Role[] = ROLES.filter((role) => role !== 'organiser' && roles.includes(role))
  const takeAway = async (): Promise<void> => {
    const title = EVENT.takeTitle(name)
    const body = EVENT.takeBody(name, others.length === 0)
    if (!(await ask({ title, body, yes: EVENT.takeYes, danger: true }))) return
    // Nobody is on the list without a role.
    const left: Role[] = others.length === 0 ? ['delegate'] : others
    await send(
      { type: 'save-person', person: id, roles: left, details: null },
      { key: `organiser:${id}`, useful: 15_000, done: EVENT.taken(name) },
    )
  }
  return (
    <li>
      <div className="row row--ends event__organiser">
        <p className="grow">
          <b>{name}</b>
          {organisation !== '' && <span className="about">, {organisation}</span>}
        </p>
        <button
          type="button"
          className="button button--small"
          aria-expanded={shown}
          onClick={() => show(!shown)}
        >
          {shown ? EVENT.hideLink : EVENT.showLink}
          <span className="vh">: {name}</span>
        </button>
        <button
          type="button"
          className="button button--quiet button--small"
          onClick={() => void takeAway()}
        >
          {EVENT.takeRole}
          <span className="vh">: {name}</span>
        </button>
      </div>
      {shown && <SignInLink person={person} />}
    </li>
  )
}

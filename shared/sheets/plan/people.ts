import { ROLES, type PersonId, type Role } from '#shared/show/words.ts'
import { list } from '#shared/sheets/text.ts'
import type { LeftOut, PersonRow } from '#shared/sheets/types.ts'
import { agree, sameEmail, sameText, type Held } from './directory.ts'
import { nowWords, present } from './words.ts'
import type { RowPlan, Work } from './work.ts'

/** Adds or changes the person of one row; `known` is who it is. */
export function planPerson(work: Work, plan: RowPlan, row: PersonRow, known: Held | null): void {
  if (!known) return addPerson(work, plan, row)
  work.named.add(known.id)
  const passedOn = isPassedOn(known, row)
  const details = passedOn ? detailsOf(row) : merged(known, row)
  const before = work.show.people[known.id]?.roles ?? []
  const roles = rolesOf(before, row)
  const says = [...differences(known, details), ...rolesChange(before, roles)]
  if (says.length === 0) return
  if (!work.send(plan, { type: 'save-person', person: known.id, roles, details })) return
  plan.says.push(...says)
  if (!passedOn) return
  plan.says.push('The ticket has a new holder, so the link and code of the last one end.')
  work.send(plan, { type: 'renew-pass', person: known.id })
}

function addPerson(work: Work, plan: RowPlan, row: PersonRow): void {
  const person = work.newId<PersonId>('per')
  const added = work.send(plan, {
    type: 'save-person',
    person,
    roles: inOrder(row.roles),
    details: detailsOf(row),
  })
  if (added) plan.isNew = true
}

const detailsOf = (row: PersonRow) => ({
  name: row.name,
  organisation: row.organisation ?? '',
  jobTitle: row.jobTitle ?? '',
  email: row.email ?? '',
  ticket: row.ticket ?? '',
})

/** A blank cell takes nothing away: another file may have said it. */
const merged = (known: Held, row: PersonRow) => ({
  name: row.name,
  organisation: row.organisation ?? known.organisation,
  jobTitle: row.jobTitle ?? known.jobTitle,
  // An address means the same in capitals.
  email: row.email !== null && !sameEmail(row.email, known.email) ? row.email : known.email,
  ticket: row.ticket ?? known.ticket,
})

/** The ticket is known, and both name and address are somebody else's. */
const isPassedOn = (known: Held, row: PersonRow): boolean =>
  !sameText(known.name, row.name) && row.email !== null && !agree(known.email, row.email)

/**
 * What the file says they do counts; when it says nothing, what they are counts. Presenting follows
 * from the innovations, and being an organiser is never a file's business.
 */
function rolesOf(before: readonly Role[], row: PersonRow): Role[] {
  if (!row.rolesSaid && before.length > 0) return [...before]
  const roles = inOrder([
    ...row.roles,
    ...before.filter((role) => role === 'organiser' || role === 'presenter'),
  ])
  return roles.join() === inOrder(before).join() ? [...before] : roles
}

export const inOrder = (roles: readonly Role[]): Role[] =>
  ROLES.filter((role) => roles.includes(role))

const ROLE_WORDS: Record<Role, string> = {
  organiser: 'organiser',
  'stage-manager': 'stage manager',
  helper: 'helper',
  presenter: 'presenter',
  delegate: 'delegate',
}

function rolesChange(before: readonly Role[], roles: readonly Role[]): string[] {
  const words = (some: readonly Role[]): string => list(some.map((role) => ROLE_WORDS[role]))
  return before.join() === roles.join()
    ? []
    : [`Is now ${words(roles)}${before.length === 0 ? '' : ` (was ${words(before)})`}.`]
}

function differences(was: Held, now: Omit<Held, 'id'>): string[] {
  return present([
    nowWords('Name', now.name, was.name),
    nowWords('Organisation', now.organisation, was.organisation),
    nowWords('Job title', now.jobTitle, was.jobTitle),
    nowWords('E-mail', now.email, was.email),
    nowWords('Ticket number', now.ticket, was.ticket),
  ])
}

/** A row that stays out may be of somebody who came in with an earlier file. */
export function planLeftOut(work: Work, plan: RowPlan, { who }: LeftOut): void {
  if (!who) return
  const { ticket, email, name } = who
  const inside = [
    ...(ticket === null ? [] : work.people.byTicket(ticket)),
    ...(email === null
      ? []
      : work.people.byName(name).filter((held) => sameEmail(held.email, email))),
  ]
  for (const { id } of inside) work.named.add(id)
  if (inside.length > 0)
    plan.says.push('They are in the event already: if they do not come, erase them under People.')
}

import type { PersonDetails } from '#shared/show/decision.ts'
import { type Role, ROLES } from '#shared/show/words.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'

export interface PersonDraft {
  details: PersonDetails
  roles: readonly Role[]
}
export interface PersonErrors {
  name?: string
  roles?: string
}

export const newPerson = (name: string): PersonDraft => ({
  details: { name, organisation: '', jobTitle: '', email: '', ticket: '' },
  roles: ['delegate'],
})

export function checkPerson({ details, roles }: PersonDraft): PersonErrors {
  return {
    ...(details.name.trim() === '' ? { name: PEOPLE.nameMissing } : {}),
    ...(roles.length === 0 ? { roles: PEOPLE.roleMissing } : {}),
  }
}

/** With or without one role, in the order in which roles are always told. */
export const toggled = (roles: readonly Role[], role: Role): Role[] =>
  ROLES.filter((one) => (one === role ? !roles.includes(role) : roles.includes(one)))

import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { People } from '#shared/views/common.ts'
import { ROLE_WORDS } from '#shared/words/console-data.ts'
import { byText, moment, type Sheet } from './sheet.ts'

/** Everyone, with all that we hold of them, under the names that our own import reads. */
export function peopleSheet(show: ReadShow, people: People, _now: Instant): Sheet {
  const rows = Object.values(show.people)
    .flatMap((attendee) => {
      const details = people.get(attendee.id)
      return details ? [{ ...details, attendee }] : []
    })
    .sort((a, b) => byText(a.name, b.name))
    .map(({ name, organisation, jobTitle, email, ticket, attendee }) => [
      ticket,
      name,
      email,
      organisation,
      jobTitle,
      attendee.roles.map((role) => ROLE_WORDS[role]).join('; '),
      moment(attendee.checkedInAt, show.zone),
    ])
  return {
    header: [
      'Ticket number',
      'Name',
      'E-mail',
      'Organisation',
      'Job title',
      'Role',
      `Checked in (${show.zone})`,
    ],
    rows,
  }
}

import { ROLE_WORDS } from '#shared/words/console-data.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { People } from '#shared/views/common.ts'
import type { Passes } from '../../access/types.ts'
import { personLink } from '../links.ts'
import { byText, type Sheet } from './sheet.ts'

/**
 * Everyone's own link and code, for a mail merge. `reachable`: those with an e-mail address; else the
 * others, who need a badge or a word at the desk. These links act as the person, so organisers alone
 * get them.
 */
export function linksSheet(
  show: ReadShow,
  people: People,
  { origin, passes, reachable }: { origin: string; passes: Passes; reachable: boolean },
): Sheet {
  const rows = Object.values(show.people)
    .flatMap((attendee) => {
      const details = people.get(attendee.id)
      return details && (details.email !== '') === reachable ? [{ attendee, details }] : []
    })
    .sort((a, b) => byText(a.details.name, b.details.name))
    .map(({ attendee, details: { name, email, organisation } }) => {
      const { url, code } = personLink(origin, show, attendee, passes)
      // As on the badge; in one piece, 12E456 would be a number to a spreadsheet.
      const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
      const roles = attendee.roles.map((role) => ROLE_WORDS[role]).join('; ')
      return [name, ...(reachable ? [email] : []), url, spaced, organisation, roles]
    })
  return {
    header: ['Name', ...(reachable ? ['E-mail'] : []), 'Link', 'Code', 'Organisation', 'Role'],
    rows,
  }
}

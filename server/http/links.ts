import type { ReadShow } from '#shared/show/state.ts'
import { isCrew, type PersonId, type Role, type ShowId } from '#shared/show/words.ts'
import type { ShowLinks } from '#shared/wire/console.ts'
import type { Passes, Signed } from '../access/types.ts'

/** Addresses of a show for others, absolute. */
export function showLinks(origin: string, show: ReadShow, passes: Passes): ShowLinks {
  const base = `${origin}/s/${show.id}`
  const screen = { role: 'screen', show: show.id, generation: show.screensGeneration } as const
  return {
    public: base,
    phones: `${base}/me`,
    presenters: `${base}/host`,
    stage: `${origin}/b/${passes.pass(screen)}`,
    hall: `${origin}/b/${passes.pass(screen)}?to=hall`,
    badges: `${base}/badges`,
    days: `${base}/days`,
    guests: `${base}/guests`,
  }
}

/** What opens the page of one person: a link for the QR code, and a code to type. */
export function personLink(
  origin: string,
  show: { id: ShowId },
  { id, generation }: { id: PersonId; generation: number },
  passes: Passes,
): { url: string; code: string } {
  const pass = passes.pass({ role: 'person', show: show.id, person: id, generation })
  return { url: `${origin}/b/${pass}`, code: passes.code(show.id, id, generation) }
}

/** May they be handed a link that acts as this person? Not when it opens more than their own does. */
export function mayHandOut(show: ReadShow, signed: Signed, roles: readonly Role[]): boolean {
  const own = signed.actor(show, 'console')?.roles ?? []
  if (own.includes('organiser')) return true
  return roles.every((role) => !isCrew(role) || own.includes(role))
}

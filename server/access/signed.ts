import { type Actor, isCrew } from '#shared/show/words.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Grant } from '../store/port.ts'
import type { PassClaim, Signed } from './types.ts'

/** The grant that a pass is worth at this moment; null when its generation is over or its person is gone. */
export function worth(claim: PassClaim | Grant, show: ReadShow): Grant | null {
  if (claim.role === 'organiser') return null
  if (claim.show !== show.id) return null
  const present =
    claim.role === 'screen' ? show.screensGeneration : show.people[claim.person]?.generation
  return present === claim.generation ? claim : null
}

/** Who the holder of these grants is. What they are worth is looked up in the show at every question. */
export function signedBy(
  grants: readonly Grant[],
  key: string,
  organiserGeneration: number,
): Signed {
  const organiser = grants.some(
    (grant) => grant.role === 'organiser' && grant.generation === organiserGeneration,
  )
  const held = (show: ReadShow, role: 'person' | 'screen'): Grant | undefined =>
    grants.find((grant) => grant.role === role && worth(grant, show) !== null)

  const asPerson = (show: ReadShow): Actor | null => {
    const grant = held(show, 'person')
    if (grant?.role !== 'person') return null
    const roles = show.people[grant.person]?.roles ?? []
    return { id: grant.person, roles, person: grant.person }
  }
  const asCrew = (show: ReadShow): Actor | null => {
    if (organiser) return { ...ORGANISER, id: `organiser-${key.slice(0, ENOUGH)}` }
    const person = asPerson(show)
    return person?.roles.some(isCrew) ? person : null
  }
  return {
    key,
    organiser,
    actor(show, audience) {
      if (audience === 'console') return asCrew(show)
      if (audience === 'stage' || audience === 'hall')
        return held(show, 'screen') ? SCREEN : asCrew(show)
      return asPerson(show)
    },
    gone: (show) =>
      grants.some(
        (grant) =>
          grant.role === 'person' && grant.show === show.id && !(grant.person in show.people),
      ) && asPerson(show) === null,
    sees(show, audience) {
      // What phones share is free to read; whom a host expects is in their own part only.
      if (audience === 'phone' || audience === 'host') return true
      return this.actor(show, audience) !== null
    },
  }
}

/** Those who share the passphrase are told apart by their session: so much of its hash is enough. */
const ENOUGH = 8
const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }
const SCREEN: Actor = { id: 'screen', roles: ['screen'], person: null }

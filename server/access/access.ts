import type { Grant, Store } from '../store/port.ts'
import { createClaim } from './claim.ts'
import { createCodes } from './codes.ts'
import { createPasses } from './passes.ts'
import { createPassphrase } from './passphrase.ts'
import { openServerKey } from './server-key.ts'
import { createSessions, hashOf } from './sessions.ts'
import { signedBy, worth } from './signed.ts'
import type { Access } from './types.ts'

export interface AccessDeps {
  store: Store
  /** wall clock, ms since the epoch */
  now: () => number
  /** pages are served by TLS only: cookies are sent over nothing else */
  secure: boolean
}

const GENERATION = 'organiser-generation'

/** Passes, sessions and passphrase of this server. */
export async function createAccess({ store, now, secure }: AccessDeps): Promise<Access> {
  const passes = createPasses(await openServerKey(store))
  const sessions = createSessions({ store, now, secure })
  const passphrase = createPassphrase(store, now)
  const byCode = createCodes(passes, now)
  const generation = async (): Promise<number> => Number((await store.setting(GENERATION)) ?? 1)

  return {
    passes,
    async signed(cookieHeader) {
      const session = await sessions.find(cookieHeader)
      const key = sessions.keyOf(cookieHeader)
      return signedBy(session?.grants ?? [], key, await generation())
    },
    signedByPass(pass) {
      const claim = passes.read(pass)
      const grants: Grant[] = claim ? [claim] : []
      return signedBy(grants, hashOf(pass), 0)
    },
    grant: (cookieHeader, grant) => sessions.grant(cookieHeader, grant),
    worth,
    organiserGrant: async () => ({ role: 'organiser', generation: await generation() }),
    visitor: (cookieHeader) => sessions.visitor(cookieHeader),
    signOut: (cookieHeader) => sessions.end(cookieHeader),
    byCode: (show, people, code, surname, cookieHeader) =>
      byCode(show, people, code, surname, sessions.keyOf(cookieHeader)),
    passphrase: {
      isSet: () => passphrase.isSet(),
      async set(text) {
        const isFirst = !(await passphrase.isSet())
        const saved = await passphrase.set(text)
        if (!saved.ok || isFirst) return saved
        return store.putSetting(GENERATION, String((await generation()) + 1))
      },
      check: (text, cookieHeader) => passphrase.check(text, sessions.keyOf(cookieHeader)),
    },
    claim: createClaim(store),
  }
}

import { timingSafeEqual } from 'node:crypto'
import type { NotSaved, Store } from '../store/port.ts'
import { hashOf, newToken } from './sessions.ts'

const SETTING = 'claim'

/** The one-time link that makes its taker the organiser of this server. Only its hash is kept. */
export function createClaim(store: Store) {
  return {
    async make(): Promise<{ ok: true; token: string } | NotSaved> {
      const token = newToken()
      const saved = await store.putSetting(SETTING, hashOf(token))
      return saved.ok ? { ok: true, token } : saved
    },
    async present(token: string): Promise<boolean> {
      const kept = Buffer.from((await store.setting(SETTING)) ?? '')
      const given = Buffer.from(hashOf(token))
      return kept.length === given.length && timingSafeEqual(kept, given)
    },
    take: async (token: string): Promise<boolean> =>
      (await store.takeSetting(SETTING, hashOf(token))).ok,
  }
}

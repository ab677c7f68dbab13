import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { MINUTE } from '#shared/time/instant.ts'
import type { Saved, Store } from '../store/port.ts'
import type { ByPassphrase } from './types.ts'
import { createTries } from './tries.ts'

/** OWASP's scrypt setting of 32 MB (Password Storage Cheat Sheet): about 0.1 s on a laptop. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const BYTES = 32
const SETTING = 'passphrase'
/** Guesses that wait for their turn: each takes memory and time. */
const MOST_WAITING = 8

/** The organisers' passphrase: kept as a scrypt hash, guessed one at a time. */
export function createPassphrase(store: Store, now: () => number) {
  const tries = createTries({ now, limit: 10, span: 5 * MINUTE })
  // Those who send no cookie count together, so that leaving it out wins nothing.
  const strangers = createTries({ now, limit: 200, span: 5 * MINUTE })
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    waiting += 1
    const mine = turn.then(task).finally(() => {
      waiting -= 1
    })
    turn = mine.catch(() => {}) // the caller hears of it through `mine`
    return mine
  }
  const matches = async (kept: string, passphrase: string): Promise<boolean> => {
    const [salt = '', hash = ''] = kept.split('.')
    const expected = Buffer.from(hash, 'base64url')
    const found = await derive(passphrase, Buffer.from(salt, 'base64url'))
    return expected.length === found.length && timingSafeEqual(expected, found)
  }
  return {
    isSet: async (): Promise<boolean> => (await store.setting(SETTING)) !== null,
    async set(passphrase: string): Promise<Saved> {
      const salt = randomBytes(16)
      const hash = await inTurn(() => derive(passphrase, salt))
      return store.putSetting(
        SETTING,
        `${salt.toString('base64url')}.${hash.toString('base64url')}`,
      )
    },
    async check(passphrase: string, session: string): Promise<ByPassphrase> {
      const kept = await store.setting(SETTING)
      if (kept === null) return { ok: false, code: 'no-passphrase' }
      const retryAfter = Math.max(tries.wait([session]), strangers.wait(['all']))
      if (retryAfter > 0) return { ok: false, code: 'too-many', retryAfter }
      if (waiting >= MOST_WAITING) return { ok: false, code: 'too-many', retryAfter: 2_000 }
      if (await inTurn(() => matches(kept, passphrase))) return { ok: true }
      if (session !== '') tries.failed([session])
      strangers.failed(['all'])
      return { ok: false, code: 'wrong-passphrase' }
    },
  }
}

const derive = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

import { afterEach } from 'vitest'
import { createAccess } from '../../../server/access/access.ts'
import type { Access } from '../../../server/access/types.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'

const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

export interface Opened {
  access: Access
  store: Store
  clock: { now: number }
  /** what a browser sends back after it was sent a Set-Cookie header */
  again: (setCookie: string) => string
}

/** Access on a store in memory, with a clock that stands until it is set. */
export async function opened({
  secure = false,
  store,
}: { secure?: boolean; store?: Store } = {}): Promise<Opened> {
  const clock = { now: Date.UTC(2026, 10, 24, 9) }
  const kept = store ?? (await memory())
  const access = await createAccess({ store: kept, now: () => clock.now, secure })
  return { access, store: kept, clock, again: (setCookie) => setCookie.split(';')[0] ?? '' }
}

export async function memory(): Promise<Store> {
  const outcome = await openStore({ folder: ':memory:' })
  if (!outcome.ok) throw new Error(outcome.reason)
  open.push(outcome.store)
  return outcome.store
}

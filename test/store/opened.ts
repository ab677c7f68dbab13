import { openStore } from '../../server/store/open.ts'
import type { StoreConfig } from '../../server/store/open.ts'
import type { Store } from '../../server/store/port.ts'

/** The store, where a test has no use for a refusal. */
export async function opened(config: StoreConfig): Promise<Store> {
  const outcome = await openStore(config)
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.detail}`)
  return outcome.store
}

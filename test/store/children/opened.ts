import { writeSync } from 'node:fs'
import { openStore } from '../../../server/store/open.ts'
import type { StoreConfig } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'

/** Written at once, past Node's own buffers: what a killed process has said was said. */
export const say = (line: string): void => void writeSync(1, `${line}\n`)

/** The store of this child process; a refusal is said as its reason and ends it. */
export async function opened(config: StoreConfig): Promise<Store> {
  const outcome = await openStore(config)
  if (outcome.ok) return outcome.store
  say(outcome.reason)
  process.exit(0)
}

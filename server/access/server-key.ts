import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../store/port.ts'

/** HMAC-SHA-256 of a text by the server's key. `purpose` keeps one use's signatures out of another's. */
export type Sign = (purpose: 'pass' | 'code' | 'company', text: string) => Buffer

/** The server's key: made once, kept with the data, so that printed badges outlive every restart. */
export async function openServerKey(store: Store): Promise<Sign> {
  const kept = await store.setting('server-key')
  const key = kept ? Buffer.from(kept, 'base64url') : randomBytes(32)
  if (!kept) {
    const saved = await store.putSetting('server-key', key.toString('base64url'))
    if (!saved.ok) throw new Error(`the server's key could not be saved: ${saved.detail}`)
  }
  return (purpose, text) => createHmac('sha256', key).update(`${purpose}\n${text}`).digest()
}

import type { Store } from './port.ts'

/** `detail` is for the log: what the system said. */
export interface OpenRefusal {
  ok: false
  /**
   * in-use: another server holds the folder · unwritable: the folder or file cannot be written ·
   * newer: written by a later version of this program · damaged: not a database, or not a whole one
   */
  reason: 'in-use' | 'unwritable' | 'newer' | 'damaged'
  detail: string
}
export type OpenOutcome = { ok: true; store: Store } | OpenRefusal

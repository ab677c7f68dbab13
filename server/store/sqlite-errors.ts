import Sqlite from 'better-sqlite3'
import type { NotSaved, Saved } from './port.ts'

/** What the disk or another process can do to us at any time; any other error is a bug of ours. */
const OUTSIDE = [
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_NOMEM',
  'SQLITE_PERM',
  'SQLITE_PROTOCOL',
]

/** SQLite's extended code, as `SQLITE_IOERR_WRITE`; null when the error is not SQLite's. */
export const sqliteCode = (error: unknown): string | null =>
  error instanceof Sqlite.SqliteError ? error.code : null

/** The refusal for an error from outside; throws the error again when it is a bug. */
export function notSaved(error: unknown): NotSaved {
  const code = sqliteCode(error)
  if (code === null || !OUTSIDE.some((one) => code.startsWith(one))) throw error
  // SQLite's messages name tables and files, never values.
  return { ok: false, reason: 'not-saved', detail: `${code}: ${(error as Error).message}` }
}

/** Does one write, with an error from outside as a value. */
export function saving(write: () => void): Saved {
  try {
    write()
    return { ok: true }
  } catch (error) {
    return notSaved(error)
  }
}

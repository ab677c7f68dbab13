import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import type { OpenRefusal } from './open-outcome.ts'
import { openRefusal } from './sqlite-file.ts'

/** Long enough for one of two that start in the same moment to win, short enough to say so at once. */
const WAIT_MS = 300

export type Lock = { ok: true; release: () => void } | OpenRefusal

/**
 * Holds `file` exclusively until released or until the process is gone, however it ends: the system
 * drops the lock with the process. Trap: it also drops it when this process opens and closes the
 * file by other means than SQLite (POSIX locks), so nobody else may touch it.
 */
export function lockFile(file: string): Lock {
  let db: Database | undefined
  try {
    const held = (db = new Sqlite(file, { timeout: WAIT_MS }))
    held.exec('BEGIN EXCLUSIVE')
    return { ok: true, release: () => void held.close() }
  } catch (error) {
    db?.close()
    return openRefusal(error, file)
  }
}

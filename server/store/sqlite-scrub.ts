import type { Database } from 'better-sqlite3'
import { notSaved } from './sqlite-errors.ts'

const RETRY_MS = 1000
export const BUSY_TIMEOUT_MS = 5000

/** Writes the log into the file and empties it; false while somebody else still reads from it. */
function emptyLog(db: Database): boolean {
  // Waiting for a reader would hold up the whole server: look in again later instead.
  db.pragma('busy_timeout = 0')
  try {
    const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return state.busy === 0
  } catch (error) {
    notSaved(error)
    return false
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** Takes what is deleted out of the write-ahead log as well, at once or as soon as it is free. */
export function logScrubber(db: Database) {
  let timer: NodeJS.Timeout | undefined
  const scrub = (): void => {
    clearTimeout(timer)
    timer = emptyLog(db) ? undefined : setTimeout(scrub, RETRY_MS).unref()
  }
  return { scrub, stop: (): void => clearTimeout(timer) }
}

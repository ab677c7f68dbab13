import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import type { OpenRefusal } from './open-outcome.ts'
import { sqliteCode } from './sqlite-errors.ts'
import { APPLICATION_ID, LATEST_VERSION, migrate, versionOf } from './sqlite-schema.ts'
import { BUSY_TIMEOUT_MS } from './sqlite-scrub.ts'

/** What SQLite says when a file cannot be opened, in our words; a bug is thrown again. */
export function openRefusal(error: unknown, file: string): OpenRefusal {
  const code = sqliteCode(error)
  const detail = `${file}: ${code}: ${error instanceof Error ? error.message : ''}`
  if (code?.startsWith('SQLITE_BUSY')) return { ok: false, reason: 'in-use', detail }
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT'))
    return { ok: false, reason: 'damaged', detail }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|FULL)/.test(code ?? ''))
    return { ok: false, reason: 'unwritable', detail }
  throw error
}

/** Whose file this is, before anything is written to it. */
function strange(db: Database, file: string): OpenRefusal | null {
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (!empty && db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return { ok: false, reason: 'damaged', detail: `${file} belongs to another program` }
  const version = versionOf(db)
  if (version > LATEST_VERSION)
    return {
      ok: false,
      reason: 'newer',
      detail: `${file}: version ${version}, known is ${LATEST_VERSION}`,
    }
  return null
}

/**
 * Every connection needs these: a commit is on the disk when it returns, through its cache too where
 * the system tells the two apart (macOS); what is deleted is blanked; nothing spills to /tmp.
 */
function configure(db: Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('fullfsync = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('temp_store = MEMORY')
}

function check(db: Database, file: string): OpenRefusal | null {
  const found = String(db.pragma('quick_check(1)', { simple: true }))
  return found === 'ok' ? null : { ok: false, reason: 'damaged', detail: `${file}: ${found}` }
}

export type OpenedFile = { ok: true; db: Database } | OpenRefusal | { ok: false; reason: 'old' }

/**
 * Opens a database file (or `:memory:`). The `owner`, who holds the folder's lock, checks it and
 * brings it up to date; others get `old` when that has not been done yet.
 */
export function openFile(file: string, owner: boolean): OpenedFile {
  let db: Database | undefined
  try {
    db = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
    const refusal = strange(db, file) ?? (owner ? check(db, file) : null)
    const old = versionOf(db) < LATEST_VERSION
    if (refusal !== null || (old && !owner)) {
      db.close()
      return refusal ?? { ok: false, reason: 'old' }
    }
    configure(db)
    if (old) migrate(db)
    // SQLite opens a file without write permission silently, and fails at the first write only.
    db.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${LATEST_VERSION}; ROLLBACK`)
    return { ok: true, db }
  } catch (error) {
    db?.close()
    return openRefusal(error, file)
  }
}

import type { Database } from 'better-sqlite3'
import type { ShowId } from '#shared/show/words.ts'
import type { Grant, Saved, Session } from './port.ts'
import { saving } from './sqlite-errors.ts'

type Row = Omit<Session, 'grants'> & { grants: string }

export function sqliteSessions(db: Database) {
  const get = db.prepare<[string, number], Row>(
    `SELECT hash, grants, created_at AS createdAt, seen_at AS seenAt, expires_at AS expiresAt
     FROM sessions WHERE hash = ? AND expires_at > ?`,
  )
  const put = db.prepare(
    `INSERT INTO sessions (hash, grants, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET grants = excluded.grants, created_at = excluded.created_at,
       seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
  )
  const touch = db.prepare('UPDATE sessions SET seen_at = ?, expires_at = ? WHERE hash = ?')
  const remove = db.prepare('DELETE FROM sessions WHERE hash = ?')
  const all = db.prepare<[], { hash: string; grants: string }>('SELECT hash, grants FROM sessions')
  const regrant = db.prepare('UPDATE sessions SET grants = ? WHERE hash = ?')
  const purge = db.prepare('DELETE FROM sessions WHERE expires_at <= ?')

  return {
    get(hash: string, now: number): Session | null {
      const row = get.get(hash, now)
      return row ? { ...row, grants: JSON.parse(row.grants) as Grant[] } : null
    },
    put: ({ hash, grants, createdAt, seenAt, expiresAt }: Session): Saved =>
      saving(() => put.run(hash, JSON.stringify(grants), createdAt, seenAt, expiresAt)),
    touch: (hash: string, seenAt: number, expiresAt: number): Saved =>
      saving(() => touch.run(seenAt, expiresAt, hash)),
    delete: (hash: string): Saved => saving(() => remove.run(hash)),
    /** Inside the caller's transaction: a later show of this name owes nothing to who was signed in at this one. */
    forgetShow(show: ShowId): void {
      for (const { hash, grants } of all.all()) {
        const held = JSON.parse(grants) as Grant[]
        const kept = held.filter((grant) => grant.role === 'organiser' || grant.show !== show)
        if (kept.length < held.length) regrant.run(JSON.stringify(kept), hash)
      }
    },
    purge: (now: number): Saved => saving(() => purge.run(now)),
  }
}

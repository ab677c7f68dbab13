import type { Database } from 'better-sqlite3'
import type { Saved, Taken } from './port.ts'
import { notSaved, saving } from './sqlite-errors.ts'

export function sqliteSettings(db: Database) {
  const get = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const put = db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  const take = db
    .prepare<[string, string | null], string>(
      'DELETE FROM settings WHERE key = ? AND value = coalesce(?, value) RETURNING value',
    )
    .pluck()

  return {
    get: (key: string): string | null => get.get(key) ?? null,
    put: (key: string, value: string): Saved => saving(() => put.run(key, value)),
    take(key: string, expected: string | null): Taken {
      try {
        // `all` runs the statement to its end: only then is the removal committed.
        const [value] = take.all(key, expected)
        return value === undefined ? { ok: false, reason: 'absent' } : { ok: true, value }
      } catch (error) {
        return notSaved(error)
      }
    },
  }
}

import type { Database } from 'better-sqlite3'
import type { Picture, Saved } from './port.ts'
import { saving } from './sqlite-errors.ts'

/** Pictures by their show's name: they may come before its first event. */
export function sqlitePictures(db: Database) {
  const put = db.prepare(
    `INSERT INTO pictures (show, hash, format, bytes) VALUES (?, ?, ?, ?)
     ON CONFLICT (show, hash) DO NOTHING`,
  )
  const get = db.prepare<[string, string], Picture>(
    'SELECT hash, format, bytes FROM pictures WHERE show = ? AND hash = ?',
  )
  const drop = db.prepare(
    `DELETE FROM pictures WHERE show = ? AND hash NOT IN (SELECT value FROM json_each(?))`,
  )
  const removeOf = db.prepare('DELETE FROM pictures WHERE show = ?')
  const putOne = (show: string, { hash, format, bytes }: Picture): void => {
    put.run(show, hash, format, bytes)
  }
  return {
    put: (show: string, picture: Picture): Saved => saving(() => putOne(show, picture)),
    /** Inside the caller's transaction. */
    write(show: string, pictures: readonly Picture[]): void {
      for (const picture of pictures) putOne(show, picture)
    },
    get: (show: string, hash: string): Picture | null => get.get(show, hash) ?? null,
    keep: (show: string, hashes: readonly string[]): Saved =>
      saving(() => drop.run(show, JSON.stringify(hashes))),
    /** All of a show; inside the caller's transaction. */
    removeAll(show: string): void {
      removeOf.run(show)
    },
  }
}

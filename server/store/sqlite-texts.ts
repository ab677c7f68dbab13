import type { Database } from 'better-sqlite3'
import type { PersonWrite, TextRow } from './port.ts'
import { rewriter } from './sqlite-rewrite.ts'

const FIELDS = 'show, id, author, about, text'

/** What people wrote, of all shows by the show's number. Writes happen inside the caller's transaction. */
export function sqliteTexts(db: Database) {
  const put = db.prepare(
    `INSERT INTO texts (${FIELDS}) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (show, id) DO UPDATE SET author = excluded.author, about = excluded.about,
       text = excluded.text`,
  )
  const erase = db.prepare('DELETE FROM texts WHERE show = ? AND id = ?')
  const erasePerson = db.prepare(
    'DELETE FROM texts WHERE show = :show AND (author = :person OR about = :person)',
  )
  const removeOf = db.prepare('DELETE FROM texts WHERE show = ?')
  const ofShow = db.prepare<[string], TextRow>(
    `SELECT texts.id, author AS "by", about, text
     FROM texts JOIN shows ON shows.number = texts.show WHERE shows.id = ? ORDER BY texts.id`,
  )

  const rewriteAll = rewriter(db, 'texts', FIELDS, put)

  return {
    /** True when something was erased, whose traces must then leave the write-ahead log too. */
    write(show: number, writes: readonly PersonWrite[]): boolean {
      let erased = 0
      for (const write of writes) {
        if ('putText' in write) {
          const { id, by, about, text } = write.putText
          put.run(show, id, by, about, text)
        } else if ('eraseText' in write) erased += erase.run(show, write.eraseText).changes
        else if ('erase' in write) erased += erasePerson.run({ show, person: write.erase }).changes
      }
      if (erased > 0) rewriteAll()
      return erased > 0
    },
    /** Every text of a show; the caller sees to the write-ahead log. */
    removeAll(show: number): void {
      removeOf.run(show)
      rewriteAll()
    },
    list: (show: string): TextRow[] => ofShow.all(show),
  }
}

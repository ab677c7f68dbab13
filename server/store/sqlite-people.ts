import type { Database } from 'better-sqlite3'
import type { PersonRow, PersonWrite } from './port.ts'
import { rewriter } from './sqlite-rewrite.ts'

const FIELDS = 'show, id, name, organisation, job_title, email, ticket'

/** People of all shows by the show's number. Writes happen inside the caller's transaction. */
export function sqlitePeople(db: Database) {
  const put = db.prepare(
    `INSERT INTO people (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (show, id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
       job_title = excluded.job_title, email = excluded.email, ticket = excluded.ticket`,
  )
  const erase = db.prepare('DELETE FROM people WHERE show = ? AND id = ?')
  const removeOf = db.prepare('DELETE FROM people WHERE show = ?')
  const ofShow = db.prepare<[string], PersonRow>(
    `SELECT people.id, name, organisation, job_title AS jobTitle, email, ticket
     FROM people JOIN shows ON shows.number = people.show WHERE shows.id = ? ORDER BY people.id`,
  )

  const rewriteAll = rewriter(db, 'people', FIELDS, put)

  return {
    /** True when somebody was erased, whose traces must then leave the write-ahead log too. */
    write(show: number, writes: readonly PersonWrite[]): boolean {
      let erased = 0
      for (const write of writes) {
        if ('erase' in write) erased += erase.run(show, write.erase).changes
        else if ('put' in write) {
          const { id, name, organisation, jobTitle, email, ticket } = write.put
          put.run(show, id, name, organisation, jobTitle, email, ticket)
        }
      }
      if (erased > 0) rewriteAll()
      return erased > 0
    },
    /** Everybody of a show; the caller sees to the write-ahead log. */
    removeAll(show: number): void {
      removeOf.run(show)
      rewriteAll()
    },
    list: (show: string): PersonRow[] => ofShow.all(show),
  }
}

import type { Database } from 'better-sqlite3'
import type { PersonRow, PersonWrite } from './port.ts'

const FIELDS = 'show, id, name, organisation, job_title, email, ticket'
type Row = readonly [number, string, string, string, string, string, string]

/** People of all shows by the show's number. Writes happen inside the caller's transaction. */
export function sqlitePeople(db: Database) {
  const put = db.prepare(
    `INSERT INTO people (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (show, id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
       job_title = excluded.job_title, email = excluded.email, ticket = excluded.ticket`,
  )
  const erase = db.prepare('DELETE FROM people WHERE show = ? AND id = ?')
  const removeOf = db.prepare('DELETE FROM people WHERE show = ?')
  const clear = db.prepare('DELETE FROM people')
  const everybody = db.prepare<[], Row>(`SELECT ${FIELDS} FROM people ORDER BY show, id`).raw()
  const ofShow = db.prepare<[string], PersonRow>(
    `SELECT people.id, name, organisation, job_title AS jobTitle, email, ticket
     FROM people JOIN shows ON shows.number = people.show WHERE shows.id = ? ORDER BY people.id`,
  )

  /**
   * `secure_delete` blanks a deleted row where it stands, but not the copies that stay behind in the
   * unused part of a page when rows move between pages (measured: 5 of 12,000 erased people could
   * still be read). Clearing the table blanks whole pages, and writing the others back in order
   * makes pages that never held anyone else. 2,000 people take 5 ms.
   */
  const rewriteAll = (): void => {
    const rows = everybody.all()
    clear.run()
    for (const row of rows) put.run(...row)
  }

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

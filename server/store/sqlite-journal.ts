import type { Database } from 'better-sqlite3'
import type { ShowId } from '#shared/show/words.ts'
import { PAGE } from './port.ts'
import type {
  CommitOutcome,
  PersonWrite,
  Picture,
  Removed,
  ShowEntry,
  StoredEvent,
} from './port.ts'
import { notSaved, sqliteCode } from './sqlite-errors.ts'
import type { sqlitePeople } from './sqlite-people.ts'
import type { sqlitePictures } from './sqlite-pictures.ts'
import type { sqliteSessions } from './sqlite-sessions.ts'
import type { sqliteTexts } from './sqlite-texts.ts'

type EventRow = [number, number, string, string | null, number | null, string | null, string]
interface Stream {
  number: number
  lastN: number
}
type Outcome = Exclude<CommitOutcome, { reason: 'not-saved' | 'repeated' }> & { erased: boolean }

function assertFollows(expected: number, events: readonly StoredEvent[]): void {
  events.forEach(({ n }, index) => {
    if (n !== expected + index + 1)
      throw new RangeError(`event ${n} stands where ${expected + index + 1} follows`)
  })
  if (expected === 0 && events.length === 0)
    throw new RangeError('a show begins with its first event')
}

/** The journal of all shows. `afterErasure` is called when a commit has erased somebody or a text, or a show is gone. */
export function sqliteJournal(
  db: Database,
  people: ReturnType<typeof sqlitePeople>,
  texts: ReturnType<typeof sqliteTexts>,
  sessions: ReturnType<typeof sqliteSessions>,
  pictures: ReturnType<typeof sqlitePictures>,
  afterErasure: () => void,
) {
  const list = db.prepare<[], ShowEntry>(
    `SELECT id, (SELECT at FROM events WHERE show = number AND n = 1) AS createdAt,
       (SELECT max(n) FROM events WHERE show = number) AS lastN
     FROM shows ORDER BY number`,
  )
  const find = db.prepare<[string], Stream>(
    'SELECT number, (SELECT max(n) FROM events WHERE show = number) AS lastN FROM shows WHERE id = ?',
  )
  const page = db
    .prepare(
      `SELECT n, at, actor, device, counter, command_id, event FROM events
       WHERE show = (SELECT number FROM shows WHERE id = ?) AND n > ? ORDER BY n LIMIT ?`,
    )
    .raw()
  const create = db.prepare('INSERT INTO shows (id) VALUES (?)')
  const insert = db.prepare(
    `INSERT INTO events (show, n, at, actor, device, counter, command_id, part, event)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  const forget = db.prepare('DELETE FROM events WHERE show = ?')
  const drop = db.prepare('DELETE FROM shows WHERE number = ?')
  const remove = db.transaction((id: ShowId): boolean => {
    const stream = find.get(id)
    if (!stream) return false
    forget.run(stream.number)
    people.removeAll(stream.number)
    texts.removeAll(stream.number)
    sessions.forgetShow(id)
    pictures.removeAll(id)
    drop.run(stream.number)
    return true
  })

  let inserting: string | null = null
  const append = (show: number, events: readonly StoredEvent[]): void => {
    let previous: string | null = null
    let part = 0
    for (const { n, at, actor, device, counter, commandId, event } of events) {
      part = commandId !== null && commandId === previous ? part + 1 : 0
      previous = commandId
      inserting = commandId
      insert.run(show, n, at, actor, device, counter, commandId, part, JSON.stringify(event))
    }
    inserting = null
  }

  const commit = db.transaction(
    (
      show: ShowId,
      expected: number,
      events: readonly StoredEvent[],
      writes: readonly PersonWrite[],
      kept: readonly Picture[],
    ): Outcome => {
      const stream = find.get(show)
      const lastN = stream?.lastN ?? 0
      if (lastN !== expected) return { ok: false, reason: 'conflict', lastN, erased: false }
      const number = stream?.number ?? Number(create.run(show).lastInsertRowid)
      append(number, events)
      pictures.write(show, kept)
      const someoneErased = people.write(number, writes)
      const erased = texts.write(number, writes) || someoneErased
      return { ok: true, lastN: expected + events.length, erased }
    },
  )

  return {
    shows: (): ShowEntry[] => list.all(),

    read: (show: ShowId, after: number, limit: number): StoredEvent[] =>
      (page.all(show, after, Math.min(limit, PAGE)) as EventRow[]).map(
        ([n, at, actor, device, counter, commandId, event]) => ({
          n,
          at,
          actor,
          device,
          counter,
          commandId,
          event: JSON.parse(event) as unknown,
        }),
      ),

    remove(show: ShowId): Removed {
      try {
        if (!remove.immediate(show)) return { ok: false, reason: 'absent' }
      } catch (error) {
        return notSaved(error)
      }
      afterErasure()
      return { ok: true }
    },

    commit(
      show: ShowId,
      expected: number,
      events: readonly StoredEvent[],
      writes: readonly PersonWrite[],
      kept: readonly Picture[],
    ): CommitOutcome {
      assertFollows(expected, events)
      let done: Outcome
      try {
        done = commit.immediate(show, expected, events, writes, kept)
      } catch (error) {
        // The one unique index that a checked version leaves open is that of the commands.
        if (sqliteCode(error) === 'SQLITE_CONSTRAINT_UNIQUE' && inserting !== null)
          return { ok: false, reason: 'repeated', commandId: inserting }
        return notSaved(error)
      }
      const { erased, ...outcome } = done
      if (erased) afterErasure()
      return outcome
    },
  }
}

import type { Database } from 'better-sqlite3'
import { setImmediate as turn } from 'node:timers/promises'
import { PAGE } from './port.ts'
import type { Saved, Store } from './port.ts'
import { backUp } from './sqlite-backup.ts'
import { sqliteJournal } from './sqlite-journal.ts'
import { sqlitePeople } from './sqlite-people.ts'
import { sqlitePictures } from './sqlite-pictures.ts'
import { logScrubber } from './sqlite-scrub.ts'
import { sqliteSessions } from './sqlite-sessions.ts'
import { sqliteSettings } from './sqlite-settings.ts'
import { sqliteTexts } from './sqlite-texts.ts'

/** The store on an opened database. `owner`: no other process is expected to write meanwhile. */
export function sqliteStore(db: Database, owner: boolean, release: () => void): Store {
  const { scrub, stop } = logScrubber(db)
  const people = sqlitePeople(db)
  const sessions = sqliteSessions(db)
  const texts = sqliteTexts(db)
  const pictures = sqlitePictures(db)
  const journal = sqliteJournal(db, people, texts, sessions, pictures, scrub)
  const settings = sqliteSettings(db)
  // A copy in steps begins again when another process writes, or anybody to a database in memory.
  const inSteps = owner && !db.memory
  let lastBackup: Promise<Saved> = Promise.resolve({ ok: true })

  // What a process that was killed has left in the log.
  if (owner) scrub()

  return {
    shows: async () => journal.shows(),
    async read(show, after, limit = PAGE) {
      await turn()
      return journal.read(show, after, limit)
    },
    commit: async (show, expected, events, writes, kept = []) =>
      journal.commit(show, expected, events, writes, kept),
    people: async (show) => people.list(show),
    texts: async (show) => texts.list(show),
    removeShow: async (show) => journal.remove(show),
    putPicture: async (show, picture) => pictures.put(show, picture),
    picture: async (show, hash) => pictures.get(show, hash),
    keepPictures: async (show, hashes) => pictures.keep(show, hashes),
    setting: async (key) => settings.get(key),
    putSetting: async (key, value) => settings.put(key, value),
    takeSetting: async (key, expected) => settings.take(key, expected ?? null),
    session: async (hash, now) => sessions.get(hash, now),
    putSession: async (session) => sessions.put(session),
    touchSession: async (hash, seenAt, expiresAt) => sessions.touch(hash, seenAt, expiresAt),
    deleteSession: async (hash) => sessions.delete(hash),
    purgeSessions: async (now) => sessions.purge(now),
    backup(path) {
      lastBackup = Promise.allSettled([lastBackup]).then(() => backUp(db, path, inSteps))
      return lastBackup
    },
    async close() {
      await Promise.allSettled([lastBackup])
      stop()
      db.close()
      release()
    },
  }
}

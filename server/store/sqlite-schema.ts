import type { Database } from 'better-sqlite3'

/** "PiTk": tells our files from other programs' databases. */
export const APPLICATION_ID = 0x5069546b

/**
 * Step i takes a file from version i to i + 1. A step that has been released never changes.
 *
 * `part` counts the events of one command from 0, so that the unique index holds one entry a command.
 * `people` and `texts` refer to no other table: a foreign key would turn `DELETE FROM people` into a deletion
 * row by row, which leaves copies in pages that have been rearranged (see sqlite-rewrite.ts).
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE shows (
     number INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE TABLE events (
     show INTEGER NOT NULL REFERENCES shows (number),
     n INTEGER NOT NULL,
     at INTEGER NOT NULL,
     actor TEXT NOT NULL,
     device TEXT,
     counter INTEGER,
     command_id TEXT,
     part INTEGER NOT NULL,
     event TEXT NOT NULL,
     PRIMARY KEY (show, n)
   ) STRICT, WITHOUT ROWID;
   CREATE UNIQUE INDEX events_command ON events (show, command_id)
     WHERE part = 0 AND command_id IS NOT NULL;
   CREATE TABLE people (
     show INTEGER NOT NULL,
     id TEXT NOT NULL,
     name TEXT NOT NULL,
     organisation TEXT NOT NULL,
     job_title TEXT NOT NULL,
     email TEXT NOT NULL,
     ticket TEXT NOT NULL,
     PRIMARY KEY (show, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE settings (
     key TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE sessions (
     hash TEXT PRIMARY KEY,
     grants TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     seen_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE pictures (
     show TEXT NOT NULL,
     hash TEXT NOT NULL,
     format TEXT NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (show, hash)
   ) STRICT;`,
  `CREATE TABLE texts (
     show INTEGER NOT NULL,
     id TEXT NOT NULL,
     author TEXT NOT NULL,
     about TEXT,
     text TEXT NOT NULL,
     PRIMARY KEY (show, id)
   ) STRICT, WITHOUT ROWID;`,
]

export const LATEST_VERSION = MIGRATIONS.length

/** The schema version of the file; 0 when it is new. */
export const versionOf = (db: Database): number =>
  Number(db.pragma('user_version', { simple: true }))

/** Brings a file up to the latest version, each step complete or not at all. */
export function migrate(db: Database): void {
  for (let version = versionOf(db); version < LATEST_VERSION; version++) {
    const step = MIGRATIONS[version] ?? ''
    db.transaction(() => {
      db.exec(step)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}

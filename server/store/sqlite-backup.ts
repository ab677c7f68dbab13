import type { Database } from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { NotSaved, Saved } from './port.ts'
import { notSaved, sqliteCode } from './sqlite-errors.ts'

/** 800 kB: about 1 ms of copying, between which the server answers others. */
const PAGES_AT_ONCE = 200
const ALL_PAGES = 0x7fffffff

/** Copies into `path`, which appears only when it is complete, readable by its owner alone. */
export async function backUp(db: Database, path: string, inSteps: boolean): Promise<Saved> {
  if (existsSync(path)) return { ok: false, reason: 'not-saved', detail: `${path} exists already` }
  const part = `${path}.${process.pid}.part`
  try {
    await (await open(part, 'w', 0o600)).close()
  } catch (error) {
    return refusal(error)
  }
  try {
    await db.backup(part, { progress: () => (inSteps ? PAGES_AT_ONCE : ALL_PAGES) })
    await rename(part, path)
    const folder = await open(dirname(path))
    await folder.sync()
    await folder.close()
    return { ok: true }
  } catch (error) {
    await rm(part, { force: true })
    await rm(`${part}-journal`, { force: true })
    return refusal(error)
  }
}

/** Node's errors from the file system carry a `code`; the others are SQLite's, or bugs. */
function refusal(error: unknown): NotSaved {
  if (error instanceof Error && 'code' in error && sqliteCode(error) === null)
    return { ok: false, reason: 'not-saved', detail: error.message }
  return notSaved(error)
}

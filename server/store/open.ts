import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenOutcome, OpenRefusal } from './open-outcome.ts'
import { openFile } from './sqlite-file.ts'
import type { OpenedFile } from './sqlite-file.ts'
import { lockFile } from './sqlite-lock.ts'
import { sqliteStore } from './sqlite-store.ts'

export type { OpenOutcome, OpenRefusal }

/** The database in the data folder; a backup is put back under this name. */
export const DATABASE_FILE = 'pitch-and-talk.db'
const LOCK_FILE = 'lock.db'

export interface StoreConfig {
  /** the data folder, made when it is missing; `:memory:` keeps everything until the process ends */
  folder: string
  /** false: for a tool that works beside a running server */
  lock?: boolean
}

const unlocked = { ok: true, release: () => {} } as const

/** Opens the store, for this process alone unless `lock` is false. */
export async function openStore(config: StoreConfig): Promise<OpenOutcome> {
  if (config.folder === ':memory:')
    return opened(openFile(':memory:', true), true, unlocked.release)
  const refusal = makeFolder(config.folder)
  if (refusal) return refusal
  const file = join(config.folder, DATABASE_FILE)
  if (config.lock === false) {
    const found = openFile(file, false)
    if (found.ok || found.reason !== 'old') return opened(found, false, unlocked.release)
  }
  const lock = lockFile(join(config.folder, LOCK_FILE))
  if (!lock.ok) return lock
  const found = openFile(file, true)
  const keep = found.ok && config.lock !== false
  if (!keep) lock.release()
  return opened(found, keep, keep ? lock.release : unlocked.release)
}

/** Only its owner may look into a folder we make: it holds names and addresses. */
function makeFolder(folder: string): OpenRefusal | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return null
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { ok: false, reason: 'unwritable', detail: error.message }
  }
}

function opened(file: OpenedFile, owner: boolean, release: () => void): OpenOutcome {
  if (file.ok) return { ok: true, store: sqliteStore(file.db, owner, release) }
  if (file.reason === 'old') throw new Error('an owner brings the file up to date')
  return file
}

/** The refusal as one sentence for the person at the terminal. */
export function whyNotOpened(refusal: OpenRefusal, folder: string): string {
  const other = 'or choose another folder with --data.'
  switch (refusal.reason) {
    case 'in-use':
      return `The data folder ${folder} is in use by another running server: stop that one first, ${other}`
    case 'unwritable':
      return `The data folder ${folder} cannot be written: check its permissions and the room left on the disk, ${other}`
    case 'newer':
      return `The data in ${folder} was written by a newer version of Pitch & Talk: install that version, ${other}`
    case 'damaged':
      return `The data in ${folder} is damaged or not of this program: put a backup in its place, ${other}`
  }
}

/**
 * `npm run backup -- [file] [--data folder]`: a complete copy of the database, also while the server
 * runs, by default into a dated file in the data folder's `backups`.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE, openStore, whyNotOpened } from '../server/store/open.ts'
import { readFlags } from './flags.ts'

const HELP = `npm run backup -- [file] [--data <folder>]

Copies the whole database, also while the server runs.
  file             where to; without it, a dated file in the data folder's backups
  --data <folder>  the data folder (./data)`

const flags = readFlags({ help: HELP, data: './data', most: 1 })
if ('exit' in flags) process.exit(flags.exit)
const { data: folder, positionals } = flags

/** `2026-11-24-09-05-30` by this computer's clock. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replace(/[T:]/g, '-')
}

/** What went wrong in one sentence, or null. */
async function backUp(): Promise<string | null> {
  // Opening would make an empty database, and so a backup of nothing.
  if (!existsSync(join(folder, DATABASE_FILE)))
    return `There is no database in ${folder}: choose the data folder with --data.`
  const opened = await openStore({ folder, lock: false })
  if (!opened.ok) return whyNotOpened(opened, folder)
  const backups = join(folder, 'backups')
  const file = positionals[0] ?? join(backups, `pitch-and-talk-${stamp(new Date())}.db`)
  if (positionals[0] === undefined) mkdirSync(backups, { recursive: true, mode: 0o700 })
  const saved = await opened.store.backup(file)
  await opened.store.close()
  if (!saved.ok) return `The backup could not be written (${saved.detail}).`
  console.log(`Copied to ${file} (${Math.ceil(statSync(file).size / 1000)} kB).`)
  console.log(
    'It holds names and addresses, also of people who are erased from now on: keep it safe.',
  )
  console.log(
    `To go back to it, stop the server and put it in place of ${join(folder, DATABASE_FILE)}.`,
  )
  return null
}

const problem = await backUp()
if (problem !== null) {
  console.error(problem)
  process.exitCode = 1
}

/**
 * `npm run organiser-link [-- --data folder]`: a new one-time link that makes its opener the organiser
 * of this server, also while it runs. Whoever can run this at the machine owns the data anyway.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClaim } from '../server/access/claim.ts'
import { DATABASE_FILE, openStore, whyNotOpened } from '../server/store/open.ts'
import { readFlags } from './flags.ts'

const HELP = `npm run organiser-link -- [--data <folder>]

Prints a new link that makes whoever opens it first the organiser, also while the server runs.
  --data <folder>  the data folder (DATA, or ./data)`

const flags = readFlags({ help: HELP, data: process.env['DATA'] || './data', most: 0 })
if ('exit' in flags) process.exit(flags.exit)
const { data: folder } = flags

/** What went wrong in one sentence, or null. */
async function makeLink(): Promise<string | null> {
  if (!existsSync(join(folder, DATABASE_FILE)))
    return `There is no server's data in ${folder}: choose the data folder with --data, or run npm start first.`
  const opened = await openStore({ folder, lock: false })
  if (!opened.ok) return whyNotOpened(opened, folder)
  const claim = createClaim(opened.store)
  const made = await claim.make()
  // Where the server listened last; it says so again at every start.
  const here = await opened.store.setting('address')
  await opened.store.close()
  if (!made.ok) return `The link could not be saved (${made.detail}).`
  console.log('Open this link once, on this computer, while the server runs:')
  console.log(`  ${here ?? 'http://localhost:3000'}/claim/${made.token}`)
  console.log('An older link that was not used yet is worthless now.')
  return null
}

const problem = await makeLink()
if (problem !== null) {
  console.error(problem)
  process.exitCode = 1
}

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, ownNode, root, run, Stop } from './run.mjs'

const stamp = at('dist', '.built-from')
const sources = ['client', 'shared', 'scripts/vite', 'vite.config.ts', 'package-lock.json']

/** Builds the client into dist/ when any file it is built from has changed. */
export function build() {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.log('Building the screens.')
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const { ok, said } = run(ownNode, [vite, 'build', '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  })
  if (!ok) {
    console.error(said.trim())
    throw new Stop('The screens could not be built: the reason is above.')
  }
  writeFileSync(stamp, now)
}

/** One hash over the names and contents of everything a build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.(ts|json)$/.test(path)) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|svg|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

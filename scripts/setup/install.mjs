import { existsSync, readFileSync } from 'node:fs'
import { at, nodeFromOutside, npm, ownNode, ownNodeLink, run, Stop } from './run.mjs'

/**
 * Installs the packages when they differ from the lock file, and Node 24 when it is not there.
 * Only the package `node` may run its install script: better-sqlite3 comes prebuilt, and an older
 * npm would compile it for minutes all the same.
 * @param {{ development: boolean }} wanted development: with the packages only tests and checks need
 */
export function install({ development }) {
  if (!matchesLockFile(development)) {
    console.log('Installing packages. The first time takes about a minute.')
    explain(npm(['ci', '--ignore-scripts', '--include=dev', '--loglevel=error']))
  }
  if (!existsSync(ownNode)) {
    console.log('Installing Node 24.')
    const folder = at('node_modules', 'node')
    explain(nodeFromOutside([at('node_modules', 'node', 'installArchSpecificPackage.js')], folder))
    const version = run(ownNode, ['--version']).said.trim()
    if (!version.startsWith('v24.')) {
      throw new Stop(
        `Node 24 was installed but does not run on this computer (${process.platform}, ${process.arch}): ${version}`,
      )
    }
  }
  if (!existsSync(ownNodeLink))
    explain(npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error']))
}

/** @param {{ ok: boolean, said: string }} outcome */
function explain({ ok, said }) {
  if (ok) return
  console.error(said.trim())
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/.test(said)) {
    throw new Stop(
      'The packages could not be fetched: the first start needs the internet, and later ones do not.',
    )
  }
  if (/EACCES|EROFS|ENOSPC/.test(said)) {
    throw new Stop(`The packages could not be written to ${at('node_modules')}: see above.`)
  }
  throw new Stop('The packages could not be installed: npm said the above.')
}

/**
 * npm keeps a copy of the lock file with what it really installed, written last.
 * @param {boolean} development
 */
function matchesLockFile(development) {
  const installed = packages(at('node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = packages(at('package-lock.json'))
  if (!wanted) throw new Stop('package-lock.json is missing: get a complete copy of the project.')
  return Object.entries(wanted).every(([path, entry]) => {
    const elsewhere = path === '' || entry.optional || (entry.dev && !development)
    return elsewhere || installed[path]?.version === entry.version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean }> | undefined}
 */
function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

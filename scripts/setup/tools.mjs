import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, Stop } from './run.mjs'

// Chromium without a window of its own first: the same pages in half the processor's time.
const browsers = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]
const macBrowsers = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where the tests' browser is: $CHROMIUM, or the first one found. @returns {string | undefined} */
export function findBrowser() {
  const named = process.env.CHROMIUM
  return [named, ...browsers.map(onPath), ...macBrowsers].find((file) => file && runs(file))
}

/** Makes sure of Chromium and, on Linux, strace; or says what to install. */
export function tools() {
  const canInstall =
    existsSync('/etc/debian_version') && process.getuid?.() === 0 && Boolean(onPath('apt-get'))
  const said = canInstall ? install() : ''
  const missing = missingTools()
  if (missing.length === 0) return
  if (said) console.error(said)
  throw new Stop(advice(missing))
}

/** Not every release of Debian has each package, so they come one by one. @returns {string} what went wrong */
function install() {
  const packages = ['chromium-headless-shell', 'chromium', 'strace']
  const wanted = () =>
    packages.filter((name) => !onPath(name) && (name !== 'chromium' || !findBrowser()))
  if (wanted().length === 0) return ''
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const said = [run('apt-get', ['update'], { env }).said.trim()]
  for (const name of packages)
    if (wanted().includes(name)) {
      console.log(`Installing ${name} with apt-get.`)
      const args = ['install', '-y', '--no-install-recommends', name]
      said.push(run('apt-get', args, { env }).said.trim())
    }
  return said.join('\n')
}

function missingTools() {
  const missing = findBrowser() ? [] : ['chromium']
  return process.platform === 'linux' && !onPath('strace') ? [...missing, 'strace'] : missing
}

/** @param {string[]} missing */
function advice(missing) {
  const what = missing.join(' and ')
  const how =
    process.platform === 'darwin'
      ? 'install Chromium or Google Chrome in Applications'
      : existsSync('/etc/debian_version')
        ? `run "sudo apt-get install ${missing.join(' ')}"`
        : `install ${what} with your system's package manager`
  return `The tests need ${what}: ${how}, or name a browser's program in the variable CHROMIUM, and run npm test again.`
}

/** @param {string} name @returns {string | undefined} */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(runs)
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // Not there, or not a program: the next one is tried.
  }
}

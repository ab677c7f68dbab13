import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, Stop } from './run.mjs'

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
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
  let missing = missingTools()
  if (missing.length === 0) return
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`Installing ${missing.join(' and ')} with apt-get.`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const update = run('apt-get', ['update'], { env })
    const added = run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env })
    missing = missingTools()
    if (missing.length > 0) console.error([update, added].map(({ said }) => said.trim()).join('\n'))
  }
  if (missing.length > 0) throw new Stop(advice(missing))
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

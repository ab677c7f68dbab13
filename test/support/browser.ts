import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/setup/tools.mjs'

/** The system's Chromium. `http://hall.test` is this machine: a plain-http address as phones see it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined)
    throw new Error('There is no Chromium: run npm test, it says how to install it.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP hall.test 127.0.0.1',
    ],
  })
}

export const PHONE = { width: 390, height: 844 }
export const LAPTOP = { width: 1440, height: 900 }

/** What went wrong on a page: script errors, console errors, refused resources. */
export function troubles(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  return found
}

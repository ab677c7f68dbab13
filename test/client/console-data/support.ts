import type { Browser, BrowserContext, Page } from 'playwright-core'
import { LAPTOP, troubles } from '../../support/browser.ts'
import { SHOW } from '../../support/seeded.ts'

export interface ConsolePage {
  page: Page
  /** what went wrong on it */
  wrong: string[]
}

/** One for each browser, so that the console's scripts are fetched and compiled once. */
const contexts = new WeakMap<Browser, BrowserContext>()

/** A screen of the seeded show's console, as its organiser sees it once the line is there. */
export async function openConsole(
  browser: Browser,
  port: number,
  cookie: string,
  screen: string,
  viewport = LAPTOP,
): Promise<ConsolePage> {
  const context = contexts.get(browser) ?? (await browser.newContext({ reducedMotion: 'reduce' }))
  contexts.set(browser, context)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  const wrong = troubles(page)
  await page.goto(`http://hall.test:${port}/console/${SHOW}/${screen}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, wrong }
}

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { LAPTOP, troubles } from '../../support/browser.ts'
import { SHOW } from '../../support/seeded.ts'

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has against the page as it is now, by WCAG 2.2 A and AA. */
export async function against(page: Page): Promise<string[]> {
  await page.evaluate(await axe)
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: {
        run: (
          on: Document,
          options: { runOnly: string[] },
        ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
      }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await run.run(document, { runOnly: tags })
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(', ')}`)
  })
}

/** The same in light and in dark. */
export async function inBothLights(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const one of await against(page)) found.push(`${colorScheme} ${one}`)
  }
  return found
}

export interface ConsolePage {
  page: Page
  /** what went wrong on it */
  wrong: string[]
}

/** A screen of the seeded show's console, as its organiser sees it once the line is there. */
export async function openConsole(
  browser: Browser,
  port: number,
  cookie: string,
  screen: string,
  viewport = LAPTOP,
): Promise<ConsolePage> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  const wrong = troubles(page)
  await page.goto(`http://hall.test:${port}/console/${SHOW}/${screen}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, wrong }
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe has against the page as it is now, by WCAG 2.2 A and AA; `rules`: by these alone. */
export async function against(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Through the devtools: the page's own policy admits no script of ours.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  const runOnly: Axe.RunOnly = rules
    ? { type: 'rule', values: [...rules] }
    : { type: 'tag', values: TAGS }
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' ')}`)
  }, runOnly)
}

/** What depends on the colours, and so on the light. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The same in light and in dark. */
export async function inBothLights(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const rules = colorScheme === 'light' ? COLOURS : undefined
    for (const one of await against(page, rules)) found.push(`${colorScheme} ${one}`)
  }
  return found
}

/** What a finger can press that is smaller than 44 px. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
      .filter((one) => !one.classList.contains('skip') && one.checkVisibility())
      .filter((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
        return width < 43.9 || height < 43.9
      })
      .map((one) => `too small: ${one.outerHTML.slice(0, 120)}`),
  )

/** Does the page have to be pushed sideways to be read? */
export const tooWide = async (page: Page): Promise<string[]> => {
  const by: number = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return by > 0 ? [`too wide by ${by} px`] : []
}

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { idFrom, type PersonId, type SegmentId, type StageId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { chance } from '../../scripts/seed/chance.ts'
import { draftShow, storeDraft } from '../../scripts/seed/into-store.ts'
import { openStore } from '../../server/store/open.ts'
import { openBrowser } from '../support/browser.ts'
import { session, SHOW } from '../support/seeded.ts'
import { dataFolder, startServer } from '../support/server.ts'
import type { Figure } from './support/report.ts'
import { quantile } from './support/statistics.ts'

const STAGES = 3
const DAYS = ['2026-06-28', '2026-06-29']
const ITEMS = 120
const PEOPLE = 2_000
const KEYS = 120

/** Keypress to paint, by the browser's own trace, in the editor of a very full programme. */
export async function editor(): Promise<Figure[]> {
  const data = dataFolder()
  const organiser = await seedLarge(data.folder)
  const server = await startServer(data.folder)
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = organiser.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  const from = performance.now()
  await page.goto(`http://hall.test:${server.port}/console/${SHOW}/programme`)
  await page.locator('.plan__item').nth(2).waitFor()
  const opened = performance.now() - from
  const bare = await typed(browser, await bareField(browser))
  await page.locator('.plan__item .plan__name').nth(2).click()
  const typing = await typed(browser, page)
  await page.keyboard.press('Escape')
  // Up and down the list, from row to row.
  await page.locator('.plan__item').nth(2).click()
  const walking = await typed(browser, page, 'ArrowDown')
  await browser.close()
  await server.stop()
  data.done()
  const beside = `a bare field beside it: ${quantile(bare, 0.95).toFixed(0)} ms`
  const full = `${STAGES} stages × ${DAYS.length} days × ${ITEMS} items, ${PEOPLE.toLocaleString('en-GB')} people`
  return [
    {
      name: `keypress to paint, p95: ${full}`,
      value: quantile(typing, 0.95),
      unit: 'ms',
      limit: 50,
      beside,
    },
    {
      name: 'arrow key to the next row, p95',
      value: quantile(walking, 0.95),
      unit: 'ms',
      limit: 50,
      beside,
    },
    { name: 'its programme opened', value: opened, unit: 'ms' },
  ]
}

async function bareField(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setContent('<input autofocus>')
  await page.locator('input').focus()
  return page
}

/** ms from each key to the paint after it. */
async function typed(browser: Browser, page: Page, key = 'a'): Promise<number[]> {
  const path = `${dataFolder().folder}/trace.json`
  await browser.startTracing(page, { path, categories: ['devtools.timeline', 'latencyInfo'] })
  for (let count = 0; count < KEYS; count += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(30)
  }
  await browser.stopTracing()
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as {
    traceEvents: { name: string; args?: { data?: { type?: string; duration?: number } } }[]
  }
  const found = traceEvents.flatMap(({ name, args }) =>
    name === 'EventTiming' && args?.data?.type === 'keydown' && args.data.duration !== undefined
      ? [args.data.duration]
      : [],
  )
  if (found.length < KEYS / 2) throw new Error(`the trace has ${found.length} of ${KEYS} keys`)
  return found
}

async function seedLarge(folder: string): Promise<string> {
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.reason)
  const now = Date.now()
  const luck = chance(20_261_124)
  const draft = draftShow(
    SHOW,
    { title: 'Large', place: '', zone: 'Europe/London', days: DAYS },
    now,
  )
  const stages = [draft.stage]
  while (stages.length < STAGES) {
    const id = idFrom<StageId>('stg', luck.bytes(12))
    draft.does({ type: 'save-stage', stage: { id, name: `Stage ${stages.length + 1}` } }, now)
    stages.push(id)
  }
  for (const stage of stages)
    for (const day of DAYS)
      for (let index = 0; index < ITEMS; index += 1)
        draft.does(
          {
            type: 'save-segment',
            segment: {
              id: idFrom<SegmentId>('seg', luck.bytes(12)),
              stage,
              day,
              kind: 'talk',
              title: `Talk ${index + 1}`,
              length: 5 * MINUTE,
              fixedStart: null,
              warnAt: MINUTE,
              dangerAt: MINUTE,
            },
          },
          now,
        )
  for (let index = 0; index < PEOPLE; index += 1)
    draft.does(
      {
        type: 'save-person',
        person: idFrom<PersonId>('per', luck.bytes(12)),
        roles: ['delegate'],
        details: {
          name: `Person ${index}`,
          organisation: 'Org',
          jobTitle: '',
          email: '',
          ticket: '',
        },
      },
      now,
    )
  await storeDraft(opened.store, draft)
  const organiser = await session(opened.store, { role: 'organiser', generation: 1 }, now)
  await opened.store.close()
  return organiser
}

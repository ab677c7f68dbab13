import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShowId } from '#shared/show/words.ts'
import { storeDraft } from '../../../scripts/seed/into-store.ts'
import { STATES } from '../../../scripts/seed/states.ts'
import { claimed, publishedAt, signIns, type Visit, visitsOf } from '../../../scripts/visits.ts'
import { openStore } from '../../../server/store/open.ts'
import { against, inBothLights, tooSmall, tooWide } from '../../support/axe.ts'
import { LAPTOP, openBrowser, PHONE, troubles } from '../../support/browser.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

type State = 'empty' | 'choosing' | 'long'
const EVENTS: Record<State, ShowId> = {
  choosing: 'leeds-choosing' as ShowId,
  empty: 'leeds-empty' as ShowId,
  long: 'leeds-long' as ShowId,
}
const SIZE = { delegates: 20, pitches: 5, rounds: 2, capacity: 3 }
/** what these are made to be looked at on; everything else is for a phone in the hand */
const ON_LAPTOPS: readonly Visit['as'][] = ['organiser', 'screen']
const PUBLISHED = /^\/s\/[^/]+\/(?:programme|innovations)\//

const data = dataFolder()
let browser: Browser
let server: RunningServer
let organiser = ''
/** one browser for each who looks, over all states: what they have loaded once is not loaded again */
const pages = new Map<Visit['as'], { page: Page; wrong: string[] }>()

beforeAll(async () => {
  const opened = await openStore({ folder: data.folder })
  if (!opened.ok) throw new Error(opened.reason)
  for (const [state, event] of Object.entries(EVENTS) as [State, ShowId][])
    await storeDraft(opened.store, STATES[state](event, Date.now(), SIZE))
  await opened.store.close()
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

async function pageOf(as: Visit['as'], cookie: string): Promise<{ page: Page; wrong: string[] }> {
  const present = pages.get(as)
  const page =
    present?.page ?? (await (await browser.newContext({ reducedMotion: 'reduce' })).newPage())
  const opened = present ?? { page, wrong: troubles(page) }
  pages.set(as, opened)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().clearCookies()
  if (name !== '')
    await page.context().addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  return opened
}

/** What is wrong with a page at both sizes, in the lights and by the rules that this state is there for. */
async function look(page: Page, visit: Visit, state: State): Promise<string[]> {
  const own = ON_LAPTOPS.includes(visit.as) ? LAPTOP : PHONE
  await page.goto(`http://hall.test:${server.port}${visit.path}`)
  await page
    .locator(visit.as === 'screen' ? '.stage__phase, .hall__day' : 'h1')
    .first()
    .waitFor()
  // Begun at the size that the page before it ended with: each is laid out anew once, not twice.
  const first = page.viewportSize()?.width === PHONE.width ? PHONE : LAPTOP
  const found: string[] = []
  for (const size of [first, first === PHONE ? LAPTOP : PHONE]) {
    await page.setViewportSize(size)
    found.push(...(await tooWide(page)))
    if (size === own) found.push(...(await lookClosely(page, visit, state)))
  }
  return found
}

/** At the size that a page is made for. */
async function lookClosely(page: Page, { as, path }: Visit, state: State): Promise<string[]> {
  const found = ON_LAPTOPS.includes(as) ? [] : await tooSmall(page)
  // Colours do not change with what is written in them: one state is looked at in both lights.
  if (state === 'choosing') found.push(...(await inBothLights(page)))
  // What is there only once something is published has not been looked at in the other states.
  if (state === 'empty' || (state === 'long' && PUBLISHED.test(path)))
    found.push(...(await against(page)))
  return found
}

describe('every page is accessible, fits a phone and a laptop, and has no troubles', () => {
  test.each(Object.entries(EVENTS) as [State, ShowId][])(
    '%s',
    { timeout: 120_000 },
    async (state, event) => {
      const claim = server.claim ?? expect.fail('the server is not new')
      const visit = async (one: Visit, cookie: string): Promise<void> => {
        const { page, wrong } = await pageOf(one.as, cookie)
        const found = await look(page, one, state)
        expect.soft([...found, ...wrong.splice(0)], one.name).toEqual([])
      }
      const published = state === 'long' ? await publishedAt(server.url, event) : {}
      const all = visitsOf(event, claim.replace('/claim/', ''), published)
      // The page of the first link is looked at before it is spent.
      if (organiser === '') {
        for (const one of all.filter(({ path }) => path === claim)) await visit(one, '')
        organiser = await claimed(server.url, claim)
      }
      const cookies = await signIns(server.url, event, organiser)
      // Pages of no event are the same in every state.
      const visits = all.filter(
        ({ path }) => path !== claim && (state === 'choosing' || path.includes(event)),
      )
      expect(visits.length).toBeGreaterThan(12)
      for (const one of visits)
        if (one.as === 'nobody' || cookies[one.as] !== '') await visit(one, cookies[one.as])
    },
  )
})

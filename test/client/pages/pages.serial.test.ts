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

const EVENT = 'leeds-2026' as ShowId
const SIZE = { delegates: 20, pitches: 5, rounds: 2, capacity: 3 }
/** what these are made to be looked at on; everything else is for a phone in the hand */
const ON_LAPTOPS: readonly Visit['as'][] = ['organiser', 'screen']

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const PUBLISHED = /^\/s\/[^/]+\/(?:programme|innovations)\//

describe.each(['empty', 'choosing', 'long'] as const)('every page, %s', (state) => {
  const data = dataFolder()
  let server: RunningServer
  let cookies: Awaited<ReturnType<typeof signIns>> | undefined
  const pages = new Map<Visit['as'], { page: Page; wrong: string[] }>()

  beforeAll(async () => {
    const opened = await openStore({ folder: data.folder })
    if (!opened.ok) throw new Error(opened.reason)
    await storeDraft(opened.store, STATES[state](EVENT, Date.now(), SIZE))
    await opened.store.close()
    server = await startServer(data.folder)
  })
  afterAll(async () => {
    for (const { page } of pages.values()) await page.context().close()
    await server?.kill9()
    data.done()
  })

  const pageOf = async (as: Visit['as']): Promise<{ page: Page; wrong: string[] }> => {
    const present = pages.get(as)
    if (present) return present
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const [name = '', value = ''] = (cookies?.[as] ?? '').split('=')
    if (name !== '') await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
    const page = await context.newPage()
    const opened = { page, wrong: troubles(page) }
    pages.set(as, opened)
    return opened
  }

  test(
    'is accessible, fits a phone and a laptop, and has no troubles',
    { timeout: 120_000 },
    async () => {
      const claim = server.claim ?? expect.fail('the server is not new')
      const published = state === 'long' ? await publishedAt(server.url, EVENT) : {}
      const visits = visitsOf(EVENT, claim.replace('/claim/', ''), published)
      // The page of the first link is looked at before it is spent.
      visits.sort((a, b) => Number(b.path === claim) - Number(a.path === claim))
      expect(visits.length).toBeGreaterThan(12)
      for (const visit of visits) {
        if (visit.path !== claim)
          cookies ??= await signIns(server.url, EVENT, await claimed(server.url, claim))
        if (visit.as !== 'nobody' && cookies?.[visit.as] === '') continue
        const { page, wrong } = await pageOf(visit.as)
        const own = ON_LAPTOPS.includes(visit.as) ? LAPTOP : PHONE
        await page.setViewportSize(own)
        await page.goto(`http://hall.test:${server.port}${visit.path}`)
        await page
          .locator(visit.as === 'screen' ? '.stage__phase' : 'h1')
          .first()
          .waitFor()
        const found = await tooWide(page)
        // Colours do not change with what is written in them: one state is looked at in both lights.
        if (state === 'choosing') found.push(...(await inBothLights(page)))
        if (state === 'empty') found.push(...(await against(page)))
        if (own === PHONE) found.push(...(await tooSmall(page)))
        await page.setViewportSize(own === PHONE ? LAPTOP : PHONE)
        found.push(...(await tooWide(page)))
        // These are there only once something is published; the others have been looked at in the other states.
        if (state === 'long' && PUBLISHED.test(visit.path)) found.push(...(await against(page)))
        expect.soft([...found, ...wrong.splice(0)], visit.name).toEqual([])
      }
    },
  )
})

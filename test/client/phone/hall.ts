import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Command } from '#shared/show/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import { DEMO, fullShow } from '../../../scripts/seed/full-show.ts'
import { openStore } from '../../../server/store/open.ts'
import { against, tooSmall, tooWide } from '../../support/axe.ts'
import { PHONE, troubles } from '../../support/browser.ts'
import { personGrant, seedFolder, session, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

export const SIZE = { delegates: 12, pitches: 6, rounds: 2, capacity: 3 }

/** A running server with a small show: round 1 is open, each table seats three. */
export async function openHall() {
  const data = dataFolder()
  const seeded = await seedFolder(data.folder, SIZE)
  const full = fullShow(seeded.stage, { ...DEMO, byItself: false, ...SIZE })
  const presenters = await sessionsFor(data.folder, full.presenters)
  let server: RunningServer = await startServer(data.folder)
  return {
    ...seeded,
    full,
    /** cookies */
    presenters,
    port: () => server.port,
    /** One command by whoever the cookie belongs to. */
    async send(command: Command, cookie = seeded.organiser): Promise<void> {
      const answer = await fetch(`${server.url}/s/${SHOW}/commands`, {
        method: 'POST',
        headers: { cookie, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(command),
      })
      if (!answer.ok) throw new Error(`${command.type}: ${await answer.text()}`)
    },
    kill: () => server.kill9(),
    /** The same server again, on the same port. */
    async startAgain(): Promise<void> {
      server = await startServer(data.folder, { port: server.port })
    },
    async close(): Promise<void> {
      await server.kill9()
      data.done()
    },
  }
}
export type Hall = Awaited<ReturnType<typeof openHall>>

async function sessionsFor(folder: string, people: readonly PersonId[]): Promise<string[]> {
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.reason)
  const cookies: string[] = []
  for (const person of people)
    cookies.push(await session(opened.store, personGrant(person), Date.now()))
  await opened.store.close()
  return cookies
}

export interface OpenPhone {
  page: Page
  wrong: string[]
  /** Path from `/s/<event>/` on, `me?view=day`; waits until the page is live. */
  go(path: string): Promise<void>
  /** What axe finds against WCAG 2.2 AA. */
  axe(): Promise<string[]>
  /** What a finger can press that is smaller than 44 px, and what is wider than the screen. */
  tight(): Promise<string[]>
  close(): Promise<void>
}

export async function openPhone(
  browser: Browser,
  hall: Hall,
  cookie: string | null,
  options: BrowserContextOptions = {},
): Promise<OpenPhone> {
  const context = await browser.newContext({ viewport: PHONE, ...options })
  const [name = '', value = ''] = (cookie ?? '').split('=')
  if (cookie !== null) await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  const wrong = troubles(page)
  return {
    page,
    wrong,
    async go(path) {
      await page.goto(`http://hall.test:${hall.port()}/s/${SHOW}/${path}`)
      if (options.javaScriptEnabled !== false) await page.locator('[data-link=live]').waitFor()
    },
    axe: () => against(page),
    tight: async () => [...(await tooSmall(page)), ...(await tooWide(page))],
    close: () => context.close(),
  }
}

import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { against } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { printHall } from './prints-hall.ts'
import { type Browser as Asker, SHOW } from './site.ts'

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The sizes of a PDF's pages, in whole points (a point is 25.4 / 72 mm). */
const pagesOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  )

/** The characters that a PDF's fonts draw, as its own tables tell them: one without a glyph is in none. */
function drawnIn(pdf: Buffer): Set<string> {
  const drawn = new Set<string>()
  const text = pdf.toString('latin1')
  for (const { 0: head, index } of text.matchAll(/stream\r?\n/g)) {
    const from = index + head.length
    const stream = pdf.subarray(from, text.indexOf('endstream', from))
    const table = readable(stream)
    if (!table.includes('beginbfchar') && !table.includes('beginbfrange')) continue
    for (const [, code = ''] of table.matchAll(/^<\w+> <(\w{4})>$/gm))
      drawn.add(String.fromCodePoint(Number.parseInt(code, 16)))
    for (const [, first = '', last = '', code = ''] of table.matchAll(
      /^<(\w+)> <(\w+)> <(\w{4})>$/gm,
    )) {
      const start = Number.parseInt(code, 16)
      const span = Number.parseInt(last, 16) - Number.parseInt(first, 16)
      for (let at = 0; at <= span; at += 1) drawn.add(String.fromCodePoint(start + at))
    }
  }
  return drawn
}
/** A stream that is no compressed text, such as a font's, holds no table. */
function readable(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}

/** What runs over the edge of the paper, as it is laid out to be printed. */
const tooWide = (page: Page, each: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].flatMap((sheet) => {
        const edge = sheet.getBoundingClientRect().right + 1
        return [...sheet.querySelectorAll('*')]
          .filter((one) => one.getBoundingClientRect().right > edge)
          .map((one) => one.outerHTML.slice(0, 100))
      }),
    each,
  )

test('days print on A6 and guests on A4, in every script, with nothing over the edge', async () => {
  const { site, full, people } = await printHall(DIST)
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const open = async (asker: Asker, path: string): Promise<Page> => {
    const context = await browser.newContext()
    const cookies = Object.entries(asker.cookies)
    await context.addCookies(
      cookies.map(([name, value]) => ({ name, value, domain: 'hall.test', path: '/' })),
    )
    const page = await context.newPage()
    await page.goto(`http://hall.test:${port}/s/${SHOW}/${path}`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return page
  }
  const print = (page: Page) => page.pdf({ preferCSSPageSize: true })
  const organiser = await site.organiser()

  const days = await open(organiser, 'days?role=delegate')
  expect(await against(days)).toEqual([])
  await days.emulateMedia({ media: 'print' })
  await days.setViewportSize({ width: Math.round((93 * 96) / 25.4), height: 500 })
  expect(await tooWide(days, '.dayprint')).toEqual([])
  const paper = await print(days)
  // 105 × 148 mm, a page each: six rounds with titles of 120 letters and the code fit.
  expect(pagesOf(paper)).toEqual(people.map(() => '298 × 420'))
  const drawn = drawnIn(paper)
  for (const letter of 'ŴŷŁΕλένηΠJ') expect(drawn, letter).toContain(letter)
  expect(drawn).not.toContain('Ω')

  const own = await open(
    await site.badge(people[2] ?? full.presenters[0] ?? ('per-none' as never)),
    'me/a6',
  )
  expect(pagesOf(await print(own))).toEqual(['298 × 420'])
  const qr = await own.locator('.dayprint__qr svg').boundingBox()
  expect(qr?.width).toBeGreaterThan(85)

  const guests = await open(organiser, 'guests')
  expect(await against(guests)).toEqual([])
  await guests.emulateMedia({ media: 'print' })
  await guests.setViewportSize({ width: Math.round((180 * 96) / 25.4), height: 900 })
  expect(await tooWide(guests, '.guestprint')).toEqual([])
  const sheets = await print(guests)
  // 210 × 297 mm, each of the eight tables on a page of its own.
  expect(pagesOf(sheets)).toEqual(full.tables.map(() => '595 × 842'))
  for (const letter of 'ŴŷŁΕλ') expect(drawnIn(sheets), letter).toContain(letter)
  const badges = await open(organiser, 'badges')
  expect(pagesOf(await print(badges))[0]).toBe('595 × 842')
  for (const page of [days, own, guests, badges]) await page.context().close()
})

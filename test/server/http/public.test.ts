import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import {
  type PersonId,
  type SegmentId,
  type ShowId,
  type StageId,
  SYSTEM,
} from '#shared/show/words.ts'
import { localDateOf } from '#shared/time/zone.ts'
import { type Browser, opened, type Opened, ORGANISER, person, SHOW, STAGE } from './site.ts'
import {
  BLOCK,
  CARE,
  doing,
  NINE_THIRTY,
  PAGE,
  PROGRAMME,
  PUBLISH,
  TALK,
  talk,
  withProgramme,
} from './public-support.ts'

const ITEM = `${PAGE}/programme/${BLOCK}`
const INNOVATION = `${PAGE}/innovations/${CARE}`

describe('the event’s page', () => {
  test('before the programme is published, tells when and where, and no more', async () => {
    const site = await opened()
    await doing(site, ...PROGRAMME)
    const { body, statusCode } = await site.browser().get(PAGE)
    expect(statusCode).toBe(200)
    expect(body).toContain('The programme will be published here.')
    expect(body).toContain('Tuesday 24 November 2026')
    expect(body).toContain('Town Hall, Huddersfield')
    expect(body).not.toMatch(/Better Care<|Welcome|Priya|09:30|changes\.atom/)
    for (const address of [ITEM, INNOVATION, `${PAGE}/changes.atom`]) {
      const page = await site.browser().get(address)
      expect([page.statusCode, page.body.includes('not published yet')]).toEqual([404, true])
    }
  })
  test('then shows the programme, and who presents what at which table', async () => {
    const site = await withProgramme()
    const { body } = await site.browser().get(PAGE)
    expect(body).toContain('Tuesday 24 November 2026, 09:30 to 09:41')
    expect(body).toContain('<time datetime="2026-11-24T09:30:00+00:00">09:30</time>')
    expect(body).toContain('Priya Shah, Kirklees')
    expect(body).toContain('Table </span>12')
    expect(body).toContain('Left wall. Pitch at 09:40')
    expect(body).toContain('Why we are here.')
    expect(body).toContain(`href="${PAGE}/me"`)
    for (const file of ['calendar.ics', 'schedule.json', 'schedule.xml', 'changes.atom'])
      expect(body).toContain(`href="${PAGE}/${file}"`)
    expect(body).not.toMatch(/Jo Ellis|example\.org|Lights up|More will be added/)
  })
  test('keeps to itself what is to be confirmed, and says that there is more', async () => {
    const site = await withProgramme(
      talk('seg-maybe1' as SegmentId, { title: 'The minister, perhaps', confirmed: false }),
    )
    const { body } = await site.browser().get(PAGE)
    expect(body).toContain('More will be added.')
    expect(body).not.toContain('perhaps')
    const own = await site.browser().get(`${PAGE}/programme/seg-maybe1`)
    expect([own.statusCode, own.body.includes('perhaps')]).toEqual([404, false])
  })
  test('has stages with their names when there are several', async () => {
    const albert = 'stg-albert1' as StageId
    const one = await (await withProgramme()).browser().get(PAGE)
    expect(one.body).not.toContain('plan__stage')
    const site = await withProgramme(
      { type: 'save-stage', stage: { id: albert, name: 'Albert Room' } },
      talk('seg-albert1' as SegmentId, { stage: albert }),
    )
    const { body } = await site.browser().get(PAGE)
    expect(body).toContain('plans--several')
    expect(body).toContain('<h3 class="plan__stage">Albert Room</h3>')
  })
  test('says when it is over', async () => {
    const site = await withProgramme({ type: 'close-show' })
    const { body } = await site.browser().get(PAGE)
    expect(body).toContain('This event is over')
    expect(body).toContain('Were you there?')
    expect(body).toContain('The programme stays here, as it was planned.')
  })
  test('when it is over and was never published, promises no programme', async () => {
    const site = await opened()
    await doing(site, ...PROGRAMME, { type: 'close-show' })
    const { body } = await site.browser().get(PAGE)
    expect(body).toContain('This event is over')
    expect(body).toContain('Its programme is not published here.')
    expect(body).not.toMatch(/programme stays|will be published/)
  })
})

describe('permanent addresses', () => {
  test('an item has a page with what is in it', async () => {
    const site = await withProgramme()
    const { body, statusCode } = await site.browser().get(ITEM)
    expect(statusCode).toBe(200)
    expect(body).toContain('<title>Pitches, block 1: Better Care Showcase</title')
    expect(body).toContain(`href="${INNOVATION}"`)
    expect(body).toContain('Priya Shah, Kirklees')
  })
  test('an innovation has a page with its pitch and its table', async () => {
    const site = await withProgramme()
    const { body, statusCode } = await site.browser().get(INNOVATION)
    expect(statusCode).toBe(200)
    expect(body).toContain('Presented by Priya Shah')
    expect(body).toContain('>09:40</time>')
    expect(body).toContain(`href="${ITEM}"`)
    expect(body).toContain('Table 12')
    expect(body).toContain('Left wall')
  })
  test('what is taken out later is gone, with a way back; what never was is unknown', async () => {
    const site = await withProgramme(
      { type: 'remove-segment', segment: BLOCK },
      { type: 'remove-innovation', innovation: CARE },
    )
    for (const address of [ITEM, INNOVATION]) {
      const page = await site.browser().get(address)
      expect(page.statusCode, address).toBe(410)
      expect(page.body).toContain('any more')
      expect(page.body).toContain(`href="${PAGE}"`)
      expect(page.body).not.toMatch(/Pitches, block 1|Kirklees/)
    }
    for (const address of ['programme/seg-none1', 'innovations/inn-none1', 'innovations/<b>']) {
      const page = await site.browser().get(`${PAGE}/${address}`)
      expect(page.statusCode, address).toBe(404)
      expect(page.body).toContain('There is no such')
      expect(page.body).toContain('entry-public-99999999.css')
      expect(page.headers['x-robots-tag']).toContain('noindex')
    }
    await doing(site, talk(BLOCK, { title: 'Back again' }))
    expect((await site.browser().get(ITEM)).statusCode).toBe(200)
  })
  test('an item that is to be confirmed again keeps its address and tells its time, until it is confirmed', async () => {
    const site = await withProgramme()
    const address = `${PAGE}/programme/${TALK}`
    const before = await site.browser().get(address)
    await doing(site, talk(TALK, { fixedStart: NINE_THIRTY, title: 'Perhaps', confirmed: false }))
    const { body, statusCode } = await site.browser().get(address)
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>To be confirmed</h1>')
    expect(body).toContain('>09:30</time>')
    expect(body).toContain('>09:40</time>')
    expect(body).not.toMatch(/Welcome|Perhaps|Why we are here|any more/)
    const welcome = { fixedStart: NINE_THIRTY, summary: 'Why we are here.' }
    await doing(site, talk(TALK, { ...welcome, confirmed: true }))
    const again = await site.browser().get(address)
    expect([again.statusCode, again.body]).toEqual([200, before.body])
    await doing(site, talk(TALK, { ...welcome, confirmed: false }))
    await doing(site, { type: 'remove-segment', segment: TALK })
    expect((await site.browser().get(address)).statusCode).toBe(410)
  })
  test('while the programme is taken back, what was in it is gone; then it is there again', async () => {
    const site = await withProgramme({ type: 'publish-programme', published: false })
    for (const address of [ITEM, INNOVATION]) {
      const page = await site.browser().get(address)
      expect([page.statusCode, page.body.includes('taken back')], address).toEqual([410, true])
    }
    await doing(site, PUBLISH)
    expect((await site.browser().get(ITEM)).statusCode).toBe(200)
  })
  test('an item that was never public is unknown, not gone', async () => {
    const site = await opened()
    await doing(site, ...PROGRAMME, { type: 'remove-segment', segment: TALK }, PUBLISH)
    expect((await site.browser().get(`${PAGE}/programme/${TALK}`)).statusCode).toBe(404)
  })
})

describe('keeping it', () => {
  const etagOf = async (site: Awaited<ReturnType<typeof opened>>, address = PAGE) =>
    String((await site.browser().get(address)).headers.etag)

  test('a page that stands is not sent again', async () => {
    const site = await withProgramme()
    for (const address of [PAGE, ITEM, INNOVATION, `${PAGE}/changes.atom`]) {
      const etag = await etagOf(site, address)
      const again = await site.browser().get(address, { 'if-none-match': `"other", ${etag}` })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
      expect(again.headers['cache-control']).toBe('public, no-cache')
      const other = await site.browser().get(address, { 'if-none-match': '"other"' })
      expect(other.statusCode).toBe(200)
    }
  })
  test('a change of the programme makes it another one, a seat that somebody takes does not', async () => {
    const site = await withProgramme()
    const before = await etagOf(site)
    await doing(site, { type: 'check-in', person: 'per-joellis' as never })
    expect(await etagOf(site)).toBe(before)
    await doing(site, talk(TALK, { title: 'Good morning', fixedStart: Date.UTC(2026, 10, 24, 9) }))
    const after = await site.browser().get(PAGE, { 'if-none-match': before })
    expect([after.statusCode, after.body.includes('Good morning')]).toEqual([200, true])
  })
  test('a presenter’s new name is on it at once', async () => {
    const site = await withProgramme()
    const before = await etagOf(site)
    await doing(site, person('per-priyashah', 'Priya Rao', ['presenter']))
    const { body } = await site.browser().get(PAGE, { 'if-none-match': before })
    expect(body).toContain('Priya Rao, Kirklees')
    expect(body).not.toContain('Shah')
  })
  test('it is sent small, the same whatever it is packed as', async () => {
    const site = await withProgramme()
    const plain = await site.browser().get(PAGE)
    for (const turn of ['first', 'second']) {
      const br = await site.browser().get(PAGE, { 'accept-encoding': 'gzip, br' })
      expect(br.headers['content-encoding'], turn).toBe('br')
      expect(br.headers.vary).toContain('accept-encoding')
      expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
      expect(br.headers.etag).toBe(plain.headers.etag)
    }
  })
  test('every address it is asked at is told as its own', async () => {
    const site = await withProgramme()
    const at = (host: string) => site.browser().get(PAGE, { host })
    expect((await at('one.test')).body).toContain('content="http://one.test/s/leeds-2026"')
    expect((await at('two.test')).body).toContain('content="http://two.test/s/leeds-2026"')
    expect((await at('two.test')).body).not.toContain('one.test')
  })
})

test('a rehearsal says so on every page, and asks robots to stay out', async () => {
  const site = await withProgramme()
  const command = { type: 'begin-rehearsal' as const, of: 'other-2026' as ShowId }
  await site.runner().submit({ command, actor: SYSTEM, repeat: null })
  for (const address of [PAGE, ITEM, INNOVATION, `${PAGE}/innovations/inn-none1`]) {
    const { body, headers } = await site.browser().get(address)
    expect(body, address).toContain('Rehearsal: not the real event')
    expect(body.indexOf('Rehearsal')).toBeLessThan(body.indexOf('<h1'))
    expect(body).toContain('<meta name="robots" content="noindex, nofollow" />')
    expect(body).not.toMatch(/og:|ld\+json|canonical/)
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  }
})

describe('the list of events', () => {
  /** Makes another event on that day, and does what is to be done to it. */
  const make = async (site: Opened, id: string, day: string, ...then: Command[]) => {
    const command = {
      type: 'create-show' as const,
      title: id.toUpperCase(),
      place: '',
      zone: 'Europe/London',
      days: [day],
      stage: STAGE,
    }
    await site.shows.create(id as ShowId, { command, actor: ORGANISER, repeat: null })
    for (const one of then) {
      const actor = one.type === 'begin-rehearsal' ? SYSTEM : ORGANISER
      const result = await site.shows.get(id)?.submit({ command: one, actor, repeat: null })
      expect(result?.ok, one.type).toBe(true)
    }
  }
  test('those to come first, then those that are over; none put away, no rehearsal', async () => {
    const site = await opened()
    await make(site, 'later-2', '2098-05-02', PUBLISH)
    await make(site, 'sooner-2', '2098-05-01', PUBLISH)
    await make(site, 'closed-2', '2098-05-01', PUBLISH, { type: 'close-show' })
    await make(site, 'past-2', '2020-05-01', PUBLISH)
    await make(site, 'older-2', '2019-05-01', PUBLISH)
    await make(site, 'away-2', '2098-05-01', PUBLISH, { type: 'archive-show', archived: true })
    await make(site, 'copy-2', '2098-05-01', PUBLISH, { type: 'begin-rehearsal', of: SHOW })
    const { body } = await site.browser().get('/')
    const order = ['Coming up', 'SOONER', 'LATER', 'Past events', 'CLOSED', 'PAST', 'OLDER']
    const places = order.map((word) => body.indexOf(word))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(body).not.toMatch(/AWAY|COPY/)
    expect((await site.browser().get('/s/away-2')).statusCode).toBe(200)
  })
  test('a draft is there for those who work or take part at it, and on its day for whoever comes', async () => {
    const site = await opened()
    const today = localDateOf(Date.now(), 'Europe/London')
    const jo = person('per-joellis', 'Jo Ellis')
    await doing(site, jo, { type: 'change-days', days: ['2098-05-01'] })
    await make(site, 'other-draft', '2098-05-01', jo)
    await make(site, 'empty-today', today)
    await make(site, 'today-full', today, jo)
    const seen = async (browser: Browser) => {
      const { body, headers } = await browser.get('/')
      const found = [...body.matchAll(/href="\/s\/([\w-]+)"/g)].map(([, id = '']) => id)
      return { found: found.toSorted(), kept: headers['cache-control'] }
    }
    expect(await seen(site.browser())).toEqual({ found: ['today-full'], kept: 'no-cache' })
    const badge = await site.badge('per-joellis' as PersonId)
    expect(await seen(badge)).toEqual({ found: [SHOW, 'today-full'], kept: 'no-store' })
    const organiser = await seen(await site.organiser())
    expect(organiser.found).toEqual(['empty-today', SHOW, 'other-draft', 'today-full'])
    await doing(site, PUBLISH)
    expect((await seen(site.browser())).found).toEqual([SHOW, 'today-full'])
  })
})

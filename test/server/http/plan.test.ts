import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { MOST_SPARE_PICTURES } from '#shared/show/pictures.ts'
import type { ShowId, TableId } from '#shared/show/words.ts'
import { hashOf, MOST_PICTURE_BYTES, pictureIn } from '../../../server/runner/pictures/kind.ts'
import { picture, PICTURES } from '../../support/pictures.ts'
import { type Browser, HOST, opened, type Opened, ORIGIN, person, SHOW } from './site.ts'

const cookiesOf = ({ cookies }: Browser): string =>
  Object.entries(cookies)
    .map((pair) => pair.join('='))
    .join('; ')
const json = { accept: 'application/json' }
const ONE = 'tab-one1' as TableId
const table: SingleCommand = {
  type: 'save-table',
  table: { id: ONE, number: 1, zone: 'C', place: '', capacity: 8, innovation: null, hosts: [] },
}
const place: SingleCommand = {
  type: 'place-tables',
  places: [{ table: ONE, at: { x: 0.5, y: 0.25 } }],
}

async function site() {
  const all = await opened()
  expect(await all.send(table)).toMatchObject({ ok: true })
  const organiser = await all.organiser()
  const cookie = cookiesOf(organiser)
  const load = (bytes: Uint8Array, headers: Record<string, string> = {}) =>
    all.app.inject({
      method: 'POST',
      url: `/api/shows/${SHOW}/plan`,
      payload: Buffer.from(bytes),
      headers: {
        host: HOST,
        origin: ORIGIN,
        cookie,
        ...json,
        'content-type': 'image/png',
        ...headers,
      },
    })
  return { ...all, load }
}
const hall = (all: Opened) => all.runner().show().hall

describe('a picture of the hall', () => {
  test('is known by its bytes alone: PNG, JPEG and the three kinds of WebP', () => {
    expect(pictureIn(PICTURES.png)).toEqual({ format: 'image/png', width: 6, height: 4 })
    expect(pictureIn(PICTURES.jpeg)).toEqual({ format: 'image/jpeg', width: 6, height: 4 })
    for (const kind of ['webp', 'webpLossless', 'webpExtended'] as const)
      expect(pictureIn(PICTURES[kind]), kind).toEqual({ format: 'image/webp', width: 6, height: 4 })
  })

  test.for<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    [
      'a page',
      Buffer.from('<!doctype html><p>Not a picture, but long enough to be read as one</p>'),
    ],
    ['a GIF', Buffer.from('GIF89a'.padEnd(60, '\u0001'), 'latin1')],
    ['a PNG cut off in its head', PICTURES.png.subarray(0, 20)],
    ['a JPEG without a size', PICTURES.jpeg.subarray(0, 40)],
    ['a JPEG of markers that lead nowhere', Buffer.from('ffd8ffe0ffff0000000000000000', 'hex')],
    ['a PNG with a side too long', picture(6001, 4)],
    ['a PNG without a side', picture(0, 4)],
  ])('%s is none', async ([, bytes]) => {
    expect(pictureIn(bytes)).toBeNull()
  })

  test('is drawn on, and served for ever as what it is, whatever it was called', async () => {
    const all = await site()
    const answer = await all.load(PICTURES.jpeg, { 'content-type': 'image/png' })
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { ok: true }])
    const hash = hashOf(PICTURES.jpeg)
    expect(hall(all)).toMatchObject({ ground: { kind: 'picture', picture: hash }, tables: {} })
    const served = await all.browser().get(`/s/${SHOW}/picture/${hash}`)
    expect(served.statusCode).toBe(200)
    expect(served.rawPayload.equals(PICTURES.jpeg)).toBe(true)
    expect(served.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
    for (const other of ['0'.repeat(64), 'constructor', 'x'])
      expect((await all.browser().get(`/s/${SHOW}/picture/${other}`)).statusCode, other).toBe(404)
  })

  test('that is none, too large, or sent by somebody else changes nothing', async () => {
    const all = await site()
    const before = all.runner().show().version
    expect((await all.load(Buffer.from('<svg/>'))).json()).toMatchObject({ code: 'wrong-type' })
    const large = Buffer.concat([PICTURES.png, Buffer.alloc(MOST_PICTURE_BYTES)])
    const refused = await all.load(large)
    expect([refused.statusCode, refused.json()]).toMatchObject([413, { code: 'too-large' }])
    expect((await all.load(PICTURES.png, { 'content-type': 'image/svg+xml' })).statusCode).toBe(415)
    expect((await all.load(PICTURES.png, { origin: 'http://elsewhere.test' })).statusCode).toBe(403)
    expect((await all.load(PICTURES.png, { cookie: '' })).statusCode).toBe(401)
    await all.send(person('per-helper1', 'Sam', ['helper']))
    const version = all.runner().show().version
    const helper = await all.badge('per-helper1' as never)
    const cookie = cookiesOf(helper)
    expect((await all.load(PICTURES.png, { cookie })).statusCode).toBe(401)
    expect([version - before <= 2, all.runner().show().version]).toEqual([true, version])
    expect(await all.store.picture(SHOW, hashOf(PICTURES.png))).toBeNull()
  })

  test('of the same shape keeps what stands on it; another one begins anew, and undo brings all back', async () => {
    const all = await site()
    await all.load(picture(600, 400))
    expect(await all.send(place)).toMatchObject({ ok: true })
    await all.load(picture(300, 200))
    expect(hall(all)?.tables).toEqual({ [ONE]: { x: 0.5, y: 0.25 } })
    await all.load(picture(300, 500))
    expect(hall(all)?.tables).toEqual({})
    const edit = all.runner().show().edits.at(-1)?.id ?? 0
    expect(await all.send({ type: 'undo-edit', edit })).toMatchObject({ ok: true })
    const hash = hashOf(picture(300, 200))
    expect(hall(all)).toMatchObject({ ground: { picture: hash }, tables: { [ONE]: { x: 0.5 } } })
    expect((await all.browser().get(`/s/${SHOW}/picture/${hash}`)).statusCode).toBe(200)
  })

  test('many at once: all are drawn one after the other, and only so many stay', async () => {
    const all = await site()
    const sent = Array.from({ length: MOST_SPARE_PICTURES + 4 }, (_, n) => picture(100 + n, 100))
    const answers = await Promise.all(sent.map((bytes) => all.load(bytes)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(sent.map(() => 200))
    const kept = Object.keys(all.runner().show().pictures)
    expect(kept).toHaveLength(MOST_SPARE_PICTURES + 1)
    const there = await Promise.all(
      sent.map(async (bytes) => (await all.store.picture(SHOW, hashOf(bytes))) !== null),
    )
    expect(there).toEqual(sent.map((bytes) => kept.includes(hashOf(bytes))))
    const ground = hall(all)?.ground
    expect(kept).toContain(ground?.kind === 'picture' && ground.picture)
  })

  test('goes along when an event is used again, and in its file, and goes with the event', async () => {
    const all = await site()
    await all.load(PICTURES.png)
    await all.send(place)
    const organiser = await all.organiser()
    const asked = { id: 'next-time', title: 'Next time', day: '2027-06-01' }
    expect((await organiser.json(`/api/shows/${SHOW}/copy`, asked)).statusCode).toBe(201)
    const copy = all.shows.get('next-time')?.show()
    expect(copy?.hall).toEqual(hall(all))
    const address = `/s/next-time/picture/${hashOf(PICTURES.png)}`
    expect((await all.browser().get(address)).rawPayload.equals(PICTURES.png)).toBe(true)

    const file = await organiser.get(`/api/shows/${SHOW}/whole.ndjson.gz`, json)
    const lines = gunzipSync(file.rawPayload).toString().trim().split('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ pictures: 1 })
    const other = await opened()
    const sender = await other.organiser()
    const cookie = cookiesOf(sender)
    const loadFile = (text: string, id: string) =>
      other.app.inject({
        method: 'POST',
        url: `/api/shows/load?id=${id}`,
        payload: Buffer.from(text),
        headers: {
          host: HOST,
          origin: ORIGIN,
          cookie,
          ...json,
          'content-type': 'application/octet-stream',
        },
      })
    expect((await loadFile(lines.join('\n'), 'moved')).statusCode).toBe(201)
    expect(other.shows.get('moved')?.show().hall).toEqual(hall(all))
    const moved = `/s/moved/picture/${hashOf(PICTURES.png)}`
    expect((await other.browser().get(moved)).rawPayload.equals(PICTURES.png)).toBe(true)
    const words = async (text: string) => String((await loadFile(text, 'odd')).json().message)
    const last = lines.at(-1) ?? ''
    expect(
      await words([...lines.slice(0, -1), last.replace('"data":"', '"data":"AAAA')].join('\n')),
    ).toMatch(/no picture of this event/)
    expect(await words(lines.slice(0, -1).join('\n'))).toMatch(
      /1 picture of its hall, and 0 pictures/,
    )
    expect(await words([...lines, last].join('\n'))).toMatch(/no picture of this event/)

    await all.shows.remove('next-time' as ShowId)
    expect(await all.store.picture('next-time' as ShowId, hashOf(PICTURES.png))).toBeNull()
    expect(await all.store.picture(SHOW, hashOf(PICTURES.png))).not.toBeNull()
  })
})

describe('the drawing and the page of the map', () => {
  const grid: SingleCommand = {
    type: 'save-hall',
    hall: {
      ground: { kind: 'grid', columns: 4, rows: 2 },
      stage: { x: 0.5, y: 0.1 },
      doors: [{ x: 0.5, y: 1 }],
      tables: [{ table: ONE, at: { x: 0.25, y: 0.5 } }],
    },
  }
  const drawingOf = (page: string): string => /href="([^"]*\/map\/[^"]*)"/.exec(page)?.[1] ?? ''

  test('without a map the page says so, and there is no drawing', async () => {
    const all = await site()
    const page = await all.browser().get(`/s/${SHOW}/map`)
    expect([page.statusCode, page.body.includes('There is no map of this hall')]).toEqual([
      404,
      true,
    ])
    expect((await all.browser().get(`/s/${SHOW}/map/0.svg`)).statusCode).toBe(404)
  })

  test('the drawing has another name whenever it looks different, and is kept for ever under its own', async () => {
    const all = await site()
    await all.send(grid)
    const nameNow = async () => drawingOf((await all.browser().get(`/s/${SHOW}/map`)).body)
    const first = await nameNow()
    const drawn = await all.browser().get(first)
    expect(drawn.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(drawn.body).toMatch(/class="no"[^>]*>1</)
    expect(drawn.body).not.toMatch(/ style=|<script/)
    const policy = String(drawn.headers['content-security-policy'])
    const css = /<style>(.*?)<\/style>/s.exec(drawn.body)?.[1] ?? ''
    const hash = createHash('sha256').update(css).digest('base64')
    expect(policy).toContain(`default-src 'none'; style-src `)
    expect(policy).toContain(`'sha256-${hash}'`)
    await all.send(person('per-joellis', 'Jo Ellis'))
    expect(await nameNow(), 'nothing that is drawn').toBe(first)
    const names = new Set([first])
    for (const change of [
      { ...table, table: { ...table.table, number: 12 } } as SingleCommand,
      { ...table, table: { ...table.table, number: 12, zone: 'A' } } as SingleCommand,
      place,
      {
        type: 'save-hall',
        hall: { ground: { kind: 'grid', columns: 4, rows: 2 }, stage: null, doors: [] },
      } as SingleCommand,
    ]) {
      expect(await all.send(change)).toMatchObject({ ok: true })
      names.add(await nameNow())
    }
    expect(names.size).toBe(5)
    expect((await all.browser().get(first)).headers['cache-control'], 'an old name').toBe(
      'no-cache',
    )
  })

  test('the page marks the way to a table, and names every table in words', async () => {
    const all = await site()
    await all.send(grid)
    const page = (query: string) =>
      all
        .browser()
        .get(`/s/${SHOW}/map${query}`)
        .then(({ body }) => body)
    expect(await page('?to=1')).toContain('the way from the door to table 1')
    expect(await page('?to=1')).toMatch(/<path d="M\d/)
    for (const query of ['', '?to=7', '?to=<b>'])
      expect(await page(query), query).not.toMatch(/<path|Table 7|to=/)
    expect(await page('')).toContain('<b>Table 1</b>')
    const later = { ...grid, hall: { ...grid.hall, doors: [] } } as SingleCommand
    await all.send(later)
    expect(await page('?to=1')).toContain('table 1 is marked')
  })
})

import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PersonId, ShowId } from '#shared/show/words.ts'
import { clockTime, localDateOf } from '#shared/time/zone.ts'
import { ORIGIN, HOST, opened, type Opened, person, SHOW, STAGE } from './site.ts'

const JO = 'per-joellis' as PersonId
const MAX = 'per-maxroe1' as PersonId
const json = { accept: 'application/json' }
const COPY = 'leeds-2027' as ShowId
const talk = {
  type: 'save-segment' as const,
  segment: {
    id: 'seg-talk' as never,
    stage: STAGE,
    day: '2026-11-24',
    title: 'Welcome',
    kind: 'talk' as const,
    length: 600_000,
    warnAt: 0,
    dangerAt: 0,
    fixedStart: Date.parse('2026-11-24T09:30:00Z'),
    speakers: [JO],
  },
}

async function site(): Promise<Opened> {
  const made = await opened()
  for (const command of [person(JO, 'Jo Ellis', ['presenter']), talk]) {
    const result = await made.send(command)
    if (!result.ok) expect.fail(result.refusal.code)
  }
  return made
}

describe('an event is used again', () => {
  test('at another address and day, without its people', async () => {
    const all = await site()
    const organiser = await all.organiser()
    const asked = { id: COPY, title: 'Leeds 2027', day: '2027-06-01' }
    const made = await organiser.json(`/api/shows/${SHOW}/copy`, asked)
    expect([made.statusCode, made.json()]).toEqual([201, { id: COPY }])
    const show = all.shows.get(COPY)?.show()
    expect(show).toMatchObject({ title: 'Leeds 2027', days: ['2027-06-01'], publishedAt: null })
    expect(show?.people).toEqual({})
    // Summer time: the same time by the clocks in the hall is another instant.
    expect(show?.segments['seg-talk' as never]).toMatchObject({
      fixedStart: Date.parse('2027-06-01T08:30:00Z'),
      speakers: [],
    })
    expect(await all.store.people(COPY)).toEqual([])
    expect((await organiser.get(`/s/${COPY}`)).statusCode).toBe(200)
  })

  test('not at an address that is taken or none, nor on a day that is none; nothing is left behind', async () => {
    const all = await site()
    const organiser = await all.organiser()
    const ask = async (change: object) => {
      const body = { id: COPY, title: 'Leeds 2027', day: '2027-06-01', ...change }
      const answer = await organiser.json(`/api/shows/${SHOW}/copy`, body)
      return [answer.statusCode, answer.json().code, answer.json().field]
    }
    expect(await ask({ id: SHOW })).toEqual([409, 'already-exists', 'id'])
    expect(await ask({ id: 'Not One' })).toEqual([422, 'bad-value', 'id'])
    expect(await ask({ day: '2027-02-30' })).toEqual([422, 'bad-value', 'day'])
    expect(await ask({ title: ' ' })).toEqual([400, 'bad-request', 'title'])
    expect(all.shows.list().map(({ id }) => id)).toEqual([SHOW])
    expect(await all.store.shows()).toHaveLength(1)
  })
})

describe('a rehearsal', () => {
  const begun = async (all: Opened, now: boolean) => {
    const made = await (await all.organiser()).json(`/api/shows/${SHOW}/rehearsal`, { now })
    expect(made.statusCode).toBe(201)
    return made.json().id as ShowId
  }
  test('has everybody in it, says what it is, and begins in five minutes', async () => {
    const all = await site()
    const id = await begun(all, true)
    expect(id).toBe(`${SHOW}-rehearsal`)
    const show = all.shows.get(id)?.show()
    expect(show).toMatchObject({ rehearsalOf: SHOW, title: 'Better Care Showcase' })
    const start = show?.segments['seg-talk' as never]?.fixedStart ?? 0
    expect(show?.days).toEqual([localDateOf(start, 'Europe/London')])
    const wait = (start - Date.now()) / 60_000
    expect([wait > 4.5, wait <= 6]).toEqual([true, true])
    expect(await all.store.people(id)).toEqual(await all.store.people(SHOW))
    expect(all.runner().show().rehearsalOf).toBeNull()
  })
  test('that keeps its times keeps its day too; a second one gets a number, and one of a rehearsal is of the original', async () => {
    const all = await site()
    const [first, second] = [await begun(all, false), await begun(all, false)]
    expect(second).toBe(`${SHOW}-rehearsal-2`)
    const at = all.shows.get(first)?.show().segments['seg-talk' as never]?.fixedStart ?? 0
    const { fixedStart } = talk.segment
    const isToCome =
      localDateOf(fixedStart, 'Europe/London') > localDateOf(Date.now(), 'Europe/London')
    expect(clockTime(at, 'Europe/London')).toBe('09:30')
    expect(at > Date.now() || !isToCome).toBe(true)
    const organiser = await all.organiser()
    const third = await organiser.json(`/api/shows/${first}/rehearsal`, { now: false })
    expect(third.json().id).toBe(`${SHOW}-rehearsal-3`)
    expect(all.shows.get(third.json().id as string)?.show().rehearsalOf).toBe(SHOW)
  })
  test('has its own passes: those of the event open nothing at it', async () => {
    const all = await site()
    const id = await begun(all, false)
    const jo = await all.badge(JO)
    const { mine } = dataOf((await jo.get(`/s/${SHOW}/me`)).body)
    expect(mine?.person).toBe(JO)
    expect(dataOf((await jo.get(`/s/${id}/me`)).body).mine).toBeNull()
  })
  test('is marked on its public page and on every badge; the event is not', async () => {
    const all = await site()
    const id = await begun(all, false)
    const organiser = await all.organiser()
    const marks = { '': 'notice--rehearsal', '/badges': 'class="rehearsal"' }
    for (const [path, mark] of Object.entries(marks)) {
      expect((await organiser.get(`/s/${id}${path}`)).body).toContain(mark)
      expect((await organiser.get(`/s/${SHOW}${path}`)).body).not.toContain('Rehearsal')
    }
    const badges = (await organiser.get(`/s/${id}/badges`)).body
    expect(badges).toContain('Rehearsal: Better Care Showcase')
    const stage = (await organiser.get(`/s/${id}/stage/1`)).body
    expect(stage).toContain('"rehearsal":true')
  })
  test('is thrown away wholly: its address answers 404, the event is as it was', async () => {
    const all = await site()
    const id = await begun(all, true)
    const before = JSON.stringify(all.runner().show())
    const organiser = await all.organiser()
    const gone = await organiser.json(`/api/shows/${id}/remove`, {})
    expect([gone.statusCode, gone.json().ok]).toEqual([200, true])
    expect((await organiser.get(`/s/${id}`)).statusCode).toBe(404)
    expect((await organiser.get(`/console/${id}`)).statusCode).toBe(404)
    expect(await all.store.people(id)).toEqual([])
    expect(JSON.stringify(all.runner().show())).toBe(before)
    expect((await organiser.json(`/api/shows/${id}/remove`, {})).statusCode).toBe(404)
  })
  test('that the disk does not let go of stays, and takes commands again', async () => {
    let isFull = true
    const all = await opened({
      store: (store) => ({
        ...store,
        removeShow: async (show) =>
          isFull ? { ok: false, reason: 'not-saved', detail: 'disk full' } : store.removeShow(show),
      }),
    })
    const organiser = await all.organiser()
    const { id } = (await organiser.json(`/api/shows/${SHOW}/rehearsal`, { now: true })).json()
    expect((await organiser.json(`/api/shows/${id}/remove`, {})).statusCode).toBe(503)
    const hold = await organiser.json(`/s/${id}/commands`, { type: 'hold-day' })
    expect([hold.statusCode, all.shows.get(id)?.show().heldSince !== null]).toEqual([200, true])
    isFull = false
    expect((await organiser.json(`/api/shows/${id}/remove`, {})).statusCode).toBe(200)
  })
})

test('an event goes for good only when it is archived, with its title typed, by an organiser of the server', async () => {
  const all = await site()
  await all.send(person(MAX, 'Max Roe', ['organiser']))
  const organiser = await all.organiser()
  const max = await all.badge(MAX)
  const url = `/api/shows/${SHOW}/remove`
  const title = 'Better Care Showcase'
  const codeOf = async (who: typeof organiser, body: object) => {
    const answer = await who.json(url, body)
    return [answer.statusCode, answer.json().code]
  }
  expect(await codeOf(organiser, { title })).toEqual([403, 'not-allowed'])
  await all.send({ type: 'archive-show', archived: true })
  expect(await codeOf(max, { title })).toEqual([403, 'not-allowed'])
  expect(await codeOf(organiser, {})).toEqual([422, 'bad-value'])
  expect(await codeOf(organiser, { title: 'Better care showcase' })).toEqual([422, 'bad-value'])
  expect(all.shows.get(SHOW)).not.toBeNull()
  expect((await organiser.json(url, { title: ` ${title} ` })).statusCode).toBe(200)
  expect(all.shows.get(SHOW)).toBeNull()
  expect(await all.store.shows()).toEqual([])
})

describe('a whole event', () => {
  const load = (all: Opened, cookies: Record<string, string>, body: Buffer, query = '') =>
    all.app.inject({
      method: 'POST',
      url: `/api/shows/load${query}`,
      payload: body,
      headers: {
        host: HOST,
        origin: ORIGIN,
        accept: 'application/json',
        'content-type': 'application/octet-stream',
        cookie: Object.entries(cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      },
    })

  test('is saved here and loaded on another server, where old passes open nothing', async () => {
    const here = await site()
    const saved = await (await here.organiser()).get(`/api/shows/${SHOW}/whole.ndjson.gz`, json)
    expect(saved.statusCode).toBe(200)
    expect(saved.headers['content-disposition']).toMatch(/leeds-2026-.*\.event\.ndjson\.gz"$/)
    expect(gunzipSync(saved.rawPayload).toString()).toContain('"Jo Ellis"')
    const there = await opened()
    const organiser = await there.organiser()
    const taken = await load(there, organiser.cookies, saved.rawPayload)
    expect([taken.statusCode, taken.json().code, taken.json().field]).toEqual([
      409,
      'already-exists',
      'id',
    ])
    const loaded = await load(there, organiser.cookies, saved.rawPayload, `?id=${COPY}`)
    expect([loaded.statusCode, loaded.json()]).toEqual([
      201,
      { id: COPY, title: 'Better Care Showcase', people: 1 },
    ])
    expect(there.shows.get(COPY)?.show()).toEqual({ ...here.runner().show(), id: COPY })
    expect(await there.store.people(COPY)).toEqual(await here.store.people(SHOW))
    for (const show of [SHOW, COPY]) {
      const old = here.access.passes.pass({ role: 'person', show, person: JO, generation: 0 })
      expect((await there.browser().get(`/b/${old}`)).statusCode).toBe(404)
    }
  })

  test('that cannot be read is refused in words, and nothing of it is there', async () => {
    const all = await site()
    const { cookies } = await all.organiser()
    const odd = await load(all, cookies, Buffer.from('name;age\nJo;5\n'))
    expect([odd.statusCode, odd.json().message]).toEqual([
      422,
      expect.stringMatching(/Line 1|whole event/),
    ])
    const large = await load(all, cookies, Buffer.alloc(51 * 1024 * 1024, 32))
    expect([large.statusCode, large.json().message]).toEqual([
      413,
      expect.stringContaining('50 MB'),
    ])
    const nowhere = await load(all, cookies, Buffer.from('x'), '?id=No')
    expect([nowhere.statusCode, nowhere.json().field]).toEqual([422, 'id'])
    expect((await load(all, {}, Buffer.from('x'))).statusCode).toBe(401)
    expect(await all.store.shows()).toHaveLength(1)
  })
})

const dataOf = (page: string): { mine: { person: string } | null } =>
  (
    JSON.parse(
      /<pre>(.*)<\/pre>/s.exec(page)?.[1]?.replaceAll('&lt;', '<') ??
        /<pre>(.*)/s.exec(page)?.[1] ??
        '{}',
    ) as { data: { mine: { person: string } | null } }
  ).data

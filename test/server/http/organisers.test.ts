import { describe, expect, test } from 'vitest'
import type { ConsoleData } from '#shared/wire/console.ts'
import type { PersonId, ShowId } from '#shared/show/words.ts'
import { type Browser, opened, type Opened, ORGANISER, person, SHOW } from './site.ts'

const MAX = 'per-maxroe1' as PersonId
const OTHER = 'york-2027' as ShowId
const THIRD = 'hull-2027' as ShowId
const json = { accept: 'application/json' }

/** Two more events beside ours; Max is an organiser of ours alone. */
async function invited(): Promise<{ all: Opened; max: Browser }> {
  const all = await opened()
  const organiser = await all.organiser()
  for (const id of [OTHER, THIRD]) {
    const about = { title: id, place: '', zone: 'Europe/London', days: ['2027-01-05'] }
    expect((await organiser.json('/api/shows', { id, ...about })).statusCode).toBe(201)
  }
  await all.send(person(MAX, 'Max Roe', ['organiser']))
  return { all, max: await all.badge(MAX) }
}
const stateOf = (page: string) =>
  JSON.parse(/id="state">\s*(.*?)\s*<\/script>/s.exec(page)?.[1] ?? 'null') as ConsoleData
const shop = (all: Opened, show: ShowId, command: Parameters<Opened['send']>[0]) =>
  all.shows.get(show)?.submit({ command, actor: ORGANISER, repeat: null })

describe('an organiser of one event', () => {
  test('sees that event alone: list, pages, and no way to make another', async () => {
    const { all, max } = await invited()
    const { shows } = (await max.get('/api/shows', json)).json()
    expect(shows.map(({ id }: { id: string }) => id)).toEqual([SHOW])
    expect((await max.get('/console')).headers.location).toBe(`/console/${SHOW}`)
    expect(stateOf((await max.get(`/console/${SHOW}`)).body)).toMatchObject({
      organiser: true,
      owner: false,
    })
    for (const path of [`/console/${OTHER}`, `/console/${OTHER}/files`, `/s/${OTHER}/badges`])
      expect([path, (await max.get(path)).statusCode]).toEqual([path, 401])
    const york = { title: 'X', place: '', zone: 'Europe/London', days: ['2027-01-05'] }
    const made = await max.json('/api/shows', { id: 'mine-2027', ...york })
    expect([made.statusCode, made.json().code]).toEqual([403, 'not-allowed'])
    expect(all.shows.get('mine-2027')).toBeNull()
  })

  test('of two sees both in the list, and not the third', async () => {
    const { all, max } = await invited()
    await shop(all, OTHER, person(MAX, 'Max Roe', ['organiser']))
    const pass = all.access.passes.pass({ role: 'person', show: OTHER, person: MAX, generation: 0 })
    await max.get(`/b/${pass}`)
    const home = stateOf((await max.get('/console')).body)
    if (home.page !== 'home') expect.fail(home.page)
    expect([home.owner, home.shows.map(({ id }) => id)]).toEqual([false, [SHOW, OTHER]])
  })

  test('commands, imports, exports and hands out links at their event, and at no other', async () => {
    const { all, max } = await invited()
    await shop(all, OTHER, person('per-zoeash1', 'Zoe Ash'))
    const closes = { type: 'close-show' }
    const example = { 'content-type': 'multipart/form-data; boundary=b' }
    const asked = (at: string) =>
      Promise.all([
        max.json(`/s/${at}/commands`, closes),
        max.json(`/s/${at}/commands`, { type: 'batch', commands: [closes] }),
        max.get(`/api/shows/${at}/exports/people.csv`, json),
        max.get(`/api/shows/${at}/whole.ndjson.gz`, json),
        max.get(`/api/shows/${at}/people/${at === SHOW ? MAX : 'per-zoeash1'}/link`, json),
        max.json(`/api/shows/${at}/imports`, {}, example),
      ])
    expect((await asked(SHOW)).map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200, 200, 200, 400,
    ])
    expect((await asked(OTHER)).map(({ statusCode }) => statusCode)).toEqual([
      401, 401, 401, 401, 401, 401,
    ])
    expect(all.shows.get(OTHER)?.show().closedAt).toBeNull()
  })

  test('cannot do what is for organisers of the server, at their own event either', async () => {
    const { all, max } = await invited()
    const copy = { id: 'mine-2027', title: 'Mine', day: '2027-01-05' }
    for (const [url, body] of [
      [`/api/shows/${SHOW}/copy`, copy],
      [`/api/shows/${SHOW}/rehearsal`, { now: true }],
      [`/api/shows/${OTHER}/copy`, copy],
      ['/api/passphrase', { passphrase: 'correct horse battery staple' }],
    ] as const) {
      const answer = await max.json(url, body)
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'not-allowed'])
    }
    const foreign = await max.json(`/api/shows/${OTHER}/remove`, {})
    expect(foreign.statusCode).toBe(401)
    expect(all.shows.list()).toHaveLength(3)
    expect(await all.access.passphrase.isSet()).toBe(false)
  })

  test('is one no more as soon as the role is taken from them', async () => {
    const { all, max } = await invited()
    expect((await max.get(`/console/${SHOW}`)).statusCode).toBe(200)
    await all.send({ type: 'save-person', person: MAX, roles: ['delegate'], details: null })
    expect((await max.get(`/console/${SHOW}`)).statusCode).toBe(401)
    expect((await max.get(`/api/shows/${SHOW}/exports/people.csv`, json)).statusCode).toBe(401)
    expect((await max.json(`/s/${SHOW}/commands`, { type: 'hold-day' })).statusCode).toBe(403)
    expect((await (await all.organiser()).get(`/console/${SHOW}`)).statusCode).toBe(200)
  })

  test('throws away a rehearsal in which they are an organiser', async () => {
    const { all } = await invited()
    const { id } = (
      await (await all.organiser()).json(`/api/shows/${SHOW}/rehearsal`, { now: true })
    ).json()
    const rehearsing = all.browser()
    const pass = all.access.passes.pass({ role: 'person', show: id, person: MAX, generation: 0 })
    await rehearsing.get(`/b/${pass}`)
    expect((await rehearsing.json(`/api/shows/${id}/remove`, {})).statusCode).toBe(200)
    expect(all.shows.get(id)).toBeNull()
  })
})

test('stage managers and helpers load and take out nothing', async () => {
  const { all } = await invited()
  await all.send(person('per-samrees', 'Sam Rees', ['stage-manager']))
  const sam = await all.badge('per-samrees' as PersonId)
  for (const path of ['exports/people.csv', 'whole.ndjson.gz'])
    expect((await sam.get(`/api/shows/${SHOW}/${path}`, json)).statusCode).toBe(401)
  expect(stateOf((await sam.get(`/console/${SHOW}`)).body)).toMatchObject({ organiser: false })
})

import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { screens } from '../../../server/app.ts'
import { CARE, doing, PROGRAMME, PUBLISH, TALK } from './public-support.ts'
import { type Browser, opened, type Opened, person, SHOW, STAGE } from './site.ts'

const JO = 'per-joellis' as PersonId

async function withPeople(): Promise<Opened> {
  const site = await opened()
  await site.send(person('per-joellis', 'Jo Ellis'))
  await site.send(person('per-priyashah', 'Priya Shah', ['presenter']))
  await site.send(person('per-samrees', 'Sam Rees', ['helper']))
  return site
}

/** A browser signed in as somebody whose screen it is. */
async function somebody(site: Opened, of: (typeof screens)[number]['of']): Promise<Browser> {
  if (of === 'everyone') return site.browser()
  if (of === 'organiser') return site.organiser()
  if (of === 'screen') {
    const browser = site.browser()
    const pass = site.access.passes.pass({ role: 'screen', show: SHOW, generation: 0 })
    await browser.get(`/b/${pass}`)
    return browser
  }
  const who = { delegate: 'per-joellis', presenter: 'per-priyashah', crew: 'per-samrees' }[of]
  return site.badge(who as PersonId)
}

async function addressOf(site: Opened, url: string): Promise<string> {
  const made = await site.access.claim.make()
  return url
    .replace(':event', SHOW)
    .replace(':stage', '1')
    .replace(':segment', TALK)
    .replace(':innovation', CARE)
    .replace('*', 'people')
    .replace(':token', made.ok ? made.token : '')
}

describe('every screen of the list', () => {
  test.for(screens)('$id opens for whom it is', async ({ url, of }) => {
    const site = await withPeople()
    await doing(site, ...PROGRAMME, PUBLISH)
    const browser = await somebody(site, of)
    const page = await browser.get(await addressOf(site, url))
    expect(page.statusCode, page.body).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toMatch(/^<!doctype html>/)
    expect(page.body).not.toMatch(/ style=|<style|<script>|<script(?! type=)| on\w+="/)
  })
  test.for(screens.filter(({ of }) => ['screen', 'crew', 'organiser'].includes(of)))(
    '$id is closed to delegates and strangers',
    async ({ url }) => {
      const site = await withPeople()
      for (const browser of [site.browser(), await site.badge(JO)]) {
        const page = await browser.get(await addressOf(site, url))
        expect([401, 403]).toContain(page.statusCode)
        expect(page.body).not.toContain('id="state"')
        expect(page.body).not.toContain('Rees')
      }
    },
  )
})

test('a show that is not there has no public page', async () => {
  const { browser } = await opened()
  expect((await browser().get('/s/other-show')).statusCode).toBe(404)
})

describe('own pages', () => {
  test('are drawn from the state of whoever holds the badge, and kept by nobody', async () => {
    const site = await withPeople()
    const jo = await site.badge(JO)
    const page = await jo.get(`/s/${SHOW}/me?find=care`)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('"name":"Jo Ellis"')
    expect(page.body).toContain(`"url":"/s/${SHOW}/me?find=care"`)
    expect(page.body).toContain('entry-phone-aaaaaaaa.js')
    expect(page.body).toContain('"said":null')
    const stranger = await site.browser().get(`/s/${SHOW}/me`)
    expect(stranger.body).toContain('"mine":null')
    expect(stranger.body).not.toContain('Jo Ellis')
  })
  test('of a host names who comes', async () => {
    const site = await withPeople()
    const priya = await site.badge('per-priyashah' as PersonId)
    expect((await priya.get(`/s/${SHOW}/host`)).body).toContain('"guests"')
  })
  test('without a built client say what to do', async () => {
    const { browser } = await opened({ config: { dist: '/nowhere' } })
    const page = await browser().get(`/s/${SHOW}/me`)
    expect(page.statusCode).toBe(503)
    expect(page.body).toContain('npm start')
  })
})

describe('the console', () => {
  test('tells an organiser every address that others need', async () => {
    const site = await withPeople()
    const page = await (await site.organiser()).get(`/console/${SHOW}/people`)
    const data = stateOf(page.body)
    expect(data.organiser).toBe(true)
    expect(data.links.phones).toBe(`http://hall.test:3000/s/${SHOW}/me`)
    const stage = await site.browser().get(new URL(data.links.stage).pathname)
    expect(stage.headers.location).toBe(`/s/${SHOW}/stage/1`)
  })
  test('shows a helper the event and sends them there from the list', async () => {
    const site = await withPeople()
    const sam = await site.badge('per-samrees' as PersonId)
    expect((await sam.get('/console')).headers.location).toBe(`/console/${SHOW}`)
    const data = stateOf((await sam.get(`/console/${SHOW}`)).body)
    expect(data.organiser).toBe(false)
    expect(data.actor).toMatchObject({ name: 'Sam Rees', roles: ['helper'] })
  })
  test('on this computer tells the hall’s address, behind a proxy the public one', async () => {
    const at = async (config: object, host: string) => {
      const site = await opened({ config })
      const page = await (await site.organiser()).get(`/console/${SHOW}`, { host })
      return stateOf(page.body).links.public
    }
    const hallUrl = () => 'http://192.168.1.20:3000'
    expect(await at({ hallUrl }, 'localhost:3000')).toBe(`http://192.168.1.20:3000/s/${SHOW}`)
    expect(await at({ hallUrl }, '10.0.0.7:3000')).toBe(`http://10.0.0.7:3000/s/${SHOW}`)
    expect(await at({ publicUrl: 'https://pitch.example.org' }, 'localhost:3000')).toBe(
      `https://pitch.example.org/s/${SHOW}`,
    )
    expect(await at({}, 'evil"><b>.test')).toBe(`http://localhost/s/${SHOW}`)
  })
})

test('a stage that is not there is said to be missing', async () => {
  const site = await withPeople()
  const organiser = await site.organiser()
  for (const number of ['2', '0', '-1', 'x', '1.5'])
    expect((await organiser.get(`/s/${SHOW}/stage/${number}`)).statusCode, number).toBe(404)
  expect(stateOf((await organiser.get(`/s/${SHOW}/stage/1`)).body).stage).toBe(STAGE)
})

test('the sign on a table leads to the phone’s page, which knows where it is', async () => {
  const browser = (await opened()).browser()
  const sign = async (number: string): Promise<unknown> =>
    (await browser.get(`/s/${SHOW}/t/${number}`)).headers['location']
  expect(await sign('3')).toBe(`/s/${SHOW}/me?view=here&at=3`)
  expect(await sign('x%22')).toBe(`/s/${SHOW}/me?view=here`)
})

test('whatever people type stays text', async () => {
  const site = await opened()
  const hostile = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  await site.send({ type: 'change-show', title: hostile, place: hostile })
  await site.send(person('per-hostile', hostile))
  const organiser = await site.organiser()
  const pages = [
    await organiser.get('/'),
    await organiser.get(`/s/${SHOW}`),
    await organiser.get(`/s/${SHOW}/badges`),
    await organiser.get(`/s/${SHOW}/stage/1`),
    await organiser.get('/console'),
    await organiser.get(`/console/${SHOW}`),
    await organiser.get(`/sign-in?to=/console/${encodeURIComponent(hostile)}`),
  ]
  for (const page of pages) {
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).not.toContain('<img')
  }
  expect(stateOf(pages[5]?.body ?? '').state.parts.show.title).toBe(hostile)
})

function stateOf(body: string) {
  const text = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(body)?.[1]
  return JSON.parse(text ?? 'null')
}

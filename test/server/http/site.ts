import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { afterEach } from 'vitest'
import type { Command, SingleCommand } from '#shared/show/commands.ts'
import type { PersonId, Role, ShowId, StageId } from '#shared/show/words.ts'
import { createAccess } from '../../../server/access/access.ts'
import type { Access } from '../../../server/access/types.ts'
import { type AppConfig, createApp } from '../../../server/app.ts'
import { createLive } from '../../../server/live/live.ts'
import { openShows } from '../../../server/runner/shows.ts'
import type { Result, ShowRunner, Shows } from '../../../server/runner/types.ts'
import { createSeating } from '../../../server/seating/seating.ts'
import type { Seat } from '../../../server/seating/types.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'
import { seatHere } from '../../support/seat-here.ts'

export const SHOW = 'leeds-2026' as ShowId
export const STAGE = 'stg-main1' as StageId
export const HOST = 'hall.test:3000'
export const ORIGIN = `http://${HOST}`
export const ORGANISER = { id: 'organiser', roles: ['organiser' as const], person: null }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

export interface Opened {
  app: FastifyInstance
  access: Access
  shows: Shows
  store: Store
  /** every line that was logged, as JSON text */
  lines: string[]
  runner(): ShowRunner
  send(command: Command): Promise<Result>
  browser(cookies?: Record<string, string>): Browser
  organiser(): Promise<Browser>
  /** a browser that has opened this person's badge link */
  badge(person: PersonId): Promise<Browser>
}

/** The server on a store in memory, with one show in it, and a built client of one line a page. */
export async function opened({
  config = {},
  store: wrap = (store: Store) => store,
  seat = seatHere,
}: {
  config?: Partial<AppConfig>
  store?: (store: Store) => Store
  seat?: Seat
} = {}): Promise<Opened> {
  const outcome = await openStore({ folder: ':memory:' })
  if (!outcome.ok) throw new Error(outcome.reason)
  const store = wrap(outcome.store)
  const lines: string[] = []
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  const clock = { now: Date.now, monotonic: () => performance.now() }
  const secure = config.secure ?? false
  const access = await createAccess({ store, now: clock.now, secure })
  const shows = await openShows({ store, clock, log })
  const live = createLive({ shows, access, log, publicUrl: config.publicUrl ?? null })
  const seating = createSeating({ shows, seat, log })
  const app = await createApp({
    shows,
    access,
    live,
    seating,
    store,
    log,
    config: { publicUrl: null, secure, dist: builtClient(), ...config },
  })
  closers.push(async () => {
    await live.close()
    await app.close()
    await seating.close()
    await shows.close()
    await store.close()
  })
  const runner = (): ShowRunner => {
    const found = shows.get(SHOW)
    if (!found) throw new Error('the show is not there')
    return found
  }
  const send = (command: Command) => runner().submit({ command, actor: ORGANISER, repeat: null })
  const browser = (cookies: Record<string, string> = {}) => createBrowser(app, cookies)
  const begun: SingleCommand = {
    type: 'create-show',
    title: 'Better Care Showcase',
    place: 'Town Hall, Huddersfield',
    zone: 'Europe/London',
    days: ['2026-11-24'],
    stage: STAGE,
  }
  const made = await shows.create(SHOW, { command: begun, actor: ORGANISER, repeat: null })
  if (!made.ok) throw new Error(made.refusal.code)
  return {
    app,
    access,
    shows,
    store,
    lines,
    runner,
    send,
    browser,
    async organiser() {
      const granted = await access.grant(undefined, await access.organiserGrant())
      if (!granted.ok) throw new Error('not saved')
      const signed = browser()
      signed.keep(granted.cookie)
      return signed
    },
    async badge(person) {
      const generation = runner().show().people[person]?.generation ?? 0
      const pass = access.passes.pass({ role: 'person', show: SHOW, person, generation })
      const signed = browser()
      const answer = await signed.get(`/b/${pass}`)
      if (answer.statusCode !== 303) throw new Error(`badge: ${answer.statusCode}`)
      return signed
    },
  }
}

export const person = (id: string, name: string, roles: Role[] = ['delegate']): SingleCommand => ({
  type: 'save-person',
  person: id as PersonId,
  roles,
  details: {
    name,
    organisation: 'Leeds City Council',
    jobTitle: 'Housing lead',
    email: `${id}@example.org`,
    ticket: `T-${id}`,
  },
})

export type Browser = ReturnType<typeof createBrowser>

/** Keeps cookies and says where its forms come from, as browsers do. */
function createBrowser(app: FastifyInstance, cookies: Record<string, string>) {
  const keep = (header: string): void => {
    const [pair = '', ...rest] = header.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (rest.includes('Max-Age=0')) delete cookies[name]
    else cookies[name] = value
  }
  const ask = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
    const headers = { host: HOST, accept: 'text/html', ...options.headers }
    const answer = await app.inject({
      ...options,
      headers: cookie === '' ? headers : { ...headers, cookie },
    })
    for (const header of [answer.headers['set-cookie'] ?? []].flat()) keep(header)
    return answer
  }
  return {
    cookies,
    keep,
    get: (url: string, headers = {}) => ask({ method: 'GET', url, headers }),
    post: (url: string, fields: Record<string, string>, headers = {}) =>
      ask({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: ORIGIN,
          ...headers,
        },
      }),
    json: (url: string, body: object, headers = {}) =>
      ask({
        method: 'POST',
        url,
        payload: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          origin: ORIGIN,
          ...headers,
        },
      }),
  }
}

/** What the build leaves, with a renderer that shows what it was given. */
function builtClient(): string {
  const dist = mkdtempSync(join(tmpdir(), 'pitch-and-talk-dist-'))
  closers.push(async () => rmSync(dist, { recursive: true }))
  for (const folder of ['client', 'server']) mkdirSync(join(dist, folder))
  const put = (name: string, text: string): void => writeFileSync(join(dist, name), text)
  put(
    'client/manifest.json',
    JSON.stringify({
      'client/entry-phone.tsx': {
        file: 'entry-phone-aaaaaaaa.js',
        css: ['entry-phone-bbbbbbbb.css'],
        imports: ['_link.js'],
        isEntry: true,
      },
      '_link.js': { file: 'link-cccccccc.js', css: ['link-dddddddd.css'] },
      'client/entry-stage.ts': { file: 'entry-stage-eeeeeeee.js', isEntry: true },
      'client/entry-console.tsx': { file: 'entry-console-ffffffff.js', isEntry: true },
      'client/entry-public.css': { file: 'entry-public-99999999.css', isEntry: true },
      'client/entry-print.css': { file: 'entry-print-88888888.css', isEntry: true },
    }),
  )
  put('client/entry-phone-aaaaaaaa.js', `console.log(${JSON.stringify('phone '.repeat(500))})`)
  for (const name of ['link-cccccccc', 'entry-stage-eeeeeeee', 'entry-console-ffffffff'])
    put(`client/${name}.js`, 'export {}')
  for (const name of ['entry-phone-bbbbbbbb', 'link-dddddddd', 'entry-public-99999999'])
    put(`client/${name}.css`, 'body { margin: 0 }')
  put('client/entry-print-88888888.css', 'body { margin: 0 }')
  put('client/film-11111111.mp4', 'x'.repeat(5000))
  put('package.json', '{"type":"module"}')
  put(
    'server/entry-server.js',
    'export const renderPage = ({data, url, assets}) => `<!doctype html><pre>${JSON.stringify({data, url, assets}).replaceAll("<", "&lt;")}</pre>`',
  )
  return dist
}

import { createConnection, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Audience, PageState } from '#shared/wire/live.ts'
import { connect, type Link } from '../../../client/link/connect.ts'
import type { Answered } from '../../../client/link/send.ts'
import { forgetful, type Keep } from '../../../client/link/surroundings.ts'
import { SHOW, seedFolder, type SeededFolder } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { machine, until } from './surroundings.ts'

/** A browser would send the cookie itself: here it is put into whatever connects. */
async function cookieJar(
  target: () => number,
  cookie: string,
): Promise<{ server: Server; url: string }> {
  const server = createServer((near) => {
    const far = createConnection({ port: target(), host: '127.0.0.1' })
    near.once('data', (head) => {
      far.write(head.toString('latin1').replace('\r\n', `\r\nCookie: ${cookie}\r\n`), 'latin1')
      near.pipe(far)
    })
    far.pipe(near)
    for (const socket of [near, far]) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => (near.destroy(), far.destroy()))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    server,
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  }
}

let seeded: SeededFolder
let running: RunningServer
const data = dataFolder()
const jars: Server[] = []
const links: { close(): void }[] = []

beforeAll(async () => {
  seeded = await seedFolder(data.folder)
  running = await startServer(data.folder)
})
afterAll(async () => {
  for (const link of links) link.close()
  for (const jar of jars) jar.close()
  await running.kill9()
  data.done()
})

/** What a page that holds nothing yet would start from: everything comes over the line. */
const nothing = <Which extends Audience>(audience: Which): PageState<Which> => ({
  audience,
  epoch: 'none',
  version: 0,
  parts: {} as PageState<Which>['parts'],
  mine: null,
  at: 0,
  locale: 'en-GB',
})

async function open<Which extends Audience>(
  audience: Which,
  cookie: string,
  keep: Keep = forgetful(),
): Promise<Link<Which>> {
  const jar = await cookieJar(() => running.port, cookie)
  jars.push(jar.server)
  const link = connect({
    show: SHOW,
    url: jar.url,
    who: audience,
    state: nothing(audience),
    surroundings: machine({ keep }),
  })
  links.push(link)
  return link
}

test('the server is killed and the phone’s page loaded again: what was chosen meanwhile is done, and every screen follows', async () => {
  const [cookie = ''] = seeded.cookies
  const [first, second] = seeded.tables
  if (!first || !second) throw new Error('the show has too few tables')
  const { round } = seeded
  const keep = forgetful()
  const phone = await open('phone', cookie, keep)
  const organiser = await open('console', seeded.organiser)
  const heldBy = (link: Link<Audience>): string => JSON.stringify(link.held.getSnapshot())
  const isLive = (link: Link<Audience>): boolean => link.status.getSnapshot().state === 'live'
  await until('both hold the show', () =>
    [phone, organiser].every((link) => link.held.getSnapshot().version > 0),
  )
  const key = `pick:${round}`
  const picked = await phone.send({ type: 'pick-table', round, table: first }, { key })
  expect(picked).toMatchObject({ ok: true })
  await until('the phone holds its table', () => heldBy(phone).includes(first))
  const { epoch, version } = phone.held.getSnapshot()

  await running.kill9()
  await until('the loss', () => !isLive(phone))
  void phone.send({ type: 'pick-table', round, table: second }, { key })
  expect(phone.pending.getSnapshot().get(key)?.state).toBe('waiting')
  phone.close()
  const again = await open('phone', cookie, keep)
  const answers: Answered[] = []
  again.onAnswer((answered) => answers.push(answered))
  expect(again.pending.getSnapshot().get(key)?.state).toBe('waiting')

  running = await startServer(data.folder, { port: running.port })
  await until('the answer', () => answers.length > 0, 15_000)
  expect(answers).toMatchObject([{ key, answer: { ok: true } }])
  await until('its own part follows', () =>
    JSON.stringify(again.held.getSnapshot().mine).includes(second),
  )
  await until('the console follows', () => {
    const held = organiser.held.getSnapshot()
    return (
      held.epoch !== epoch &&
      held.epoch === again.held.getSnapshot().epoch &&
      held.version > version
    )
  })
  expect(answers).toHaveLength(1)
})

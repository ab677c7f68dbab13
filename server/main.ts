import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { HOUR, type Ms, SECOND } from '#shared/time/instant.ts'
import { createAccess } from './access/access.ts'
import type { Access } from './access/types.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createLive } from './live/live.ts'
import { openShows } from './runner/shows.ts'
import { hallAddresses } from './start/addresses.ts'
import { greeting } from './start/greeting.ts'
import { whyNotListening } from './start/why-not-listening.ts'
import { seat, wakeSeater } from './seating/seater.ts'
import { createSeating } from './seating/seating.ts'
import { openStore, whyNotOpened } from './store/open.ts'

/** After a signal: what is under way gets this long. */
const GRACE: Ms = 8 * SECOND

/** Runs until a signal. Resolves with a sentence when the server could not begin, or null once it stopped. */
async function run(config: Config): Promise<string | null> {
  const log = pino({ level: config.logLevel })
  const opened = await openStore({ folder: config.data })
  if (!opened.ok) return whyNotOpened(opened, config.data)
  const { store } = opened
  const clock = { now: () => Date.now(), monotonic: () => performance.now() }
  const secure = config.tls !== null || config.publicUrl?.startsWith('https:') === true
  const access = await createAccess({ store, now: clock.now, secure })
  const shows = await openShows({ store, clock, log })
  const seating = createSeating({ shows, seat, wake: wakeSeater, log })
  const { publicUrl, tls } = config
  const live = createLive({ shows, access, log, publicUrl })
  let hall: string[] = []
  const app = await createApp({
    shows,
    access,
    live,
    seating,
    store,
    log,
    config: { publicUrl, secure, tls, hallUrl: () => hall[0] ?? null },
  })
  live.attach(app.server)

  const close = async (): Promise<void> => {
    await live.close()
    await app.close()
    await seating.close()
    await shows.close()
    await store.close()
  }
  const port = await listen(app, config)
  if (!port.ok) {
    await close()
    return port.problem
  }
  const scheme = tls ? 'https' : 'http'
  const here = `${scheme}://localhost:${port.value}`
  await store.putSetting('address', here)
  hall =
    publicUrl === null
      ? hallAddresses(networkInterfaces()).map((ip) => `${scheme}://${ip}:${port.value}`)
      : [publicUrl]
  const firstLink = await linkUntilClaimed(access, here)
  // Listened for before anybody reads that it runs, and may stop it.
  const stopped = stopSignal()
  process.stdout.write(await greeting({ here, hall, data: resolve(config.data), firstLink }))

  const sweep = setInterval(() => void store.purgeSessions(clock.now()), HOUR)
  await stopped
  clearInterval(sweep)
  setTimeout(() => process.exit(1), GRACE).unref()
  await close()
  return null
}

type Listening = { ok: true; value: number } | { ok: false; problem: string }

async function listen(app: FastifyInstance, { port, host }: Config): Promise<Listening> {
  try {
    // '::' takes IPv4 too; where a computer has no IPv6, only IPv4.
    await app.listen({ port, host: host ?? (hasIpv6() ? '::' : '0.0.0.0') })
    const address = app.server.address()
    return {
      ok: true,
      value: address !== null && typeof address === 'object' ? address.port : port,
    }
  } catch (error) {
    const problem = whyNotListening(error, port, host)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}

const hasIpv6 = (): boolean =>
  Object.values(networkInterfaces()).some((infos) => infos?.some(({ family }) => family === 'IPv6'))

/** Until a passphrase is chosen every start prints a new link: whoever lost the first is not locked out. */
async function linkUntilClaimed(access: Access, here: string): Promise<string | null> {
  if (await access.passphrase.isSet()) return null
  const made = await access.claim.make()
  return made.ok ? `${here}/claim/${made.token}` : null
}

/** A second signal does not wait: the default takes over. */
const stopSignal = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => stop())
  })

const read = readConfig(process.argv.slice(2), process.env)
if (read.ok) {
  const problem = await run(read.config)
  if (problem !== null) process.stderr.write(`${problem}\n`)
  process.exitCode = problem === null ? 0 : 1
} else if ('help' in read) {
  process.stdout.write(read.help)
} else {
  process.stderr.write(`${read.problem}\n`)
  process.exitCode = 1
}

import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import formbody from '@fastify/formbody'
import { constants } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Access } from './access/types.ts'
import { describe } from './http/describe.ts'
import { exports } from './http/exports/exports.ts'
import { imports } from './http/imports/imports.ts'
import { loadClient } from './http/client.ts'
import { createFlash } from './http/flash.ts'
import { QuietLog } from './http/log.ts'
import { plainHost } from './http/origin.ts'
import { protect } from './http/protect.ts'
import { rateHeaders } from './http/rates.ts'
import { serve } from './http/serve.ts'
import { serveAssets } from './http/assets.ts'
import type { KeptBelow, PageStates, Site } from './http/site.ts'
import { pictures } from './http/api/pictures.ts'
import { wholeEvents } from './http/api/whole.ts'
import type { Shows } from './runner/types.ts'
import type { SeatingDesk } from './seating/types.ts'

export { CARD } from './http/pages/card.ts'
export { ICON } from './http/pages/icon.ts'
export { screens } from './http/routes.ts'

export interface AppDeps {
  shows: Shows
  access: Access
  live: PageStates
  seating: SeatingDesk
  /** asked by `/readyz`, read for what has changed in a programme, and for whole events */
  store?: KeptBelow
  /** a pino logger; nothing personal and no address is written to it */
  log: FastifyBaseLogger
  config: AppConfig
}

export interface AppConfig {
  /** `https://pitch.example.org` when a proxy is in front; null: whatever address was asked */
  publicUrl: string | null
  /** served by TLS, here or by the proxy: cookies and headers count on it */
  secure: boolean
  /** given: this server ends TLS itself */
  tls?: { cert: Buffer; key: Buffer } | null
  /** `http://192.168.1.20:3000`, told when the address that was asked opens on this computer only */
  hallUrl?: () => string | null
  /** folder of the built client; the checkout's own `dist` when it is left out */
  dist?: string
}

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

/** The whole server over HTTP, not listening. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config } = deps
  let closing = false
  const options = {
    loggerInstance: deps.log,
    logController: new QuietLog({}),
    // `null` must not become table 0, nor a field too many be forgotten.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    bodyLimit: 64 * 1024,
    // Long enough for three large files from a slow laptop.
    requestTimeout: 120_000,
    // We say so ourselves, in words.
    return503OnClosing: false,
    // What arrived is quoted in the error that Node reports, so nothing of it is logged.
    clientErrorHandler: (_: unknown, socket: { writable: boolean; end(text: string): unknown }) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    },
  }
  const app = (
    config.tls ? Fastify({ ...options, https: config.tls }) : Fastify(options)
  ) as FastifyInstance
  const site: Site = {
    shows: deps.shows,
    access: deps.access,
    live: deps.live,
    seating: deps.seating,
    store: deps.store ?? null,
    log: app.log,
    client: await loadClient(config.dist ?? DIST),
    flash: createFlash({ now: Date.now, secure: config.secure }),
    publicUrl: config.publicUrl,
    originFor: (host) => originFor(config, host),
    closing: () => closing,
  }
  app.addHook('preClose', async () => {
    closing = true
  })
  // Any page elsewhere may send it, and nothing of ours does.
  app.removeContentTypeParser('text/plain')
  app.setSerializerCompiler(() => JSON.stringify)
  await protect(app, config.secure)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    globalDecompression: false,
    // Higher takes longer than it saves on a hall's network.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  })
  await app.register(formbody, { bodyLimit: 16 * 1024 })
  await app.register(rateLimit, { global: false, ...rateHeaders })
  await describe(app)
  await serveAssets(app, site.client.folder)
  serve(app, site)
  await app.register((scope) => imports(scope, site))
  await app.register(async (scope) => wholeEvents(scope, site))
  await app.register(async (scope) => pictures(scope, site))
  await app.register(async (scope) => exports(scope, site))
  return app
}

/** What an organiser asked works for phones too, unless it only means the organiser's own computer. */
function originFor({ publicUrl, hallUrl, secure }: AppConfig, host: string | undefined): string {
  if (publicUrl !== null) return publicUrl
  const asked = plainHost(host) ?? 'localhost'
  const onlyHere = /^(localhost|127\.|\[::1\])/i.test(asked)
  return (onlyHere ? hallUrl?.() : null) ?? `${secure ? 'https' : 'http'}://${asked}`
}

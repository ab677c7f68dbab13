import { readdir, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const br = promisify(brotliCompress)
const gz = promisify(gzip)

const TEXTS: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
export type Encoding = 'br' | 'gzip'
interface Text {
  type: string
  /** made when first asked for, as small as they get; a build's few files are kept in memory */
  as: Record<Encoding, () => Promise<Buffer>>
}

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

/** Scripts and styles are sent at their smallest; fonts, pictures and films as they lie on disk. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return
  await app.register(staticFiles, { root: folder, serve: false, etag: true, cacheControl: false })
  const names = await readdir(folder)
  const texts = textsOf(folder, names)
  const known = new Set(names)
  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { compress: false, schema: { hide: true } },
    async (request, reply) => {
      const name = request.params['*']
      if (!known.has(name)) return reply.callNotFound()
      reply.header('cache-control', lasting(name))
      const text = texts.get(name)
      const encoding = text && encodingFor(request.headers['accept-encoding'])
      if (!text || !encoding) return reply.sendFile(name)
      for (const header of OF_PAGES) reply.removeHeader(header)
      return reply
        .headers({ 'content-encoding': encoding, vary: 'accept-encoding' })
        .type(text.type)
        .send(await text.as[encoding]())
    },
  )
}

/** What only a page needs to say: on a script or a style it is weight on a bad line and nothing else. */
const OF_PAGES = [
  'content-security-policy',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]

/** The name of a built file holds a hash of what is in it. */
const lasting = (name: string): string =>
  /-[\w-]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache'

function textsOf(folder: string, names: readonly string[]): Map<string, Text> {
  return new Map(
    names
      .filter((name) => extname(name) in TEXTS)
      .map((name) => {
        const read = once(() => readFile(join(folder, name)))
        const text: Text = {
          type: TEXTS[extname(name)] ?? 'text/plain',
          as: {
            br: once(async () =>
              br(await read(), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
            ),
            gzip: once(async () => gz(await read(), { level: 9 })),
          },
        }
        return [name, text]
      }),
  )
}

/** How whoever sends this `Accept-Encoding` can read it smallest; null: as it is. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const named = (accepted ?? '').split(',').flatMap((part) => {
    const [name = '', ...weights] = part.split(';').map((each) => each.trim())
    return weights.some((weight) => /^q=0(\.0*)?$/.test(weight)) ? [] : [name]
  })
  return named.includes('br') ? 'br' : named.includes('gzip') ? 'gzip' : null
}

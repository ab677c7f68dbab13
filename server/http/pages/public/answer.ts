import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { type Encoding, encodingFor } from '../../assets.ts'
import type { Visit } from '../../site.ts'

const br = promisify(brotliCompress)
const gz = promisify(gzip)

/** An answer that is the same for everyone: made once, and kept as it goes over the wire. */
export interface Answer {
  status: number
  type: string
  text: string
  /** weak, since it is the same whatever it is packed as */
  etag: string
  robots: boolean
  packed: Partial<Record<Encoding, Promise<Buffer>>>
}

export const HTML = 'text/html; charset=utf-8'

export function answerOf(
  text: string,
  {
    type = HTML,
    status = 200,
    robots = true,
  }: { type?: string; status?: number; robots?: boolean } = {},
): Answer {
  const hash = createHash('sha256').update(text).digest('base64url')
  return { status, type, text, etag: `W/"${hash.slice(0, 22)}"`, robots, packed: {} }
}

/** Smaller than this costs more to pack than it saves. */
const WORTH_PACKING = 1024

/**
 * Sends it, or 304 to whoever holds it already. Anyone may keep it, but must ask each time whether it
 * still stands: a programme can change at any minute.
 */
export async function sendAnswer(
  { request: { headers }, reply }: Visit,
  answer: Answer,
): Promise<FastifyReply> {
  const { status, type, text, etag, robots } = answer
  reply.headers({ 'cache-control': 'public, no-cache', vary: 'accept-encoding', etag })
  if (!robots) reply.header('x-robots-tag', 'noindex, nofollow')
  if (status === 200 && holds(headers['if-none-match'], etag)) return reply.code(304).send()
  reply.code(status).type(type)
  const encoding = text.length < WORTH_PACKING ? null : encodingFor(headers['accept-encoding'])
  if (encoding === null) return reply.send(text)
  const packed = (answer.packed[encoding] ??= pack(encoding, text))
  return reply.header('content-encoding', encoding).send(await packed)
}

const pack = (encoding: Encoding, text: string): Promise<Buffer> =>
  encoding === 'br'
    ? br(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gz(text, { level: 6 })

/** RFC 9110, 13.1.2: weak comparison. */
const holds = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined &&
  asked.split(',').some((one) => {
    const tag = one.trim()
    return tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, '')
  })

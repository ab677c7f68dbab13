import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * A text that may be kept until its version changes: whoever has this one already is told so (304)
 * without it. The tag is weak, since the same text also goes out compressed.
 */
export function sendKept(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { version, type, text }: { version: number; type: string; text: () => string },
): FastifyReply {
  const tag = `"${version}"`
  reply.header('cache-control', 'no-cache').header('etag', `W/${tag}`)
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim())
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === tag))
    return reply.code(304).send()
  return reply.type(type).send(text())
}

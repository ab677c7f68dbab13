import {
  LogController,
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'

/**
 * Log lines of requests name the route's pattern and never the address, so that no pass, token, name
 * or search can be in one; headers, bodies and peers' addresses are left out altogether.
 */
export class QuietLog extends LogController {
  override incomingRequest(): void {}
  override requestCompleted(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ ...asked(request), status: reply.statusCode, ms }, 'answered')
  }
  override defaultErrorLog(error: Error, request: FastifyRequest): void {
    logFailure(request.log, error, asked(request))
  }
  override streamError(error: Error, request: FastifyRequest): void {
    if ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return
    logFailure(request.log, error, asked(request))
  }
  override routeNotFound(): void {}
  override writeHeadError(error: Error, request: FastifyRequest): void {
    logFailure(request.log, error, asked(request))
  }
  override serializerError(error: Error, request: FastifyRequest): void {
    logFailure(request.log, error, asked(request))
  }
}

const asked = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'none',
})

/** A bug, for whoever mends it: where it happened. A parser's message quotes what it read, so it is left out. */
export function logFailure(log: FastifyBaseLogger, error: unknown, about: object): void {
  const { name, message, stack, code } = seen(error)
  const where = stack?.slice(stack.indexOf('\n    at ') + 1)
  const said = error instanceof SyntaxError ? undefined : message
  log.error({ ...about, error: { name, code, message: said, where } }, 'failed')
}

function seen(error: unknown): { name: string; message: string; stack?: string; code?: unknown } {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an error' }
  const { name, message, stack } = error
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    code: Reflect.get(error, 'code'),
  }
}

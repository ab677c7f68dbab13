import type { RateLimitOptions } from '@fastify/rate-limit'
import { SECOND } from '#shared/time/instant.ts'
import { length } from '#shared/time/spoken.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'

/** Counts a session, never an address: a whole venue shares one. */
export const tooMany = (max: number): RateLimitOptions => ({
  max,
  timeWindow: 10 * SECOND,
  hook: 'preHandler',
  keyGenerator: ({ visit }) => visit.signed.key,
  // Who has no session is refused anyway.
  allowList: ({ visit }) => visit.signed.key === '',
  errorResponseBuilder: (_, { ttl }) =>
    Object.assign(new Error(PUBLIC_WORDS.problems['too-many'](length(Math.max(SECOND, ttl)))), {
      statusCode: 429,
    }),
})

/** Only how long to wait is told. */
const none = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
}
export const rateHeaders = {
  addHeaders: { ...none, 'retry-after': true },
  addHeadersOnExceeding: none,
}

import type { FastifyReply } from 'fastify'
import type { RefusalCode } from '#shared/show/decision.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { type Link, sentence } from './page.ts'
import { sendJson, sendPage, type Site, type Visit } from './site.ts'

const words = PUBLIC_WORDS.problems

export type ProblemCode =
  | RefusalCode
  | 'bad-request'
  | 'signed-out'
  | 'too-many'
  | 'wrong-code'
  | 'wrong-passphrase'
  | 'no-passphrase'
  | 'not-found'
  | 'wrong-origin'
  | 'too-large'
  | 'wrong-type'
  | 'failed'
  | 'unavailable'

/** What each refusal is in HTTP. Whatever is not here collides with how the show stands: 409. */
const STATUS: Partial<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'signed-out': 401,
  'wrong-passphrase': 401,
  'no-passphrase': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  unknown: 404,
  'not-found': 404,
  'wrong-code': 404,
  'too-large': 413,
  'wrong-type': 415,
  'bad-value': 422,
  'not-a-pitch-block': 422,
  'too-many': 429,
  failed: 500,
  'not-saved': 503,
  closing: 503,
  unavailable: 503,
}
export const statusOf = (code: ProblemCode): number => STATUS[code] ?? 409

export interface Problem {
  code: ProblemCode
  /** for people: what happened and what to do */
  message: string
  field?: string
  /** on a page: the head, with the message under it */
  title?: string
  links?: readonly Link[]
}

/** Says what is wrong, on a page for people or as `{ok, code, message, field?}` for programs. */
export function answerProblem(
  site: Site,
  visit: Pick<Visit, 'request' | 'reply'>,
  problem: Problem,
): FastifyReply {
  const { code, message, field, title, links } = problem
  const status = statusOf(code)
  if (wantsPage(visit)) {
    const page = {
      title: title ?? message,
      how: title === undefined ? '' : message,
      links: links ?? [{ href: '/', text: words.home }],
    }
    return sendPage(visit, sentence(site.client.assets('public'), page), { status })
  }
  const body = { ok: false, code, message, ...(field === undefined ? {} : { field }) }
  return sendJson(visit, body, status)
}

/** A page for browsers that go somewhere, also by the form of a page; what programs and scripts ask is answered as JSON. */
function wantsPage({ request: { headers, routeOptions } }: Pick<Visit, 'request'>): boolean {
  const { answers } = routeOptions.config
  if (answers === 'page') return true
  const asksForPage = (headers.accept ?? '').includes('text/html')
  return asksForPage && (answers === undefined || isForm(headers))
}

export const isForm = (headers: { 'content-type'?: string | undefined }): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')

export const notFound = (site: Site, visit: Pick<Visit, 'request' | 'reply'>): FastifyReply =>
  answerProblem(site, visit, {
    code: 'not-found',
    title: words['not-found'],
    message: words.notFoundHow,
  })

interface Thrown {
  statusCode?: number
  code?: string
  message?: string
  validation?: readonly {
    instancePath?: string
    message?: string
    params?: { additionalProperty?: string; missingProperty?: string }
  }[]
}

/** What Fastify and its parsers refuse before a route is asked; null: a bug of ours. */
export function problemOf(error: Thrown): Problem | null {
  const status = error.statusCode ?? 500
  if (error.validation) {
    const [first] = error.validation
    const at = first?.instancePath?.split('/').filter(Boolean).join('.') ?? ''
    const field = first?.params?.additionalProperty ?? first?.params?.missingProperty ?? at
    const problem = first?.message ?? 'is not right'
    const message = words['bad-request'](field === '' ? 'it' : field, problem)
    return { code: 'bad-request', message, ...(field === '' ? {} : { field }) }
  }
  if (status === 429 && typeof error.message === 'string')
    return { code: 'too-many', message: error.message }
  if (status === 413) return { code: 'too-large', message: words['too-large'] }
  if (status === 415) return { code: 'wrong-type', message: words['wrong-type'] }
  if (status >= 400 && status < 500) {
    const json = error instanceof SyntaxError || error.code?.includes('JSON') === true
    return { code: 'bad-request', message: json ? words.notJson : words.notUnderstood }
  }
  return null
}

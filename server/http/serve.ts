import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { Signed } from '../access/types.ts'
import { TAG } from './describe.ts'
import { answerProblem, notFound, problemOf } from './errors.ts'
import { logFailure } from './log.ts'
import { isOurs } from './origin.ts'
import { askToSignIn } from './pages/sign-in.ts'
import { routes } from './routes.ts'
import { tooMany } from './rates.ts'
import { ownShows, type Route, textOf, type Site, type Visit, type Who } from './site.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    who?: Who
    answers?: 'page' | 'json'
  }
  interface FastifyRequest {
    /** who sent this, and about which show; set before anything of the body is read */
    visit: Visit
  }
}

const words = PUBLIC_WORDS.problems

/** Registers every route of the list, behind one gate. */
export function serve(app: FastifyInstance, site: Site): void {
  app.decorateRequest('visit')
  app.addHook('onRequest', (request, reply) => admit(site, request, reply))
  app.setNotFoundHandler((request, reply) => notFound(site, { request, reply }))
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error as object)
    if (problem) return answerProblem(site, { request, reply }, problem)
    const { method, routeOptions } = request
    logFailure(request.log, error, { method, route: routeOptions.url })
    return answerProblem(site, { request, reply }, failed)
  })
  for (const route of routes) add(app, site, route)
}

/** The same for everyone, and answered even when sessions cannot be read. */
const UNASKED = new Set(['/healthz', '/readyz', '/favicon.ico', '/card.png', '/assets/*'])
const NOBODY: Signed = {
  key: '',
  organiser: false,
  actor: () => null,
  sees: () => false,
  gone: () => false,
}

const failed = { code: 'failed', title: words.failed, message: words.failedHow } as const

function add(app: FastifyInstance, site: Site, route: Route): void {
  const { id, method, url, who, answers, about, schema, bodyLimit, checksItself, rate } = route
  app.route({
    method,
    url,
    config: { who, answers, ...(rate === undefined ? {} : { rateLimit: tooMany(rate) }) },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...(checksItself ? { validatorCompiler: () => () => true } : {}),
    schema: {
      ...schema,
      ...(about === undefined ? { hide: true } : { tags: [TAG], summary: about, operationId: id }),
    },
    handler: (request) => route.handle(site, request.visit),
  })
}

/** The gate: finds who asks and about which show, and turns away whoever may not. */
async function admit(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { headers, method, routeOptions } = request
  if (site.closing() && routeOptions.url !== '/readyz' && routeOptions.url !== '/healthz')
    return answerProblem(
      site,
      { request, reply },
      { code: 'unavailable', message: words.unavailable },
    )
  const pass = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  // A program that shows a pass is no browser that somebody could misuse; its cookies do not count.
  const fromHere = pass !== undefined || method === 'GET' || method === 'HEAD'
  if (!fromHere && !isOurs(headers, site.publicUrl))
    return answerProblem(
      site,
      { request, reply },
      { code: 'wrong-origin', message: words['wrong-origin'] },
    )
  const signed =
    pass !== undefined
      ? site.access.signedByPass(pass)
      : UNASKED.has(routeOptions.url ?? '')
        ? NOBODY
        : await site.access.signed(headers.cookie)
  const event = textOf(request.params, 'event')
  const runner = event === '' ? null : site.shows.get(event)
  const visit = { request, reply, cookie: headers.cookie, signed, runner }
  request.visit = visit
  if (event !== '' && !runner)
    return answerProblem(site, visit, {
      code: 'not-found',
      title: words.noEvent,
      message: words.notFoundHow,
    })
  return mayAsk(visit, routeOptions.config.who ?? 'anyone') ? undefined : turnAway(site, visit)
}

function mayAsk({ signed, runner }: Visit, who: Who): boolean {
  if (who === 'anyone' || signed.organiser) return true
  if (who === 'owner' || runner === null) return false
  const roles = signed.actor(runner.show(), 'console')?.roles ?? []
  return who === 'crew' ? roles.length > 0 : roles.includes('organiser')
}

function turnAway(site: Site, visit: Visit): FastifyReply | Promise<FastifyReply> {
  const { answers, who } = visit.request.routeOptions.config
  if (answers === 'page') return askToSignIn(site, visit)
  // Signing in again would not help an organiser of one event.
  const isGuest = who === 'owner' && ownShows(site, visit.signed).length > 0
  return isGuest
    ? answerProblem(site, visit, { code: 'not-allowed', message: words.ownerOnly })
    : answerProblem(site, visit, { code: 'signed-out', message: words.consoleOnly })
}

import { type Route, sendJson } from '../site.ts'

/** Is this process alive? */
export const healthz: Route = {
  id: 'healthz',
  method: 'GET',
  url: '/healthz',
  who: 'anyone',
  answers: 'json',
  about: 'Answers 200 while the server runs.',
  handle: (_, visit) => sendJson(visit, { status: 'ok' }),
}

/** Should it be sent visitors? */
export const readyz: Route = {
  id: 'readyz',
  method: 'GET',
  url: '/readyz',
  who: 'anyone',
  answers: 'json',
  about: 'Answers 200 while the server takes visitors, 503 while it stops or cannot read its data.',
  async handle(site, visit) {
    if (site.closing()) return sendJson(visit, { status: 'closing' }, 503)
    try {
      await site.store?.setting('organiser-generation')
    } catch (error) {
      site.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'store unreadable')
      return sendJson(visit, { status: 'store-failing' }, 503)
    }
    return sendJson(visit, { status: 'ready' })
  },
}

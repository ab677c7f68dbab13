import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { StageId } from '#shared/show/words.ts'
import type { Actor } from '#shared/show/words.ts'
import type { Audience, PageState } from '#shared/wire/live.ts'
import type { Access, Signed } from '../access/types.ts'
import type { ShowRunner, Shows } from '../runner/types.ts'
import type { SeatingDesk } from '../seating/types.ts'
import type { Store } from '../store/port.ts'
import type { Client } from './client.ts'
import type { Flash } from './flash.ts'

/** What live offers to pages: the very state that a screen goes on from. */
export interface PageStates {
  pageState<Which extends Audience>(
    runner: ShowRunner,
    audience: Which,
    actor: Actor | null,
    stage?: StageId,
  ): PageState<Which>
  /** Says goodbye to the screens of sessions that have ended. */
  recheck?(): Promise<void>
}

export type KeptBelow = Pick<
  Store,
  'setting' | 'putSetting' | 'read' | 'people' | 'texts' | 'picture' | 'putPicture' | 'keepPictures'
>

/** Everything that an answer is made from. */
export interface Site {
  shows: Shows
  access: Access
  live: PageStates
  seating: SeatingDesk
  /** asked by `/readyz`, read for what has changed, and to save a whole event; null: nothing to ask */
  store: KeptBelow | null
  log: FastifyBaseLogger
  client: Client
  flash: Flash
  /** `https://pitch.example.org` or null */
  publicUrl: string | null
  /** the origin that people are told, for a request that came to `host` */
  originFor(host: string | undefined): string
  closing(): boolean
}

/** A request with what we know of who sent it. */
export interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  /** the cookie header as it came */
  cookie: string | undefined
  signed: Signed
  /** the show of `:event` in the address; null: the address has none */
  runner: ShowRunner | null
}
export interface ShowVisit extends Visit {
  runner: ShowRunner
}

/**
 * `crew`: whoever works at the event in the address · `organiser`: its organisers, the server's among them · `owner`: the
 * organisers of this server, who hold its passphrase
 */
export type Who = 'anyone' | 'crew' | 'organiser' | 'owner'

/** What the server answers at one address. */
export interface Route {
  id: string
  method: 'GET' | 'POST'
  /** pattern, `/s/:event/me` */
  url: string
  /** who may ask; anyone else is shown how to sign in, or refused */
  who: Who
  /** how refusals are written: for people on a page, or for a program */
  answers: 'page' | 'json'
  /** whose screen it is; only pages that somebody opens have one */
  screenOf?: 'everyone' | 'delegate' | 'presenter' | 'screen' | 'crew' | 'organiser'
  /** one line for the API's description; without it the route is not described */
  about?: string
  /** what the body must be, and the description of both */
  schema?: { body?: object; response?: Record<number, object> }
  /** the schema only describes: the route checks by itself, to say more of what is wrong */
  checksItself?: boolean
  /** requests of one session in ten seconds; more are told to wait */
  rate?: number
  /** bytes */
  bodyLimit?: number
  handle(site: Site, visit: Visit): Promise<FastifyReply> | FastifyReply
}

/** The shows whose console this session may look at: all of them for organisers of this server. */
export const ownShows = (site: Pick<Site, 'shows'>, signed: Signed): ShowRunner[] =>
  site.shows.list().filter((runner) => signed.sees(runner.show(), 'console'))

/** A route below `/s/:event`: its show has been found before. */
export const ofShow =
  (handle: (site: Site, visit: ShowVisit) => Promise<FastifyReply> | FastifyReply) =>
  (site: Site, visit: Visit): Promise<FastifyReply> | FastifyReply => {
    const { runner } = visit
    if (!runner) throw new Error('a route of a show has :event in its address')
    return handle(site, { ...visit, runner })
  }

/** A page that is made anew each time and may hold what is somebody's own. */
export const sendPage = (
  { reply }: Pick<Visit, 'reply'>,
  text: string,
  { status = 200, keep = false }: { status?: number; keep?: boolean } = {},
): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', keep ? 'no-cache' : 'no-store')
    .type('text/html; charset=utf-8')
    .send(text)

export const sendJson = ({ reply }: Pick<Visit, 'reply'>, body: unknown, status = 200) =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))

export const seeOther = ({ reply }: Pick<Visit, 'reply'>, to: string): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(to, 303)

/** Text of a field in the address or in a form; '' when it is missing or is no single text. */
export function textOf(from: unknown, name: string): string {
  if (from === null || typeof from !== 'object') return ''
  const value = Object.entries(from).find(([key]) => key === name)?.[1] as unknown
  return typeof value === 'string' ? value : ''
}

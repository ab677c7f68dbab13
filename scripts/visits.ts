import type { ConsoleData } from '#shared/wire/console.ts'
import { CONSOLE_SCREENS } from '#shared/wire/console.ts'
import { PHONE_VIEWS } from '#shared/wire/render.ts'
import { screens } from '../server/app.ts'

/** A page to open, and whose browser opens it. */
export interface Visit {
  /** file-name part: `console-tables` */
  name: string
  path: string
  as: 'nobody' | 'organiser' | 'delegate' | 'presenter' | 'screen'
}

/** One item and one innovation that the public can read of an event. */
export interface Published {
  segment?: string
  innovation?: string
}

/** Every page of the route table for one event: a new page is in by itself, once there is something on it. */
export function visitsOf(event: string, claim: string, published: Published = {}): Visit[] {
  return screens.flatMap(({ id, url, of }): Visit[] => {
    const path = url
      .replace(':event', event)
      .replace(':stage', '1')
      .replace(':segment', published.segment ?? ':segment')
      .replace(':innovation', published.innovation ?? ':innovation')
      .replace(/:token/, claim)
    if (path.includes(':')) return []
    if (path.endsWith('/*'))
      return CONSOLE_SCREENS.slice(1).map((screen) => ({
        name: `console-${screen}`,
        path: path.replace('*', screen),
        as: 'organiser',
      }))
    if (id === 'me')
      return PHONE_VIEWS.map((view) => ({
        name: `${id}-${view}`,
        path: view === 'now' ? path : `${path}?view=${view}`,
        as: 'delegate',
      }))
    const as = {
      everyone: 'nobody',
      delegate: 'delegate',
      presenter: 'presenter',
      screen: 'screen',
      crew: 'organiser',
      organiser: 'organiser',
    } as const
    return [{ name: id, path, as: as[of] }]
  })
}

/** As the event's page links to them: an item with pitches, and the first innovation. */
export async function publishedAt(url: string, event: string): Promise<Published> {
  const page = await (await fetch(`${url}/s/${event}`)).text()
  const segment =
    /<li class="item item--pitch-block">.*?\/programme\/(seg-\w+)"/s.exec(page)?.[1] ??
    /\/programme\/(seg-\w+)"/.exec(page)?.[1]
  const innovation = /\/innovations\/(inn-\w+)"/.exec(page)?.[1]
  return {
    ...(segment === undefined ? {} : { segment }),
    ...(innovation === undefined ? {} : { innovation }),
  }
}

/** Cookies of the four who look, got as people get them: first link, badges, the console's link for displays. */
export async function signIns(
  url: string,
  event: string,
  organiser: string,
): Promise<Record<Visit['as'], string>> {
  const get = (path: string, cookie: string): Promise<Response> =>
    fetch(url + path, { headers: { cookie }, redirect: 'manual' })
  const page = await (await get(`/console/${event}`, organiser)).text()
  const json = /id="state">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null'
  const data = JSON.parse(json) as ConsoleData | null
  if (data?.page !== 'show') throw new Error(`There is no console at /console/${event}.`)
  const badge = async (address: string): Promise<string> =>
    cookieOf(await get(new URL(address).pathname, ''))
  const { people, tables, hosts } = data.state.parts
  const first = tables[0] ? hosts[tables[0].id]?.[0] : undefined
  const personOf = async (id: string | undefined): Promise<string> => {
    if (id === undefined) return ''
    const link = await (await get(`/api/shows/${event}/people/${id}/link`, organiser)).json()
    return badge((link as { url: string }).url)
  }
  return {
    nobody: '',
    organiser,
    screen: await badge(data.links.stage),
    presenter: await personOf(first),
    delegate: await personOf(people.find(({ roles }) => roles.includes('delegate'))?.id),
  }
}

/** `name=value` of the first cookie that an answer sets. */
export const cookieOf = (answer: Response): string =>
  answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** Becomes the organiser by the first link. */
export async function claimed(url: string, claim: string): Promise<string> {
  const answer = await fetch(url + claim, {
    method: 'POST',
    headers: { origin: url },
    redirect: 'manual',
  })
  const cookie = cookieOf(answer)
  if (cookie === '') throw new Error(`The first link was refused (${answer.status}).`)
  return cookie
}

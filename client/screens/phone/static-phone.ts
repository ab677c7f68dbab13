import type { PageToRender } from '#shared/wire/render.ts'
import { PHONE } from '#shared/words/phone.ts'
import type { Phone } from './phone-context.ts'
import { placeOf } from './place.ts'

/** What the browser calls this page. */
export const pageTitle = ({ audience, place, parts }: Phone): string =>
  `${audience === 'host' ? PHONE.tabs.host : PHONE.tabs[place.view]}: ${parts.show.title}`

const NOTHING: Phone['pending'] = new Map()

/** The page as the server drew it, and as scripts find it: nothing moves yet. */
export function staticPhone({ data, url }: Pick<PageToRender, 'data' | 'url'>): Phone {
  const { audience, parts, mine, gone, said, at } = data
  const asked = new URL(url, 'http://here.invalid')
  return {
    audience,
    parts,
    mine,
    gone,
    said,
    place: placeOf(url),
    path: asked.pathname,
    url: asked.pathname + asked.search,
    now: () => at,
    madeAt: at,
    status: null,
    pending: NOTHING,
    send: null,
    go: null,
  }
}

import { PHONE_VIEWS } from '#shared/wire/render.ts'
import type { RoundId } from '#shared/show/words.ts'

export const VIEWS = PHONE_VIEWS
export type View = (typeof VIEWS)[number]
/** The others are gone to from these. */
export const TABS = ['now', 'day', 'tables', 'pitches'] as const satisfies readonly View[]

/** Where somebody is on their page. All of it stands in the address, so that links and forms do every task. */
export interface Place {
  view: View
  /** the round whose tables are looked at */
  round: RoundId | null
  /** what was searched for */
  find: string
  only: 'yes' | 'room' | null
  /** the table whose sign was read, or whose number was typed */
  at: number | null
  /** how often more cards were asked for */
  more: number
}

export function placeOf(url: string): Place {
  const query = new URL(url, 'http://here.invalid').searchParams
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'now'
  const only = query.get('only')
  return {
    view,
    round: query.get('round') as RoundId | null,
    find: (query.get('find') ?? '').trim().slice(0, 100),
    only: only === 'yes' || only === 'room' ? only : null,
    at: /^\d{1,4}$/.test(query.get('at') ?? '') ? Number(query.get('at')) : null,
    more: Math.min(99, Math.max(0, Math.trunc(Number(query.get('more')) || 0))),
  }
}

/** Path and query of a place on the page at `path`. */
export function addressOf(path: string, place: Partial<Place>): string {
  const query = new URLSearchParams()
  if (place.view && place.view !== 'now') query.set('view', place.view)
  if (place.round) query.set('round', place.round)
  if (place.find) query.set('find', place.find)
  if (place.only) query.set('only', place.only)
  if (place.at != null) query.set('at', String(place.at))
  if (place.more) query.set('more', String(place.more))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

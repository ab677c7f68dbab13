import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { PublicInnovation } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html, raw } from '../../html.ts'

export const timeMark = (at: Instant, zone: string): Html =>
  html`<time datetime="${isoWithOffset(at, zone)}">${clockTime(at, zone)}</time>`

/** Begin and end, one under the other where they hang in the margin. */
export const spanMark = (start: Instant, end: Instant, zone: string): Html =>
  html`${timeMark(start, zone)} <span class="vh">${words.to}</span> ${timeMark(end, zone)}`

/** A letter A to H has a colour and a shape; other names of zones are written out. */
export function zoneMark(zone: string): Html | false {
  if (zone === '') return false
  if (!/^[A-Ha-h]$/.test(zone))
    return html`<span class="zonename"><span class="vh">${words.zoneWord}</span>${zone}</span>`
  return html`<span class="zone zone--${zone.toLowerCase()}"
    ><span class="vh">${words.zoneWord}</span>${zone}</span
  >`
}

/** `Priya Shah, Kirklees` */
export const byline = ({ presenters, organisation }: PublicInnovation): string =>
  [...presenters, organisation].filter((part) => part !== '').join(', ')

export const addressOf = {
  event: (event: string): string => `/s/${event}`,
  item: (event: string, id: string): string => `/s/${event}/programme/${id}`,
  innovation: (event: string, id: string): string => `/s/${event}/innovations/${id}`,
  fairness: (event: string): string => `/s/${event}/fairness`,
  changes: (event: string): string => `/s/${event}/changes.atom`,
}

/** A heading one level below what is over it, which depends on how many days and stages there are. */
export const heading = (level: number, name: string, text: Html | string): Html =>
  html`${raw(`<h${level} class="${name}">`)}${text}${raw(`</h${level}>`)}`

import type { Event, Place, WithContext } from 'schema-dts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PublicInnovation, PublicItem, PublicView } from '#shared/views/public.ts'
import { html, type Html, raw } from '../../html.ts'
import type { Edition } from './edition.ts'
import { addressOf } from './marks.ts'

/**
 * What search engines and calendars read of an event: https://schema.org/Event. The types know the
 * vocabulary, so a property that schema.org does not have for a type does not compile.
 */
export type EventData = Extract<Event, { '@type': 'Event' }>

/** Data for machines: not a script, so the page's policy has nothing against it. Nothing in it can end the element. */
export const jsonLd = (data: WithContext<EventData>): Html =>
  html`<script type="application/ld+json">
    ${raw(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped))}
  </script>`
const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The whole event with all that is published of it. */
export function eventData({ view, innovations }: Edition, origin: string): WithContext<EventData> {
  const items = view.programme.flatMap(({ stages }) => stages.flatMap((stage) => stage.items))
  return {
    '@context': 'https://schema.org',
    ...wholeEvent(view, origin),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus: 'https://schema.org/EventScheduled',
    ...(items.length === 0
      ? {}
      : { subEvent: items.map((item) => itemEvent(view, item, innovations, origin)) }),
  }
}

/** One item, as a part of its event. */
export const itemData = (
  { view, innovations }: Edition,
  item: PublicItem,
  origin: string,
): WithContext<EventData> => ({
  '@context': 'https://schema.org',
  ...itemEvent(view, item, innovations, origin),
  superEvent: wholeEvent(view, origin),
})

/** The pitch of an innovation; null while it has none. */
export function pitchData(
  { view, items }: Edition,
  innovation: PublicInnovation,
  origin: string,
): WithContext<EventData> | null {
  const [first] = innovation.pitches
  const item = first && items.get(first.item)
  if (!item) return null
  return {
    '@context': 'https://schema.org',
    ...pitchEvent(view, item, innovation, first.start, origin),
    superEvent: wholeEvent(view, origin),
  }
}

function wholeEvent(view: PublicView, origin: string): EventData {
  const { title, place, zone, days, programme } = view
  const items = programme.flatMap(({ stages }) => stages.flatMap((stage) => stage.items))
  const starts = items.map(({ start }) => start)
  const ends = items.map(({ end }) => end)
  const day = (date: string | undefined): { at: string } | null =>
    date === undefined ? null : { at: date }
  const start = starts.length > 0 ? { at: isoWithOffset(Math.min(...starts), zone) } : day(days[0])
  const end = ends.length > 0 ? { at: isoWithOffset(Math.max(...ends), zone) } : day(days.at(-1))
  return {
    '@type': 'Event',
    name: title,
    url: origin + addressOf.event(view.id),
    ...(start ? { startDate: start.at } : {}),
    ...(end ? { endDate: end.at } : {}),
    ...(place === '' ? {} : { location: { '@type': 'Place', name: place, address: place } }),
  }
}

function itemEvent(
  view: PublicView,
  item: PublicItem,
  innovations: Edition['innovations'],
  origin: string,
): EventData {
  const pitches = item.pitches.flatMap(({ innovation, start }) => {
    const held = innovations.get(innovation)
    return held ? [pitchEvent(view, item, held, start, origin)] : []
  })
  return {
    '@type': 'Event',
    name: item.title,
    url: origin + addressOf.item(view.id, item.id),
    startDate: isoWithOffset(item.start, view.zone),
    endDate: isoWithOffset(item.end, view.zone),
    ...whereOf(view, item),
    ...(item.summary === '' ? {} : { description: item.summary }),
    ...performers(item.speakers),
    ...(pitches.length === 0 ? {} : { subEvent: pitches }),
  }
}

function pitchEvent(
  view: PublicView,
  item: PublicItem,
  innovation: PublicInnovation,
  start: Instant,
  origin: string,
): EventData {
  const { id, title, summary, organisation, presenters } = innovation
  return {
    '@type': 'Event',
    name: title,
    url: origin + addressOf.innovation(view.id, id),
    startDate: isoWithOffset(start, view.zone),
    ...whereOf(view, item),
    ...(summary === '' ? {} : { description: summary }),
    ...performers(presenters, organisation),
  }
}

function whereOf({ place }: PublicView, { stage }: PublicItem): { location?: Place } {
  const whole = { '@type': 'Place' as const, name: place, address: place }
  if (stage === '') return place === '' ? {} : { location: whole }
  const own = { '@type': 'Place' as const, name: stage }
  return { location: place === '' ? own : { ...own, address: place, containedInPlace: whole } }
}

function performers(names: readonly string[], organisation = ''): Pick<EventData, 'performer'> {
  const all = [
    ...names.map((name) => ({ '@type': 'Person' as const, name })),
    ...(organisation === '' ? [] : [{ '@type': 'Organization' as const, name: organisation }]),
  ]
  return all.length === 0 ? {} : { performer: all }
}

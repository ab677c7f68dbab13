import ICAL, { type JCalComponent, type JCalProperty } from 'ical.js'
import { SECOND } from '#shared/time/instant.ts'
import { instantOf, isZone } from '#shared/time/zone.ts'
import { list, quote } from '#shared/sheets/text.ts'
import type { ForeignStart } from './types.ts'

export interface Property {
  parameters: Readonly<Record<string, string>>
  values: string[]
}

/** Properties by name, as texts. */
export function propertiesOf(written: readonly JCalProperty[]): Map<string, Property[]> {
  const fields = new Map<string, Property[]>()
  for (const [name, parameters, , ...values] of written) {
    const texts = values.map((value) =>
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '',
    )
    const plain = Object.fromEntries(
      Object.entries(parameters).map(([key, value]) => [
        key.toLowerCase(),
        Array.isArray(value) ? (value[0] ?? '') : value,
      ]),
    )
    fields.set(name, [...(fields.get(name) ?? []), { parameters: plain, values: texts }])
  }
  return fields
}

/** The first text of a property; '' when there is none. */
export const textIn = (fields: Map<string, Property[]>, name: string): string =>
  fields.get(name)?.[0]?.values[0] ?? ''

export function valueOf(
  fields: Map<string, Property[]>,
  name: string,
): { value: string; tzid: string | null } | null {
  const first = fields.get(name)?.[0]
  const value = first?.values[0]
  return first && value !== undefined && value !== ''
    ? { value, tzid: first.parameters['tzid'] ?? null }
    : null
}

export interface Zones {
  /** the one zone that the calendar goes by, when it is plain */
  named: string | null
  startOf: (day: string, time: string, tzid: string | null) => ForeignStart
  /** after all are read: zones that could not be found */
  notes: () => string[]
}

/**
 * Times by the zones that a calendar names: an IANA name counts whether or not its definition is in the
 * file (none of six real files with zones had it); another name by the file's own VTIMEZONE. One that
 * is not known at all is taken for the clocks in the hall.
 */
export function zonesOf(calendars: readonly (JCalComponent | null)[], usual: string): Zones {
  const own = new Map<string, JCalComponent>()
  for (const zone of calendars.flatMap((one) => one?.[2] ?? [])) {
    const id = textIn(propertiesOf(zone[1]), 'tzid')
    if (zone[0] === 'vtimezone' && id !== '' && isYearly(zone)) own.set(id, zone)
  }
  const known = new Map<string, string | ICALZone | null>()
  const missing = new Set<string>()
  const lookUp = (id: string): string | ICALZone | null => {
    const held = known.get(id)
    if (held !== undefined) return held
    const found = ianaIn(id) ?? ownZone(own.get(id), id)
    if (found === null) missing.add(id)
    known.set(id, found)
    return found
  }
  const named = usual === '' ? null : ianaIn(usual)
  return {
    named,
    startOf(day, time, tzid) {
      const zone = tzid === null ? named : lookUp(tzid)
      if (zone === null) return { at: null, day, time }
      const at = typeof zone === 'string' ? instantOf(day, time, zone) : byOwnZone(zone, day, time)
      return { at, day, time }
    },
    notes: () =>
      missing.size === 0
        ? []
        : [
            `The file names the time zone ${list([...missing].map(quote))}, which we do not know and which it does not define. Such times are taken as those of the clocks in the hall.`,
          ],
  }
}

type ICALZone = InstanceType<typeof ICAL.Timezone>

/** `/mozilla.org/20050126_1/Europe/Berlin` and the like end in the name that counts. */
function ianaIn(id: string): string | null {
  const parts = id.split('/').filter((part) => part !== '')
  for (let from = 0; from < Math.min(parts.length, 6); from++) {
    const name = parts.slice(from).join('/')
    if (isZone(name)) return name
  }
  return null
}

/** Summer time comes once a year; a rule that repeats each second would be counted out for ever. */
const isYearly = (zone: JCalComponent): boolean =>
  zone[2].every(([, properties]) =>
    properties.every(
      ([name, , , ...values]) =>
        name !== 'rrule' || /"freq":"YEARLY"/i.test(JSON.stringify(values)),
    ),
  )

const ownZone = (zone: JCalComponent | undefined, tzid: string): ICALZone | null =>
  zone ? new ICAL.Timezone({ component: new ICAL.Component(zone), tzid }) : null

function byOwnZone(zone: ICALZone, date: string, time: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const local = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false })
  return instantOf(date, time, 'UTC') - zone.utcOffset(local) * SECOND
}

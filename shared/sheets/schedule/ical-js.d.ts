/** The part of ical.js used here, without the DOM's types that its own declarations bring along. */

/** A property in jCal (RFC 7265): name, parameters, type of its value, value or values. */
export type JCalProperty = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
]
export type JCalComponent = [name: string, properties: JCalProperty[], components: JCalComponent[]]

export class Component {
  constructor(jCal: JCalComponent)
}
export class Time {
  constructor(data: {
    year: number
    month: number
    day: number
    hour: number
    minute: number
    second: number
    isDate: boolean
  })
}
export class Timezone {
  constructor(data: { component: Component; tzid: string })
  /** seconds east of Greenwich at this time by the zone's own clocks */
  utcOffset(time: Time): number
}

declare const ICAL: {
  /** Throws an Error for a text that is not iCalendar. */
  parse(text: string): JCalComponent
  Component: typeof Component
  Time: typeof Time
  Timezone: typeof Timezone
}
export default ICAL

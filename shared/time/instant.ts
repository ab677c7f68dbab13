/** Milliseconds since the Unix epoch by the show's clock. */
export type Instant = number
/** A length of time in milliseconds. */
export type Ms = number
/** A calendar day in the show's zone, `2026-11-24`. */
export type LocalDate = string

export const SECOND: Ms = 1_000
export const MINUTE: Ms = 60_000
export const HOUR: Ms = 3_600_000
export const DAY: Ms = 24 * HOUR

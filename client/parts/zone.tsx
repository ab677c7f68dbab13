import { PHONE } from '#shared/words/phone.ts'

/** Zones with a colour, a letter and a shape of their own. */
const DRAWN = 'abcdefgh'

/** `zone--c`, or nothing for a zone that has no drawing. */
export const zoneClass = (zone: string): string => {
  const letter = zone
    .replace(/^zone\s+/i, '')
    .trim()
    .toLowerCase()
  return letter.length === 1 && DRAWN.includes(letter) ? `zone--${letter}` : ''
}

/** The zone as a mark; a zone with a name is written out. */
export function ZoneMark({ zone }: { zone: string }) {
  if (zone === '') return null
  const drawn = zoneClass(zone)
  if (drawn === '') return <span>{/^zone\b/i.test(zone) ? zone : `${PHONE.zone} ${zone}`}</span>
  return (
    <span className={`zone ${drawn}`}>
      <span className="vh">{PHONE.zone} </span>
      {drawn.slice(-1).toUpperCase()}
    </span>
  )
}

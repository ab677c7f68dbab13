import { PHONE } from '#shared/words/phone.ts'
import { zoneClass } from './zone-class.ts'

export { zoneClass }

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

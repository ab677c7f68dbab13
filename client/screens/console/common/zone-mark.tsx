import { DATA } from '#shared/words/console-data.ts'

/** A zone in words, with its colour, letter and shape when it is one of A to H. */
export function ZoneMark({ zone }: { zone: string }) {
  if (zone === '') return null
  const letter = /^(?:zone\s+)?([a-h])$/i.exec(zone.trim())?.[1]?.toLowerCase()
  if (letter === undefined) return <span>{zone}</span>
  return (
    <span
      className={`zone zone--${letter}`}
      role="img"
      aria-label={DATA.zone(letter.toUpperCase())}
    >
      {letter.toUpperCase()}
    </span>
  )
}

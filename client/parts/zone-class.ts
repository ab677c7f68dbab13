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

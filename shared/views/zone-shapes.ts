/** How a zone is drawn where there are no styles: as in tokens.css, in a square of 100 around the middle. */
export interface ZoneShape {
  /** points of a polygon; null: a circle */
  points: string | null
  colour: string
  /** of what is written on it */
  ink: string
  /** how far below the middle a number stands */
  drop: number
}

const SHAPES: Readonly<Record<string, ZoneShape>> = {
  a: { points: null, colour: '#0072b2', ink: '#fff', drop: 0 },
  b: { points: '-43,-43 43,-43 43,43 -43,43', colour: '#e69f00', ink: '#000', drop: 0 },
  c: { points: '0,-56 58,46 -58,46', colour: '#009e73', ink: '#000', drop: 12 },
  d: { points: '0,-56 56,0 0,56 -56,0', colour: '#cc79a7', ink: '#000', drop: 0 },
  e: { points: '0,-52 52,-13 32,48 -32,48 -52,-13', colour: '#f0e442', ink: '#000', drop: 2 },
  f: { points: '-25,-44 25,-44 50,0 25,44 -25,44 -50,0', colour: '#56b4e9', ink: '#000', drop: 0 },
  g: {
    points: '0,-60 16,-20 56,-17 25,10 35,50 0,28 -35,50 -25,10 -56,-17 -16,-20',
    colour: '#d55e00',
    ink: '#000',
    drop: 2,
  },
  h: {
    points: '-22,-48 22,-48 22,-22 48,-22 48,22 22,22 22,48 -22,48 -22,22 -48,22 -48,-22 -22,-22',
    colour: '#000',
    ink: '#fff',
    drop: 0,
  },
}

/** null: a zone that has a name and no drawing, or none. */
export function zoneShape(zone: string): ZoneShape | null {
  const letter = zone
    .replace(/^zone\s+/i, '')
    .trim()
    .toLowerCase()
  return Object.hasOwn(SHAPES, letter) ? (SHAPES[letter] ?? null) : null
}

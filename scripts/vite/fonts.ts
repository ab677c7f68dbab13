/**
 * `import 'virtual:fonts.css'`: the typefaces of look.md, cut down to what the screens can show.
 * A browser fetches a face only when a character and a family on the page need it, so the stage
 * display, which sets its digits in Clock Mono, never fetches the whole of Mono.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const folder = `${modules}.cache/pitch-and-talk-fonts/`

const between = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))

const ascii = between(0x20, 0x7e)
const latin = `${ascii}${between(0xa0, 0xff)}ıŒœʻʼˆ˚˜‐‑–—‘’‚“”„•…′″‹›€™←↑→↓−∕×`
/** Central and eastern European languages, Turkish, Welsh, Maltese, the Baltic, Romanian. */
const latinExtended = `${between(0x100, 0x17f)}ȘșȚț${between(0x1e80, 0x1e85)}ẞỲỳ`

/** 700 is a master of the design: cutting the axis there saves a quarter of each file. */
const weights = { min: 400, max: 700 }

const faces = [
  { family: 'Next', source: 'latin', file: 'text', text: latin },
  { family: 'Next', source: 'latin-ext', file: 'text-extended', text: latinExtended },
  { family: 'Mono', source: 'latin', file: 'mono', text: `${ascii}−–·×` },
  { family: 'Clock', source: 'latin', file: 'clock', text: '0123456789:+-−. ' },
] as const

const names = {
  Next: { package: 'atkinson-hyperlegible-next', name: 'Atkinson Hyperlegible Next' },
  Mono: { package: 'atkinson-hyperlegible-mono', name: 'Atkinson Hyperlegible Mono' },
  Clock: { package: 'atkinson-hyperlegible-mono', name: 'Clock Mono' },
}

/** The characters as CSS writes them, neighbours joined: U+20-7E,U+A0. */
function unicodeRange(text: string): string {
  const points = [...new Set(text)].map((c) => c.codePointAt(0) ?? 0).toSorted((a, b) => a - b)
  const runs: { first: number; last: number }[] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && run.last === point - 1) run.last = point
    else runs.push({ first: point, last: point })
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return runs
    .map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`)
    .join(',')
}

async function cut(face: (typeof faces)[number]): Promise<string> {
  const { package: source, name } = names[face.family]
  const path = `${modules}@fontsource-variable/${source}/files/${source}-${face.source}-wght-normal.woff2`
  const font = await subsetFont(await readFile(path), face.text, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
  })
  await writeFile(`${folder}${face.file}.woff2`, font)
  return `@font-face {
  font-family: '${name}';
  font-weight: ${weights.min} ${weights.max};
  font-display: swap;
  src: url('./${face.file}.woff2') format('woff2');
  unicode-range: ${unicodeRange(face.text)};
}
`
}

export function fonts(): Plugin {
  let written: Promise<void> | undefined
  async function write() {
    await mkdir(folder, { recursive: true })
    await writeFile(`${folder}fonts.css`, (await Promise.all(faces.map(cut))).join('\n'))
  }
  return {
    name: 'pitch-and-talk-fonts',
    // An alias, not resolveId: Vite asks no plugin when a style sheet imports another.
    config: () => ({ resolve: { alias: { 'virtual:fonts.css': `${folder}fonts.css` } } }),
    buildStart: () => (written ??= write()),
  }
}

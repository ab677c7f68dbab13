/** `npm run bench [-- name…]`: every figure of the project, beside its reference in the same run. */
import { cpus } from 'node:os'
import { closing } from './closing.ts'
import { display } from './display.ts'
import { editor } from './editor.ts'
import { fanOut } from './fan-out.ts'
import { imports } from './imports.ts'
import { joining } from './joining.ts'
import { memory } from './memory.ts'
import { pages } from './pages.ts'
import { picks } from './picks.ts'
import { publicPage } from './public-page.ts'
import { replay } from './replay.ts'
import { seating } from './seating.ts'
import { type Figure, line, verdict } from './support/report.ts'

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  display,
  joining,
  'fan-out-1000': () => fanOut(1000, 1.25),
  'fan-out-5000': () => fanOut(5000, 1.6),
  picks,
  pages,
  editor,
  public: publicPage,
  replay,
  memory,
  imports,
  seating,
  closing,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(', ')}: choose from ${Object.keys(BENCHES).join(', ')}.\n`,
  )
  process.exit(1)
}
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const found: Figure[] = []
say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; medians; server and phones on a core each\n`,
)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const figures = await bench()
  found.push(...figures)
  for (const figure of figures) say(line(figure))
}
const missed = found.filter((figure) => verdict(figure) === 'MISSED').length
say(`\n${found.length} figures, ${missed} of those with a limit missed it`)

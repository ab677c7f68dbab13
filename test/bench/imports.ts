import writeExcelFile from 'write-excel-file/node'
import type { ImportReport } from '#shared/wire/imports.ts'
import { dataFolder } from '../support/server.ts'
import { seedFolder, SHOW } from '../support/seeded.ts'
import { child } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { median } from './support/statistics.ts'

export type Importer = {
  open: { with: { folder: string }; gives: { port: number } }
  /** the longest time that nothing else could happen since it was asked last */
  stall: { with: null; gives: { ms: number } }
}

const ROWS = 10_000
const RUNS = 5
/** already in the event */
const PEOPLE = 2_000

const HEAD = [
  'Ticket number',
  'First name',
  'Last name',
  'E-mail',
  'Organisation',
  'Job title',
  'Shoe size',
]
const cells = Array.from({ length: ROWS }, (_, n) => [
  `T-${n}`,
  `Person ${n}`,
  `Ŵyn ${n % 700}`,
  `person${n}@example.org`,
  `Council ${n % 90}`,
  'Head of digital',
  String(n % 50),
])

/** Ten thousand people are read and compared with an event of two thousand, while its clock runs. */
export async function imports(): Promise<Figure[]> {
  const data = dataFolder()
  const { organiser } = await seedFolder(data.folder, { delegates: PEOPLE })
  const server = child<Importer>('importer.ts', null)
  try {
    const { port } = await server.ask('open', { folder: data.folder })
    const post = async (name: string, bytes: Uint8Array, apply = false): Promise<Run> => {
      const form = new FormData()
      if (apply) form.append('apply', 'yes')
      form.append('people', new Blob([bytes as BlobPart]), name)
      await server.ask('stall', null)
      const from = performance.now()
      const origin = `http://127.0.0.1:${port}`
      const headers = { cookie: organiser, origin }
      const url = `${origin}/api/shows/${SHOW}/imports`
      const answer = await fetch(url, { method: 'POST', body: form, headers })
      const report = (await answer.json()) as ImportReport
      const ms = performance.now() - from
      if (report.totals?.added !== ROWS) throw new Error(JSON.stringify(report).slice(0, 300))
      return { ms, stall: (await server.ask('stall', null)).ms }
    }
    const csv = Buffer.from([HEAD, ...cells].map((row) => row.join(',')).join('\n'))
    const book = new Uint8Array(
      await writeExcelFile([{ sheet: 'People', data: [HEAD, ...cells] }]).toBuffer(),
    )
    const first = await post('people.csv', csv)
    const dry = await times(() => post('people.csv', csv))
    const dryBook = await times(() => post('people.xlsx', book))
    const applied = await post('people.csv', csv, true)
    return [
      // The page on which files are chosen wakes the thread before it is needed.
      figure(`first preview of ${ROWS} rows (its thread starts)`, first.ms),
      figure(`preview of ${ROWS} rows of CSV, ${PEOPLE} people there`, dry.ms, 2_000),
      figure('  longest stall of the server meanwhile', dry.stall, 50),
      figure(`preview of ${ROWS} rows of XLSX`, dryBook.ms, 3_000),
      figure('  longest stall of the server meanwhile', dryBook.stall, 50),
      figure(`${ROWS} people added in one commit`, applied.ms),
      figure('  longest stall of the server meanwhile', applied.stall),
    ]
  } finally {
    await server.end()
    data.done()
  }
}

interface Run {
  ms: number
  stall: number
}

/** The usual time, and the worst stall of all runs. */
async function times(run: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = []
  for (let count = 0; count < RUNS; count += 1) runs.push(await run())
  return {
    ms: median(runs.map(({ ms }) => ms)),
    stall: Math.max(...runs.map(({ stall }) => stall)),
  }
}

const figure = (name: string, value: number, limit?: number): Figure => ({
  name,
  value,
  unit: 'ms',
  ...(limit === undefined ? {} : { limit }),
})

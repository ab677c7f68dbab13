import type { FastifyInstance, FastifyReply } from 'fastify'
import { toCsv } from '#shared/sheets/write.ts'
import { innovationsSheet } from '#shared/sheets/out/innovations-sheet.ts'
import { planActual } from '#shared/sheets/out/plan-actual.ts'
import { planActualSvg } from '#shared/sheets/out/plan-actual-svg.ts'
import { programmeSheet } from '#shared/sheets/out/programme-sheet.ts'
import { localDateOf } from '#shared/time/zone.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { People } from '#shared/views/common.ts'
import type { ExportsAbout } from '#shared/wire/console.ts'
import type { ShowRunner } from '../../runner/types.ts'
import { TAG } from '../describe.ts'
import type { Site } from '../site.ts'
import { attendanceSheet } from './attendance.ts'
import { consentsSheet } from './consents.ts'
import { clockSheet } from './clock.ts'
import { linksSheet } from './links.ts'
import type { ProgrammeFileName, SheetFile } from './names.ts'
import { peopleSheet } from './people.ts'
import { movesSheet } from './moves.ts'
import { picksSheet } from './picks.ts'
import {
  calendarFile,
  type MakeFile,
  scheduleJsonFile,
  scheduleXmlFile,
} from './programme-files.ts'
import { publicFiles } from './public.ts'
import { seatingExport } from './seating.ts'
import type { Sheet } from './sheet.ts'
import { wishesSheet } from './wishes.ts'
import { xlsx, XLSX_TYPE } from './xlsx.ts'

const SHEETS: Record<SheetFile, (show: ReadShow, people: People, now: Instant) => Sheet> = {
  programme: programmeSheet,
  innovations: innovationsSheet,
  people: peopleSheet,
  picks: picksSheet,
  wishes: wishesSheet,
  attendance: attendanceSheet,
  consents: consentsSheet,
  clock: clockSheet,
}
const LINKS = [
  ['links', true, 'Takes everyone’s own link and code out as CSV, for a mail merge.'],
  [
    'links-without-email',
    false,
    'The links and codes of people whose e-mail address is not known.',
  ],
] as const
const PROGRAMMES: Record<ProgrammeFileName, MakeFile> = {
  'schedule.json': scheduleJsonFile,
  'schedule.xml': scheduleXmlFile,
  'calendar.ics': calendarFile,
}

/** A file as it goes out. */
interface Made {
  type: string
  body: string | Buffer
}
type Make = (runner: ShowRunner, host: string | undefined) => Made | Promise<Made>

/**
 * `GET /api/shows/:event/exports/…`: what an organiser takes home, and the published programme for
 * everyone. The app's gate lets only organisers into the former.
 */
export function exports(app: FastifyInstance, site: Site): void {
  publicFiles(app, site)
  about(app)
  for (const [name, sheetOf] of Object.entries(SHEETS)) {
    addSheet(app, site, name, (runner) => sheetOf(runner.show(), runner.people(), runner.now()))
  }
  const { store } = site
  if (store) {
    addSheet(app, site, 'moves', (runner) => movesSheet(runner, store))
    add(
      app,
      site,
      'seating.json',
      'The seating that was published last with all that it was worked out from, to repeat it: npm run allot.',
      async (runner) => ({
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(await seatingExport(runner, store)),
      }),
    )
  }
  for (const [name, reachable, about] of LINKS)
    add(app, site, `${name}.csv`, about, (runner, host) => {
      const { passes } = site.access
      const origin = site.originFor(host)
      const { header, rows } = linksSheet(runner.show(), runner.people(), {
        origin,
        passes,
        reachable,
      })
      return { type: 'text/csv; charset=utf-8', body: toCsv(header, rows) }
    })
  add(app, site, 'clock.svg', 'Plan against actual as a picture.', (runner) => ({
    type: 'image/svg+xml; charset=utf-8',
    body: planActualSvg(planActual(runner.show(), runner.now()), runner.show().zone),
  }))
  for (const [name, make] of Object.entries(PROGRAMMES))
    add(
      app,
      site,
      name,
      `The whole programme as ${name}, with what is not confirmed yet.`,
      (runner, host) => {
        const url = `${site.originFor(host)}/s/${runner.id}`
        const { type, text } = make(runner, 'organiser', url)
        return { type, body: text() }
      },
    )
}

/** A sheet as CSV, for Excel and as JSON: a list of rows, each by the names of its columns. */
function addSheet(
  app: FastifyInstance,
  site: Site,
  name: string,
  sheet: (runner: ShowRunner) => Sheet | Promise<Sheet>,
): void {
  add(app, site, `${name}.csv`, `Takes ${name} out as CSV.`, async (runner) => {
    const { header, rows } = await sheet(runner)
    return { type: 'text/csv; charset=utf-8', body: toCsv(header, rows) }
  })
  add(app, site, `${name}.xlsx`, `Takes ${name} out for Excel.`, async (runner) => ({
    type: XLSX_TYPE,
    body: await xlsx(name, await sheet(runner)),
  }))
  add(app, site, `${name}.json`, `Takes ${name} out as JSON.`, async (runner) => {
    const { header, rows } = await sheet(runner)
    const named = rows.map((cells) =>
      Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])),
    )
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(named) }
  })
}

function about(app: FastifyInstance): void {
  app.route({
    method: 'GET',
    url: '/api/shows/:event/exports',
    config: { who: 'organiser', answers: 'json' },
    schema: {
      tags: [TAG],
      summary: 'How many people a mail merge reaches, and how many it does not.',
      operationId: 'exports-about',
    },
    handler(request, reply) {
      const { runner } = request.visit
      if (!runner) throw new Error('the gate finds the event')
      const people = [...runner.people().values()]
      const withoutEmail = people.filter(({ email }) => email === '').length
      return reply
        .header('cache-control', 'no-store')
        .send({ people: people.length, withoutEmail } satisfies ExportsAbout)
    },
  })
}

/** `name` with its ending: `people.csv`. */
function add(app: FastifyInstance, site: Site, name: string, about: string, make: Make): void {
  const [bare = '', ending = ''] = name.split('.')
  app.route({
    method: 'GET',
    url: `/api/shows/:event/exports/${name}`,
    config: { who: 'organiser', answers: 'json' },
    schema: {
      tags: [TAG],
      summary: about,
      operationId: ending === 'csv' ? `export-${bare}` : `export-${bare}-${ending}`,
    },
    async handler(request, reply): Promise<FastifyReply> {
      const { runner } = request.visit
      if (!runner) throw new Error('the gate finds the event')
      const { type, body } = await make(runner, request.headers.host)
      const { id, zone } = runner.show()
      const file = `${id}-${bare}-${localDateOf(runner.now(), zone)}.${ending}`
      site.log.debug({ event: id, name, size: body.length }, 'exported')
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file}"`)
        .type(type)
        .send(body)
    },
  })
}

import type { FastifyInstance } from 'fastify'
import { toCsv } from '#shared/sheets/write.ts'
import { localDateOf } from '#shared/time/zone.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { People } from '#shared/views/common.ts'
import { TAG } from '../describe.ts'
import type { Site } from '../site.ts'
import { clockSheet } from './clock.ts'
import { peopleSheet } from './people.ts'
import { picksSheet } from './picks.ts'
import type { Sheet } from './sheet.ts'

const SHEETS: Record<string, (show: ReadShow, people: People, now: Instant) => Sheet> = {
  picks: picksSheet,
  people: peopleSheet,
  clock: clockSheet,
}

/** `GET /api/shows/:event/exports/…csv`: what an organiser takes home. The app's gate lets only them in. */
export function exports(app: FastifyInstance, site: Site): void {
  for (const [name, sheetOf] of Object.entries(SHEETS))
    app.route({
      method: 'GET',
      url: `/api/shows/:event/exports/${name}.csv`,
      config: { who: 'organiser', answers: 'json' },
      schema: {
        tags: [TAG],
        summary: `Takes ${name} out as CSV.`,
        operationId: `export-${name}`,
      },
      handler(request, reply) {
        const { runner } = request.visit
        if (!runner) throw new Error('the gate finds the event')
        const show = runner.show()
        const now = runner.now()
        const { header, rows } = sheetOf(show, runner.people(), now)
        const file = `${show.id}-${name}-${localDateOf(now, show.zone)}.csv`
        site.log.debug({ event: show.id, name, rows: rows.length }, 'exported')
        return reply
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${file}"`)
          .type('text/csv; charset=utf-8')
          .send(toCsv(header, rows))
      },
    })
}

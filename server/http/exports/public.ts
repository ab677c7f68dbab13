import type { FastifyInstance } from 'fastify'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { TAG } from '../describe.ts'
import { answerProblem } from '../errors.ts'
import type { Site } from '../site.ts'
import { sendKept } from './kept.ts'
import type { ProgrammeFileName } from './names.ts'
import {
  calendarFile,
  type MakeFile,
  scheduleJsonFile,
  scheduleXmlFile,
} from './programme-files.ts'

const FILES: Record<ProgrammeFileName, { make: MakeFile; about: string }> = {
  'schedule.json': {
    make: scheduleJsonFile,
    about: 'The published programme for other tools, in the JSON of frab and the VOC.',
  },
  'schedule.xml': {
    make: scheduleXmlFile,
    about: 'The published programme for other tools, in the XML of frab and the VOC.',
  },
  'calendar.ics': {
    make: calendarFile,
    about: 'The published programme as a calendar to subscribe to (iCalendar).',
  },
}

/** `GET /s/:event/schedule.json` and so on: open to everyone once the programme is published. */
export function publicFiles(app: FastifyInstance, site: Site): void {
  for (const [name, { make, about }] of Object.entries(FILES))
    app.route({
      method: 'GET',
      url: `/s/:event/${name}`,
      config: { who: 'anyone' },
      schema: { tags: [TAG], summary: about, operationId: `public-${name.replace('.', '-')}` },
      handler(request, reply) {
        const { runner } = request.visit
        if (!runner) throw new Error('the gate finds the event')
        const show = runner.show()
        if (show.publishedAt === null)
          return answerProblem(site, request.visit, {
            code: 'not-found',
            title: PUBLIC_WORDS.problems.notPublished,
            message: PUBLIC_WORDS.problems.notPublishedHow,
            links: [{ href: `/s/${show.id}`, text: show.title }],
          })
        const url = `${site.originFor(request.headers.host)}/s/${show.id}`
        return sendKept(
          // Pages elsewhere may read what everyone may read: no cookie changes it.
          {
            request,
            reply: reply
              .header('access-control-allow-origin', '*')
              .header('cross-origin-resource-policy', 'cross-origin'),
          },
          make(runner, 'public', url),
        )
      },
    })
}

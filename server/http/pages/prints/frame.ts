import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { ReadShow } from '#shared/show/state.ts'
import { PRINTS } from '#shared/words/prints.ts'
import { html, type Html, raw } from '../../html.ts'
import { shell } from '../../page.ts'
import { rehearsalMark } from '../../rehearsal.ts'
import type { ShowVisit, Site } from '../../site.ts'

/** where the printed pages go */
const SHEETS = raw('<!-- sheets -->')

/** A page to print: what to do on top, which is not printed, and the printed pages as they are ready. */
export function sendPrints(
  site: Site,
  { runner, reply }: ShowVisit,
  { title, lines, sheets }: { title: string; lines: Html; sheets: AsyncIterable<string> },
): FastifyReply {
  const show = runner.show()
  const bar = html`<header class="prints__bar no-print">
    ${rehearsalMark(show)}
    <h1 class="vh">${title}: ${show.title}</h1>
    <p>${lines}</p>
  </header>`
  const page = shell(
    `${title}: ${show.title}`,
    site.client.assets('print'),
    html`${bar}${SHEETS}`,
    'prints',
  )
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(Readable.from(around(page, sheets)))
}

async function* around(page: string, sheets: AsyncIterable<string>): AsyncGenerator<string> {
  const [opening = '', closing = ''] = page.split(SHEETS.text)
  yield opening
  yield* sheets
  yield closing
}

/** Its links open nothing at the event: nobody must hand one out by mistake. */
export const printedTitle = ({ title, rehearsalOf }: ReadShow): string =>
  rehearsalOf === null ? title : PRINTS.rehearsal(title)

import { readFile } from 'node:fs/promises'
import { notFound } from '../errors.ts'
import { type Route, textOf } from '../site.ts'

const FILES = ['programme', 'innovations', 'people']

/** The three example files, to start from. */
export const example: Route = {
  id: 'example',
  method: 'GET',
  url: '/example/:file',
  who: 'anyone',
  answers: 'page',
  async handle(site, visit) {
    const file = textOf(visit.request.params, 'file')
    if (!FILES.some((name) => file === `${name}.csv`)) return notFound(site, visit)
    const text = await readFile(new URL(`../example/${file}`, import.meta.url))
    return visit.reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename="${file}"`)
      .type('text/csv; charset=utf-8')
      .send(text)
  },
}

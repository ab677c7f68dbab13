import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { SHEET_FILES } from '../../../server/http/exports/names.ts'
import { person, SHOW, STAGE } from '../http/site.ts'
import { listening, type Listening } from '../imports/hall.ts'

const HELPER = 'per-samrees' as PersonId
const GUEST = 'per-joellis' as PersonId

async function filled(): Promise<Listening> {
  const hall = await listening()
  await hall.example(true)
  await hall.send(person(HELPER, '=Sam Rees', ['helper']))
  await hall.send(person(GUEST, 'Jo Ellis'))
  await hall.send({ type: 'start-clock', stage: STAGE })
  await hall.send({ type: 'finish-item', stage: STAGE })
  return hall
}

describe('spreadsheets', () => {
  test('are the same for Excel as in CSV, guarded alike, and loaded again change nothing', async () => {
    const hall = await filled()
    for (const name of SHEET_FILES) {
      const { answer, text } = await hall.csv(name)
      expect(answer.status, name).toBe(200)
      const rows = parse(text.replace(/^\ufeff/, ''), { delimiter: ',' })
      const excel = await hall.ask(`/exports/${name}.xlsx`)
      expect(excel.headers.get('content-type')).toMatch(/spreadsheetml/)
      expect(excel.headers.get('content-disposition')).toMatch(/\.xlsx"$/)
      const [sheet] = await readXlsx(Buffer.from(await excel.arrayBuffer()))
      const cells = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
      const width = rows[0]?.length ?? 0
      expect(
        cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
        name,
      ).toEqual(rows)
      if (name === 'people') expect(rows.flat()).toContain("'=Sam Rees")
      // These tell what was, and are nothing to load.
      if (['picks', 'wishes', 'attendance', 'consents', 'clock'].includes(name)) continue
      const again = await hall.dry({ [`${name}.csv`]: text })
      expect(again, name).toMatchObject({ blocked: false })
      expect(again.totals, name).toMatchObject({ same: rows.length - 1, rows: rows.length - 1 })
    }
  })

  test('tell how many people no mail merge reaches', async () => {
    const hall = await filled()
    await hall.send({
      type: 'save-person',
      person: GUEST,
      roles: ['delegate'],
      details: { name: 'Jo Ellis', organisation: '', jobTitle: '', email: '', ticket: '' },
    })
    const before = [...hall.runner().people().values()]
    expect(await (await hall.ask('/exports')).json()).toEqual({
      people: before.length,
      withoutEmail: before.filter(({ email }) => email === '').length,
    })
    expect((await hall.ask('/exports', { headers: { cookie: '' } })).status).toBe(401)
  })
})

describe('plan against actual', () => {
  test('is a page for whoever works there, with the picture and a table below', async () => {
    const hall = await filled()
    const page = await (await hall.badge(HELPER)).get(`/s/${SHOW}/clock`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<svg [^>]*role="img"/)
    expect(page.body).toMatch(/<th scope="row">Registration and coffee<\/th>/)
    expect(page.body).not.toContain('clock.csv')
    expect(page.body).not.toContain('style=')
    const organiser = await (await hall.organiser()).get(`/s/${SHOW}/clock`)
    expect(organiser.body).toContain(`/api/shows/${SHOW}/exports/clock.csv`)
    for (const other of [hall.browser(), await hall.badge(GUEST)])
      expect((await other.get(`/s/${SHOW}/clock`)).body).not.toContain('<svg')
  })

  test('is a file for organisers', async () => {
    const hall = await filled()
    const answer = await hall.ask('/exports/clock.svg')
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(await answer.text()).toMatch(/^<svg xmlns=/)
    expect((await hall.ask('/exports/clock.svg', { headers: { cookie: '' } })).status).toBe(401)
  })
})

test('are for organisers only', async () => {
  const hall = await listening()
  for (const name of SHEET_FILES.flatMap((each) => [`${each}.csv`, `${each}.xlsx`]))
    expect((await hall.ask(`/exports/${name}`, { headers: { cookie: '' } })).status, name).toBe(401)
})

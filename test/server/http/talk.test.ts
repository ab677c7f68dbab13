import { expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, RoundId, SegmentId, TableId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { type Browser, opened, type Opened, person, SHOW, STAGE } from './site.ts'

const [JO, SAM, PRIYA, MAX, HELPER] = ['joellis', 'samrees', 'priyashah', 'maxcole', 'helper1'].map(
  (name) => `per-${name}`,
) as [PersonId, PersonId, PersonId, PersonId, PersonId]
const CARE = 'inn-care1' as InnovationId
const ROUND = 'rnd-one1' as RoundId
const TABLE = 'tab-one1' as TableId

/** Jo sat with Priya and Max in the one round, which is over; Sam sat nowhere. */
async function afterTheRound(): Promise<Opened> {
  const site = await opened()
  const send = async (command: SingleCommand): Promise<void> => {
    const result = await site.send(command)
    if (!result.ok) throw new Error(`${command.type}: ${result.refusal.code}`)
  }
  for (const [id, name, roles] of [
    [JO, 'Jo Ellis', ['delegate']],
    [SAM, 'Sam Rees', ['delegate']],
    [PRIYA, 'Priya Shah', ['presenter']],
    [MAX, 'Max Cole', ['presenter']],
    [HELPER, 'Hal Per', ['helper']],
  ] as const)
    await site.send(person(id, name, [...roles]))
  const innovation = { id: CARE, title: 'Better Care', organisation: '', summary: '' }
  await send({ type: 'save-innovation', innovation: { ...innovation, presenters: [PRIYA] } })
  const table = { id: TABLE, number: 7, zone: '', place: '', capacity: 4, innovation: CARE }
  await send({ type: 'save-table', table: { ...table, hosts: [PRIYA, MAX] } })
  await send({
    type: 'save-segment',
    segment: {
      id: 'seg-rounds1' as SegmentId,
      kind: 'rounds',
      stage: STAGE,
      day: '2026-11-24',
      title: 'Tables',
      length: null,
      fixedStart: null,
      rounds: [{ id: ROUND, move: MINUTE, talk: 10 * MINUTE }],
      byItself: false,
      opensBefore: MINUTE,
      closesBefore: 0,
    },
  })
  await send({ type: 'open-round', round: ROUND })
  await send({ type: 'move-person', person: JO, round: ROUND, table: TABLE })
  for (const type of ['move-round', 'run-round', 'end-round'] as const)
    await send({ type, round: ROUND })
  await send({ type: 'switch-asking', what: 'feedback', on: true })
  return site
}

const post = (browser: Browser, fields: Record<string, string>, back: string) =>
  browser.post(`/s/${SHOW}/commands`, { as: 'phone', back: `/s/${SHOW}${back}`, ...fields })
const csv = async (browser: Browser): Promise<string> =>
  (await browser.get(`/s/${SHOW}/host/guests.csv`)).body

test('D1 a question is asked by a form, kept as it was typed when it is refused, and escaped', async () => {
  const site = await afterTheRound()
  const jo = await site.badge(JO)
  const page = `/me/questions?innovation=${CARE}`
  const asked = await post(
    jo,
    { type: 'ask-question', innovation: CARE, text: 'a < b & "c"' },
    page,
  )
  expect([asked.statusCode, asked.headers.location]).toEqual([303, `/s/${SHOW}${page}`])
  const shown = await jo.get(`/s/${SHOW}${page}`)
  expect(shown.headers['cache-control']).toBe('no-store')
  expect(shown.body).toContain('Only the table of Priya Shah and Max Cole sees this.')
  expect(shown.body).toContain('>a &lt; b &amp; &quot;c&quot;</textarea')
  await post(jo, { type: 'ask-question', innovation: CARE, text: '   ' }, page)
  expect((await jo.get(`/s/${SHOW}${page}`)).body).toContain('role="alert"')
  // Nobody else’s page has it, and a host is not asked to ask themselves.
  for (const other of [SAM, PRIYA])
    expect((await (await site.badge(other)).get(`/s/${SHOW}${page}`)).body).not.toContain(
      'a &lt; b',
    )
  const priya = await (await site.badge(PRIYA)).get(`/s/${SHOW}${page}`)
  expect(priya.body).toContain('Nobody to ask yet')
})

test('own pages and a host’s file are closed to whoever is not signed in, and the file to whoever hosts nothing', async () => {
  const site = await afterTheRound()
  const stranger = site.browser()
  for (const path of ['me/questions', 'me/talks', 'me/table', 'host/guests.csv'])
    expect((await stranger.get(`/s/${SHOW}/${path}`)).statusCode, path).toBe(401)
  for (const who of [SAM, HELPER])
    expect((await (await site.badge(who)).get(`/s/${SHOW}/host/guests.csv`)).statusCode).toBe(404)
  expect((await (await site.organiser()).get(`/s/${SHOW}/host/guests.csv`)).statusCode).toBe(401)
})

test('D2 D5 a host’s file holds their own notes, and the address of those alone whose yes to them stands', async () => {
  const site = await afterTheRound()
  const [jo, priya, max] = [await site.badge(JO), await site.badge(PRIYA), await site.badge(MAX)]
  const note = (browser: Browser, text: string) =>
    browser.post(`/s/${SHOW}/commands`, { as: 'host', type: 'write-note', guest: JO, text })
  await note(priya, '=SUM(A1) call back')
  await note(max, 'Max’s own')
  expect(await csv(priya)).toContain(
    "Jo Ellis,Leeds City Council,Housing lead,1,'=SUM(A1) call back,\r\n",
  )
  expect(await csv(max)).toContain('Housing lead,1,Max’s own,\r\n')

  const allow = (yes: boolean) =>
    post(jo, { type: 'allow-email', host: PRIYA, allow: String(yes), words: '1' }, '/me/talks')
  await allow(true)
  const talks = (await jo.get(`/s/${SHOW}/me/talks`)).body
  expect(talks).toContain('Your yes is saved')
  expect(talks).toContain(
    'May Priya Shah e-mail you? If you say yes, Priya Shah gets your e-mail address. You can take it back here at any time.',
  )
  expect(await csv(priya)).toMatch(/call back,per-joellis@example\.org\r\n/)
  expect(await csv(max), 'not to the other').not.toContain('@')

  const organiser = await site.organiser()
  const consents = async () =>
    (await organiser.get(`/api/shows/${SHOW}/exports/consents.csv`)).body.split('\r\n')
  expect((await consents())[1]).toMatch(
    /^Jo Ellis,Priya Shah,yes,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,"May Priya Shah e-mail you\?/,
  )
  await allow(false)
  expect(await csv(priya)).not.toContain('@')
  expect((await consents())[1]).toMatch(/^Jo Ellis,Priya Shah,taken back,/)
  const all = (await consents()).join()
  for (const hidden of ['call back', 'Max’s own', '@']) expect(all).not.toContain(hidden)
})

test('D6 a proposal is made, changed and taken back by forms', async () => {
  const site = await afterTheRound()
  const sam = await site.badge(SAM)
  const page = async () => (await sam.get(`/s/${SHOW}/me/table`)).body
  expect(await page()).toContain('No tables are proposed at this event')
  await site.send({ type: 'switch-asking', what: 'proposals', on: true })
  expect(await page()).toContain('Propose it')
  await post(sam, { type: 'propose-table', title: 'Reuse "now"', line: '' }, '/me/table')
  expect(await page()).toContain('value="Reuse &quot;now&quot;"')
  await site.send({ type: 'decline-proposal', person: SAM, reason: 'Full <up>' })
  expect(await page()).toContain('Full &lt;up&gt;')
  await post(sam, { type: 'withdraw-proposal' }, '/me/table')
  expect(await page()).not.toMatch(/Reuse|Full/)
  expect(site.runner().texts().size).toBe(0)
})

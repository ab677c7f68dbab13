import { sync as ical, type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type { PersonId, RoundId, SegmentId, TableId } from '#shared/show/words.ts'
import { opened, type Opened, person, SHOW, STAGE } from '../http/site.ts'

const JO = 'per-joellis' as PersonId
const SAM = 'per-samrees' as PersonId
const DAY = '2026-11-24'
type Plain = Extract<SegmentDraft, { kind: 'talk' | 'panel' | 'ceremony' | 'break' | 'note' }>
const item = (id: string, title: string, change: Partial<Plain> = {}): SingleCommand => ({
  type: 'save-segment',
  segment: {
    id: `seg-${id}` as SegmentId,
    stage: STAGE,
    day: DAY,
    title,
    kind: 'talk',
    fixedStart: null,
    length: 600_000,
    warnAt: 60_000,
    dangerAt: 30_000,
    ...change,
  },
})
const TALKS: SingleCommand = {
  type: 'save-segment',
  segment: {
    id: 'seg-rounds' as SegmentId,
    stage: STAGE,
    day: DAY,
    title: 'Talks',
    kind: 'rounds',
    fixedStart: null,
    length: null,
    rounds: [{ id: 'rnd-first' as RoundId, move: 60_000, talk: 300_000 }],
    byItself: true,
    opensBefore: 0,
    closesBefore: 0,
  },
}

async function planned(): Promise<Opened> {
  const site = await opened()
  for (const command of [
    person(JO, 'Jo Ellis', ['presenter']),
    person(SAM, 'Sam Rees'),
    item('welcome', 'Welcome', { notes: 'Mind the step', speakers: [JO] }),
    item('secret', 'A surprise', { confirmed: false }),
    item('lights', 'Lights', { kind: 'note' }),
    item('lunch', 'Lunch', { kind: 'break' }),
    {
      type: 'save-table',
      table: {
        id: 'tab-first' as TableId,
        number: 7,
        zone: 'A',
        place: 'By the door',
        capacity: 4,
        innovation: null,
        hosts: [JO],
      },
    },
    TALKS,
  ] satisfies SingleCommand[])
    expect(await site.send(command), command.type).toMatchObject({ ok: true })
  return site
}
const publish = (site: Opened) => site.send({ type: 'publish-programme', published: true })
const FILES = ['schedule.json', 'schedule.xml', 'calendar.ics']
const at = (name: string) => `/s/${SHOW}/${name}`
const events = (text: string): VEvent[] =>
  Object.values(ical.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT')
const byTitle = (text: string, title: string) =>
  events(text).find(({ summary }) => summary === title)

describe('the published programme', () => {
  test('is open to everyone once it is published, and says so in a sentence before', async () => {
    const site = await planned()
    const anyone = site.browser()
    for (const name of FILES) {
      const before = await anyone.get(at(name), { accept: '*/*' })
      expect(before.statusCode).toBe(404)
      expect(before.json().message).toMatch(/^\S.*\.$/)
      const page = await anyone.get(at(name))
      expect(page.body).toContain('The programme is not published yet')
      expect(page.body + before.body).not.toMatch(/Welcome/)
    }
    await publish(site)
    for (const [index, name] of FILES.entries()) {
      const answer = await anyone.get(at(name), { accept: '*/*' })
      expect(answer.statusCode, name).toBe(200)
      expect(answer.headers['content-type']).toBe(
        ['application/json', 'application/xml', 'text/calendar'][index] + '; charset=utf-8',
      )
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.body).toContain('Jo Ellis')
      expect(answer.body).not.toMatch(/A surprise|Lights|Mind the step|example\.org|Sam Rees/)
    }
  })

  test('is not sent again to whoever has it, until the programme changes', async () => {
    const site = await planned()
    await publish(site)
    const anyone = site.browser()
    for (const name of FILES) {
      const first = await anyone.get(at(name))
      const { etag } = first.headers
      expect(etag).toMatch(/^W\/"\d+"$/)
      await site.send({ type: 'check-in', person: SAM })
      const again = await anyone.get(at(name), { 'if-none-match': `"x", ${etag}` })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      await site.send(item('lunch', `Lunch of ${name}`, { kind: 'break' }))
      const other = await anyone.get(at(name), { 'if-none-match': etag })
      expect(other.statusCode).toBe(200)
      expect(other.body).toContain(`Lunch of ${name}`)
      await site.send({ type: 'undo-check-in', person: SAM })
    }
  })

  test('a calendar’s entry has a new SEQUENCE when it changes, also when what is before it does', async () => {
    const site = await planned()
    await publish(site)
    const anyone = site.browser()
    const ask = async () => (await anyone.get(at('calendar.ics'))).body
    const before = await ask()
    await site.send({ type: 'check-in', person: SAM })
    expect(await ask()).toBe(before)
    await site.send(item('welcome', 'Welcome', { length: 900_000 }))
    const after = await ask()
    const sequences = (text: string) =>
      ['Welcome', 'Lunch'].map((title) => Number(byTitle(text, title)?.sequence))
    for (const [index, sequence] of sequences(after).entries())
      expect(sequence).toBeGreaterThan(sequences(before)[index] ?? Infinity)
    const lunch = byTitle(after, 'Lunch')
    await site.send(item('lunch', 'Lunch, hot', { kind: 'break' }))
    const third = await ask()
    expect(byTitle(third, 'Welcome')?.sequence).toBe(byTitle(after, 'Welcome')?.sequence)
    expect(Number(byTitle(third, 'Lunch, hot')?.sequence)).toBeGreaterThan(Number(lunch?.sequence))
    expect(byTitle(third, 'Lunch, hot')?.uid).toBe(lunch?.uid)
  })

  test('what is removed is cancelled, what is only hidden again is not spoken of', async () => {
    const site = await planned()
    await publish(site)
    const anyone = site.browser()
    const ask = async () => (await anyone.get(at('calendar.ics'))).body
    const before = await ask()
    await site.send({ type: 'remove-segment', segment: 'seg-welcome' as SegmentId })
    await site.send(item('lunch', 'Lunch', { kind: 'break', confirmed: false }))
    const after = await ask()
    expect(byTitle(after, 'Welcome')).toMatchObject({ status: 'CANCELLED' })
    expect(Number(byTitle(after, 'Welcome')?.sequence)).toBeGreaterThan(
      Number(byTitle(before, 'Welcome')?.sequence),
    )
    expect(after).not.toMatch(/Lunch|Jo Ellis/)
  })
})

describe('the organiser’s programme', () => {
  test.each(FILES)('%s has all of it, and only for organisers', async (name) => {
    const site = await planned()
    const url = `/api/shows/${SHOW}/exports/${name}`
    const answer = await (await site.organiser()).get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="${SHOW}-${name.replace('.', '-\\d{4}-\\d\\d-\\d\\d\\.')}"$`,
      ),
    )
    expect(answer.body).toContain('A surprise')
    expect(answer.body).not.toContain('Mind the step')
    for (const other of [site.browser(), await site.badge(SAM)]) {
      const refused = await other.get(url, { accept: '*/*' })
      expect(refused.statusCode).toBe(401)
      expect(refused.body).not.toContain('surprise')
    }
  })
})

describe('one’s own calendar', () => {
  test('is of whoever is signed in, and of nobody else', async () => {
    const site = await planned()
    await site.send({
      type: 'move-person',
      person: SAM,
      round: 'rnd-first' as RoundId,
      table: 'tab-first' as TableId,
    })
    const url = at('me/calendar.ics')
    const sam = await (await site.badge(SAM)).get(url)
    expect(sam.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${SHOW}.ics"`,
      'cache-control': 'no-store',
    })
    expect(events(sam.body).map(({ summary }) => summary)).toEqual(['Table 7'])
    const jo = await (await site.badge(JO)).get(url)
    expect(events(jo.body).map(({ summary }) => summary)).toEqual([
      'You speak: Welcome',
      'Host table 7',
    ])
    expect(jo.body).not.toContain('Sam Rees')
    for (const nobody of [site.browser(), await site.organiser()]) {
      const answer = await nobody.get(url)
      expect(answer.statusCode).toBe(401)
      expect(answer.body).toContain('signed out')
    }
  })

  test('without a table holds the published programme as the whole calendar does; nothing is said in words', async () => {
    const site = await planned()
    const sam = await site.badge(SAM)
    const nothing = await sam.get(at('me/calendar.ics'))
    expect(nothing.statusCode).toBe(404)
    expect(nothing.body).toContain('There is nothing for your calendar yet')
    await publish(site)
    const whole = (await site.browser().get(at('calendar.ics'))).body
    const own = (await sam.get(at('me/calendar.ics'))).body
    expect(events(own).map(({ uid }) => uid)).toEqual([
      `seg-welcome@${SHOW}`,
      `seg-lunch@${SHOW}`,
      `seg-rounds@${SHOW}`,
    ])
    // Which file a calendar was given last makes no difference.
    expect(events(own)).toEqual(events(whole))
  })
})

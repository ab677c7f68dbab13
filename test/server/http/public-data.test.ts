import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { WithContext } from 'schema-dts'
import type { Command } from '#shared/show/commands.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { EventData } from '../../../server/http/pages/public/json-ld.ts'
import { type Opened } from './site.ts'
import {
  BLOCK,
  CARE,
  doing,
  NINE_THIRTY,
  PAGE,
  PUBLISH,
  TALK,
  talk,
  withProgramme,
} from './public-support.ts'

const HOSTILE = `</script><script>alert(1)</script>"'&<!--]]>\u2028`

interface Thing {
  '@type': string
  [property: string]: unknown
}
const dataOf = (body: string): Thing => {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1]
  return JSON.parse(text ?? 'null')
}
const everyThing = (value: unknown): Thing[] => {
  if (Array.isArray(value)) return value.flatMap(everyThing)
  if (value === null || typeof value !== 'object') return []
  const inside = Object.values(value).flatMap(everyThing)
  return '@type' in value ? [value as Thing, ...inside] : inside
}

describe('data for search engines', () => {
  /** Properties of a type and of those it is one of, as schema-dts has them from schema.org. */
  const types = readFileSync(
    createRequire(import.meta.url)
      .resolve('schema-dts')
      .replace(/schema\.js$/, 'schema.d.ts'),
    'utf8',
  )
  const propertiesOf = (type: string): string[] => {
    const found = new RegExp(
      `^interface ${type}Base extends (?:Partial<)?(\\w+)Base>? \\{\n([^]*?)^\\}`,
      'm',
    ).exec(types)
    if (!found) {
      const root = new RegExp(`^interface ${type}Base [^]*?^\\}`, 'm').exec(types)?.[0] ?? ''
      return named(root)
    }
    return [...named(found[2] ?? ''), ...propertiesOf(found[1] ?? '')]
  }
  const named = (text: string): string[] =>
    [...text.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, name = '']) => name)

  test('every property is one that schema.org has for its type', async () => {
    const site = await withProgramme()
    expect(propertiesOf('Event')).toContain('subEvent')
    expect(propertiesOf('Event')).toContain('name')
    expect(propertiesOf('Event')).not.toContain('startTime')
    for (const address of [PAGE, `${PAGE}/programme/${BLOCK}`, `${PAGE}/innovations/${CARE}`]) {
      const data = dataOf((await site.browser().get(address)).body)
      const things = everyThing(data)
      expect(new Set(things.map((thing) => thing['@type']))).toEqual(
        new Set(['Event', 'Place', 'Person', 'Organization']),
      )
      for (const thing of things) {
        const known = new Set(['@type', '@context', ...propertiesOf(thing['@type'])])
        expect(Object.keys(thing).filter((name) => !known.has(name))).toEqual([])
      }
    }
  })
  test('tells the event, its items and their pitches, with times in the zone', async () => {
    const site = await withProgramme()
    const data = dataOf((await site.browser().get(PAGE)).body)
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Better Care Showcase',
      startDate: '2026-11-24T09:30:00+00:00',
      endDate: '2026-11-24T09:41:30+00:00',
      url: `http://hall.test:3000${PAGE}`,
      location: { '@type': 'Place', name: 'Town Hall, Huddersfield' },
      subEvent: [
        { name: 'Welcome', description: 'Why we are here.' },
        {
          name: 'Pitches, block 1',
          subEvent: [
            {
              name: 'Better Care',
              startDate: '2026-11-24T09:40:00+00:00',
              performer: [
                { '@type': 'Person', name: 'Priya Shah' },
                { '@type': 'Organization', name: 'Kirklees' },
              ],
            },
          ],
        },
      ],
    })
    expect(JSON.stringify(data)).not.toMatch(/Jo Ellis|Lights up/)
  })
  test('a property that schema.org does not have does not compile', () => {
    const event: WithContext<EventData> = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      // @ts-expect-error Event has startDate
      startTime: '2026-11-24T09:30:00+00:00',
    }
    expect(event['@type']).toBe('Event')
  })
})

test('every page tells a picture of its own address, as large as it says', async () => {
  const site = await withProgramme()
  for (const address of [PAGE, `${PAGE}/programme/${BLOCK}`, `${PAGE}/innovations/${CARE}`]) {
    const { body } = await site.browser().get(address)
    const meta = new Map(
      [...body.matchAll(/<meta\s+property="(og:[^"]+)"\s+content="([^"]*)"/g)].map(
        ([, name = '', content = '']) => [name, content],
      ),
    )
    const url = new URL(meta.get('og:image') ?? '')
    expect(url.origin).toBe('http://hall.test:3000')
    expect(meta.get('og:image:alt')).toMatch(/^Pitch &amp; Talk: /)
    const picture = await site.browser().get(url.pathname)
    expect(picture.headers['content-type']).toBe(meta.get('og:image:type'))
    expect(picture.headers['cross-origin-resource-policy']).toBe('cross-origin')
    const file = picture.rawPayload
    expect(file.length).toBeLessThan(30_000)
    expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect([file.readUInt32BE(16), file.readUInt32BE(20)].map(String)).toEqual([
      meta.get('og:image:width'),
      meta.get('og:image:height'),
    ])
  }
})

test('nothing that people type gets out of its place', async () => {
  const site = await withProgramme(
    { type: 'change-show', title: HOSTILE, place: HOSTILE },
    talk(TALK, { title: HOSTILE, summary: HOSTILE, fixedStart: Date.UTC(2026, 10, 24, 9, 30) }),
    {
      type: 'save-innovation',
      innovation: {
        id: CARE,
        title: HOSTILE,
        organisation: HOSTILE,
        summary: HOSTILE,
        presenters: [],
      },
    },
  )
  for (const address of [
    PAGE,
    `${PAGE}/programme/${TALK}`,
    `${PAGE}/programme/${BLOCK}`,
    `${PAGE}/innovations/${CARE}`,
  ]) {
    const { body } = await site.browser().get(address)
    expect(body.match(/<script/g), address).toHaveLength(1)
    expect(body).not.toContain('<!--')
    const names = everyThing(dataOf(body)).map(({ name }) => name)
    expect(names).toContain(HOSTILE)
  }
})

describe('the feed of changes', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'entry' || name === 'link',
  })
  async function feedOf(site: Opened, host = 'hall.test:3000') {
    const answer = await site.browser().get(`${PAGE}/changes.atom`, { host })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    return { text: answer.body, feed: parser.parse(answer.body).feed }
  }
  const titles = (feed: { entry: { title: string }[] }) => feed.entry.map(({ title }) => title)

  test('tells what was changed since it was published, the newest first', async () => {
    const site = await withProgramme()
    expect(titles((await feedOf(site)).feed)).toEqual(['The programme is published'])
    const late = 'seg-late1' as SegmentId
    const renamed = { title: 'Ask us nearly anything', notes: 'Bring the box' }
    const commands: Command[] = [
      talk(late, { title: 'Ask us anything' }),
      talk(late, renamed),
      { type: 'move-segment', segment: late, before: BLOCK },
      talk(late, { ...renamed, length: 900_000 }),
      talk(late, { ...renamed, length: 900_000, speakers: ['per-priyashah'] }),
      talk(late, { ...renamed, confirmed: false }),
      talk(late, { ...renamed, confirmed: true }),
      { type: 'remove-segment', segment: late },
    ]
    for (const command of commands) {
      await doing(site, command)
      // Who reads it then finds the next one as an entry of its own.
      await feedOf(site)
    }
    const { feed } = await feedOf(site)
    expect(titles(feed)).toEqual([
      'Taken out: Ask us nearly anything; Pitches, block 1: now 09:40 instead of 09:50',
      'Now confirmed: Ask us nearly anything, 09:40',
      'To be confirmed again: Ask us nearly anything, 09:40; Pitches, block 1: now 09:50 instead of 09:55',
      'Ask us nearly anything: now with Priya Shah',
      'Ask us nearly anything: now 15 minutes long instead of 10 minutes; Pitches, block 1: now 09:55 instead of 09:50',
      'Ask us nearly anything: now 09:40 instead of 09:41; Pitches, block 1: now 09:50 instead of 09:40',
      'New title: Ask us nearly anything (it was Ask us anything)',
      'Added: Ask us anything',
      'The programme is published',
    ])
    expect(feed.entry[5].content['#text']).toContain(
      '<li>Ask us nearly anything: now 09:40 instead of 09:41</li>',
    )
    expect(feed.entry[6].link[0]['@href']).toBe(`http://hall.test:3000${PAGE}/programme/${late}`)
    expect(JSON.stringify(feed)).not.toMatch(/Bring the box|Jo Ellis|per-/)
  })
  test('what was done and undone before anybody could read it is no news; the rest is told once', async () => {
    const site = await withProgramme()
    const at = (start: number) => talk(TALK, { fixedStart: start, summary: 'Why we are here.' })
    await doing(site, at(NINE_THIRTY + 600_000), at(NINE_THIRTY))
    expect(titles((await feedOf(site)).feed)).toEqual(['The programme is published'])
    await doing(site, at(NINE_THIRTY + 300_000), at(NINE_THIRTY + 600_000))
    const [newest = '', ...before] = titles((await feedOf(site)).feed)
    expect(newest).toMatch(/^Welcome: now 09:40 instead of 09:30; /)
    expect(before).toHaveLength(1)
  })
  test('its ids stay, whatever address it is asked at and whatever comes after', async () => {
    const site = await withProgramme(talk('seg-late1' as SegmentId))
    const one = (await feedOf(site)).feed
    const other = (await feedOf(site, 'www.example.org')).feed
    const ids = (feed: typeof one) => [feed.id, ...feed.entry.map((entry: Thing) => entry['id'])]
    expect(ids(other)).toEqual(ids(one))
    expect(new Set(ids(one)).size).toBe(3)
    for (const id of ids(one))
      expect(id).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      )
    await doing(site, talk('seg-late1' as SegmentId, { title: 'Another' }))
    expect(ids((await feedOf(site)).feed)).toEqual(expect.arrayContaining(ids(one)))
  })
  test('is well formed and has all that Atom asks for, whatever titles hold', async () => {
    const title = `Leeds & <b> ${HOSTILE}`
    const site = await withProgramme({ type: 'change-show', title, place: '' })
    expect(titles((await feedOf(site)).feed)[0]).toContain(
      'now called Leeds & <b> </script><script>',
    )
    const late = 'seg-late1' as SegmentId
    await doing(site, talk(late, { title: `A\u0001 & B \uffff <i>"${HOSTILE}` }))
    const { text, feed } = await feedOf(site)
    const checked = await validateXML({
      xml: [{ fileName: 'changes.atom', contents: text }],
      schema: [{ fileName: 'atom.xsd', contents: ATOM }],
    })
    expect(checked.errors).toEqual([])
    expect(checked.valid).toBe(true)
    expect(titles(feed)).toContain(`Added: A & B  <i>"${HOSTILE}`)
    expect(feed.updated).toBe(feed.entry[0].updated)
    expect(feed.link.map((link: Thing) => link['@rel'])).toEqual(['self', 'alternate'])
    const { content } = feed.entry.find(({ title }: { title: string }) => title.includes('A & B'))
    expect(content['@type']).toBe('html')
    expect(content['#text']).not.toContain('<script')
  })
  test('is linked from the page, and there only while the programme is published', async () => {
    const site = await withProgramme()
    const { body } = await site.browser().get(PAGE)
    expect(body).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*changes\.atom"/)
    await doing(site, { type: 'publish-programme', published: false })
    expect((await site.browser().get(`${PAGE}/changes.atom`)).statusCode).toBe(404)
    await doing(site, PUBLISH)
    const published = titles((await feedOf(site)).feed)
    expect(published.filter((title) => title === 'The programme is published')).toHaveLength(2)
  })
})

/** RFC 4287, the parts that we write: what must be there, once, and what a date is. */
const ATOM = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/2005/Atom"
  targetNamespace="http://www.w3.org/2005/Atom" elementFormDefault="qualified">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
  <xs:complexType name="link"><xs:attribute name="rel" type="xs:string"/><xs:attribute name="type" type="xs:string"/>
    <xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType>
  <xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="type" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="author"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="entry"><xs:all>
    <xs:element name="id" type="xs:anyURI"/><xs:element name="title" type="xs:string"/>
    <xs:element name="updated" type="xs:dateTime"/><xs:element name="link" type="link"/>
    <xs:element name="content" type="text"/></xs:all></xs:complexType>
  <xs:element name="feed"><xs:complexType><xs:sequence>
    <xs:element name="id" type="xs:anyURI"/><xs:element name="title" type="xs:string"/>
    <xs:element name="updated" type="xs:dateTime"/><xs:element name="author" type="author"/>
    <xs:element name="link" type="link" maxOccurs="unbounded"/>
    <xs:element name="entry" type="entry" minOccurs="0" maxOccurs="50"/>
  </xs:sequence><xs:anyAttribute namespace="http://www.w3.org/XML/1998/namespace" processContents="skip"/></xs:complexType></xs:element>
</xs:schema>`

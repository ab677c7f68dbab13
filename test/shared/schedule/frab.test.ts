import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { parseDuration } from '#shared/sheets/schedule/times.ts'
import {
  event,
  jsonOf,
  refusal,
  schedule,
  sessions,
  uuid,
  words,
  xmlEvent,
  xmlOf,
} from './support.ts'

describe('lengths as schedules write them', () => {
  test.each([
    ['1:30', 90],
    ['01:30', 90],
    ['01:30:00', 90],
    ['0:90', 90],
    ['00:01:30', 1.5],
    ['90', 90],
    ['PT1H30M', 90],
    ['P0DT90M', 90],
    ['24:00', 24 * 60],
    ['000:01:30', 90],
    ['99:99', null],
    ['9:99:99', 9 * 60 + 99 + 99 / 60],
    ['6944:11:40', null],
    ['25:00', null],
    ['', null],
    ['soon', null],
    ['-1:30', null],
    ['PT', null],
    ['P', null],
  ])('%s', (written, minutes) => {
    expect(parseDuration(written)).toBe(minutes === null ? null : minutes * MINUTE)
  })
})

describe('schedule.xml with faults', () => {
  test('no generator, no version, no guid, no date: the day and the start say when', () => {
    const read = schedule(xmlOf(xmlEvent({}, "id='17'")))
    expect(read.schedule.sessions).toMatchObject([
      { ref: 'frab:test:17', start: { at: null, day: '2042-01-03', time: '14:15:00' } },
    ])
    expect(read.problems).toEqual([])
    expect(read.notes).toContain(
      'An item has no date of its own (line 5). We read it all the same.',
    )
  })

  test('a night that goes on after midnight belongs to the day before it', () => {
    const night =
      "date='2042-01-03' start='2042-01-03T10:00:00+01:00' end='2042-01-04T04:00:00+01:00'"
    const at = (day: string, start: string) => sessions(xmlOf(xmlEvent({ start }), day))[0]?.start
    expect(at(night, '01:30')?.day).toBe('2042-01-04')
    expect(at(night, '23:30')?.day).toBe('2042-01-03')
    // A day without start (EMF) has no night.
    expect(at("date='2042-01-03'", '01:30')?.day).toBe('2042-01-03')
  })

  test('a length that cannot be read goes on until the next in its room, and is named', () => {
    const read = schedule(
      xmlOf(
        [
          xmlEvent({ title: 'One', duration: '99:99' }, `guid='${uuid(1)}'`),
          xmlEvent({ title: 'Two', start: '15:00', duration: '' }, `guid='${uuid(2)}'`),
        ].join('\n'),
      ),
    )
    expect(read.schedule.sessions.map(({ length }) => length)).toEqual([45 * MINUTE, 30 * MINUTE])
    expect(words(read)).toEqual([
      'Item 1, “One” (line 5), has a length that we cannot read, “99:99”.',
      'Item 1, “One” (line 5), is taken as 45 min, until the next in its room begins.',
      'Item 2, “Two” (line 6), has no length.',
      'Item 2, “Two” (line 6), is taken as 30 min, the usual.',
    ])
  })

  test('an item without a time stays out, and the others come', () => {
    const read = schedule(
      xmlOf(
        [
          xmlEvent({ title: 'Never', start: '' }, `guid='${uuid(1)}'`),
          xmlEvent({ title: 'Odd', start: '25:99' }, `guid='${uuid(2)}'`),
          xmlEvent({ title: 'Good' }, `guid='${uuid(3)}'`),
        ].join('\n'),
      ),
    )
    expect(read.schedule.sessions.map(({ title }) => title)).toEqual(['Good'])
    expect(read.leftOut).toEqual([
      { line: 2, ref: uuid(1), words: 'It has no start (line 5), so it stays out.' },
      {
        line: 3,
        ref: uuid(2),
        words: 'It starts at “25:99”, which is no time of day (line 6), so it stays out.',
      },
    ])
    expect(read.lines).toEqual([
      { line: 1, label: 'Good, Hall' },
      { line: 2, label: 'Never' },
      { line: 3, label: 'Odd' },
    ])
  })

  test('ids that come twice: word for word is one item, else each is its own', () => {
    const same = xmlEvent({})
    const other = xmlEvent({ title: 'Ipsum', start: '16:00' })
    const read = schedule(xmlOf([same, same, other].join('\n')))
    expect(read.schedule.sessions.map(({ title, ref }) => [title, ref])).toEqual([
      ['Lorem', uuid(1)],
      ['Ipsum', ''],
    ])
    expect(read.notes).toContain(
      '1 item of the file stands in it twice, word for word, and is taken once.',
    )
    expect(words(read)).toEqual([
      'Item 2, “Ipsum” (line 7), has the same id as item 1, “Lorem”. It is known by its title then.',
    ])
  })

  test('tags that the format does not know are named and not kept', () => {
    const read = schedule(xmlOf(xmlEvent({ do_not_stream: 'true', mood: 'good', π: 'å' })))
    expect(read.notes).toEqual([
      'An item has no date of its own (line 5). We read it all the same.',
      'An item has “mood”, which is not of this kind of file (line 5). We read it all the same.',
      'An item has “π”, which is not of this kind of file (line 5). We read it all the same.',
      'Marks not to stream of 1 session are not kept.',
      'Contents of “mood” of 1 session are not kept.',
      'Contents of “π” of 1 session are not kept.',
    ])
  })

  test('text is text: HTML, entities and markup that was left as it is', () => {
    const [item] = sessions(
      xmlOf(
        xmlEvent({
          title: 'R&amp;D &lt;live&gt; &#228;',
          abstract:
            '&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;p&gt;See &lt;a href="https://example.org/a"&gt;this&lt;/a&gt;&lt;/p&gt;',
          description: '<![CDATA[<ul><li>a &amp; b</li><li>1 < 2</li></ul>]]>',
        }),
      ),
    )
    expect(item?.title).toBe('R&D <live> ä')
    expect(item?.summary).toBe('One two\n\nSee this (https://example.org/a)\n\n- a & b\n- 1 < 2')
  })

  test('an XML bomb, entities of its own and broken XML are refused before they are read', () => {
    const bomb = `<!DOCTYPE schedule [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>${xmlOf(xmlEvent({ title: '&b;' }))}`
    expect(refusal(bomb)).toContain('defines entities of its own')
    expect(refusal(`<schedule>\n<day>\n</schedule>`)).toContain('breaks at line 3')
    expect(refusal('<schedule'.padEnd(100))).toContain('begins as XML and breaks')
    const deep = `<schedule>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</schedule>`
    expect(refusal(deep)).toContain('begins as XML and breaks')
    expect(refusal('<rss><channel/></rss>')).toContain('XML file of another kind: “rss”')
  })
})

describe('schedule.json with faults', () => {
  test('another thing called schedule.json is refused with what it is', () => {
    expect(refusal('[{"title":"A talk","venue":"Stage A"}]')).toContain(
      'This is a JSON file of another kind: a list of 1 objects with “title” and “venue”.',
    )
    expect(refusal('{"count":2,"results":[]}')).toContain('an object with “count” and “results”')
    expect(refusal('{\n"schedule":\n{"conference" 1}}')).toMatch(/breaks at line 3/)
    expect(refusal('[]')).toContain('an empty list')
    expect(refusal(jsonOf({ Hall: [] }))).toContain('has nothing in it')
    expect(refusal(jsonOf({ Hall: [{ title: 'A' }] }))).toContain(
      'Nothing in this file has a time. The first of its 1: It has no start (schedule.conference.days[0].rooms["Hall"][0])',
    )
  })

  test('a date that its start contradicts counts, and is named', () => {
    const read = schedule(jsonOf({ Hall: [event(1, { start: '11:30' })] }))
    expect(read.schedule.sessions[0]?.start.time).toBe('10:00:00')
    expect(words(read)).toEqual([
      'Item 1, “Talk 1” (schedule.conference.days[0].rooms["Hall"][0]), starts at 11:30 and has the date 2026-06-28T10:00:00+01:00. We go by its date.',
    ])
  })

  test('persons of frab and of pretalx, and those without a name', () => {
    const [item] = sessions(
      jsonOf({
        Hall: [
          event(1, {
            persons: [
              { id: 1, public_name: 'Jo Ellis' },
              { code: 'ABC', name: 'Zoë Li', avatar: 'https://x/y.png', biography: 'Long' },
              { id: 2 },
              'Ash Rao',
              { id: 9, public_name: 'jo ellis' },
            ],
          }),
        ],
      }),
    )
    // Of one name with an id each: the file says that they are two.
    expect(item?.speakers?.map(({ name }) => name)).toEqual([
      'Jo Ellis',
      'Zoë Li',
      'Ash Rao',
      'jo ellis',
    ])
  })

  test('kinds by the file’s type, and breaks by a title where nobody speaks', () => {
    const kinds = (fields: Record<string, unknown>) =>
      sessions(jsonOf({ Hall: [event(1, fields)] }))[0]?.kind
    const persons = [{ id: 1, public_name: 'Jo Ellis' }]
    expect(kinds({ type: 'podium' })).toBe('panel')
    expect(kinds({ type: 'Panel discussion', persons })).toBe('panel')
    expect(kinds({ type: 'ceremony' })).toBe('ceremony')
    expect(kinds({ type: 'break' })).toBe('break')
    expect(kinds({ type: 'lightning_talk', persons })).toBe('talk')
    expect(kinds({ title: 'Lunch and networking' })).toBe('break')
    expect(kinds({ title: 'Lunch', persons })).toBe('talk')
    expect(kinds({ title: 'How to break a lock' })).toBe('talk')
    expect(kinds({ title: 'Opening the council’s data' })).toBe('talk')
  })

  test('a state that is not yet confirmed, and one that is cancelled', () => {
    const [a, b, c, d] = sessions(
      jsonOf({
        Hall: [
          event(1, { state: 'confirmed' }),
          event(2, { state: 'unconfirmed' }),
          event(3, { state: 'canceled' }),
          event(4),
        ],
      }),
    )
    expect([a?.confirmed, b?.confirmed, d?.confirmed]).toEqual([true, false, null])
    expect([a?.status, c?.status]).toEqual(['planned', 'cancelled'])
  })

  test('thousands of events are read in time that grows with them', () => {
    const rooms = (count: number) =>
      jsonOf({ Hall: Array.from({ length: count }, (_, index) => event(index)) })
    const time = (text: string): number => {
      const from = performance.now()
      sessions(text)
      return performance.now() - from
    }
    time(rooms(300))
    const [few, many] = [time(rooms(500)), time(rooms(4_000))]
    // Eight times as many: quadratic would be 64 times as long. The floor is for a loaded computer.
    expect(many).toBeLessThan(Math.max(few, 20) * 30)
    expect(refusal(rooms(5_001))).toContain('has 5001 items; 5000 are the most')
  })

  test('lengths stay within a day', () => {
    expect(sessions(jsonOf({ Hall: [event(1, { duration: '24:00' })] }))[0]?.length).toBe(24 * HOUR)
  })
})

import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { NO_SAMPLES, hasSamples, refusal, sample, sampleText, schedule, words } from './support.ts'
import { readAny } from '#shared/sheets/read-any.ts'
import { isBadFile } from '#shared/sheets/types.ts'

const samples = (name: string, run: () => void): void =>
  test(name, ({ skip }) => {
    skip(!hasSamples, NO_SAMPLES)
    run()
  })

describe('files of other tools', () => {
  samples('Sessionize’s three views of one event are the same programme', () => {
    const [all, grid, list] = ['All', 'GridSmart', 'Sessions'].map(
      (view) => schedule(sampleText(`sessionize-demo-${view}.json`)).schedule,
    )
    expect(all?.sessions).toHaveLength(11)
    expect(grid?.sessions).toEqual(all?.sessions)
    expect(grid?.rooms).toEqual(all?.rooms)
    expect(grid?.days).toEqual(all?.days)
    // Sessionize leaves service sessions out of this view.
    expect(list?.sessions).toEqual(all?.sessions.filter(({ kind }) => kind !== 'break'))
    expect(list?.rooms).toEqual(['Green Room', 'Yellow Room'])
    expect(list?.notes).toContain(
      'Sessionize’s view Sessions leaves out breaks and other service sessions; All and Grid Smart have them.',
    )
    expect(all?.sessions[0]).toMatchObject({
      ref: 'sessionize:14022',
      title: "Aiden's Session",
      start: { at: Date.parse('2017-05-27T09:00:00Z'), day: '2017-05-27', time: '09:00:00' },
      length: HOUR,
      room: 'Green Room',
      speakers: [{ name: 'Aiden Test' }],
    })
    expect(all?.sessions.find(({ title }) => title === 'Lunch')).toMatchObject({
      ref: 'f91513e5-6e73-4910-9ee5-070a6ab04035',
      kind: 'break',
      room: 'Restaurant',
    })
  })

  samples('what Sessionize has and we have no place for is named with its count', () => {
    expect(schedule(sampleText('sessionize-demo-All.json')).notes).toEqual([
      'Biographies of 10 speakers are not kept.',
      'Tag lines of 10 speakers are not kept.',
      'Photos of 10 speakers are not kept.',
      'Links of 3 speakers are not kept.',
      'Marks as top speaker of 5 speakers are not kept.',
      'Categories (Track) of 10 sessions are not kept.',
      'Categories (Level) of 10 sessions are not kept.',
      'Categories (Language) of 10 sessions are not kept.',
      'Marks for the whole event of 2 sessions are not kept.',
      'Answers to questions of 5 sessions are not kept.',
    ])
  })

  samples('schedule.xml of engelsystem', () => {
    const basic = schedule(sampleText('engelsystem-schedule-basic.xml'))
    expect(basic.problems).toEqual([])
    expect(basic.schedule).toMatchObject({ title: 'Basic Test Event', days: ['2042-01-03'] })
    expect(basic.schedule.sessions).toEqual([
      {
        ref: '7b1327a5-049b-4411-8421-163743755933',
        otherRefs: ['frab:test2:1234'],
        title: 'Lorem Ipsum',
        subtitle: 'Some sub',
        start: { at: Date.parse('2042-01-03T12:15:00Z'), day: '2042-01-03', time: '14:15:00' },
        length: 45 * MINUTE,
        lengthIsSaid: true,
        room: 'Some Room',
        kind: 'talk',
        kindIsSaid: false,
        summary:
          'Some sub\n\n45 minutes of awesome lorem ipsum\n\nBe prepared for the best lorem ipsum of the entire day!',
        speakers: [{ ref: '42', name: 'Some Person', organisation: null, email: null }],
        confirmed: null,
        status: 'planned',
      },
    ])
    expect(basic.notes).toContain('Attachments of 1 session are not kept.')
    const minimal = schedule(sampleText('engelsystem-schedule-minimal.xml'))
    expect(minimal.schedule.sessions).toMatchObject([{ room: 'Random Room', speakers: null }])
    expect(minimal.notes).toEqual([
      'A day of the file is empty.',
      'An item names another room (“Rooming”) than the one it stands in (“Random Room”) (line 9). We read it all the same.',
      'Tracks of 1 session are not kept.',
    ])
  })

  samples('schedule.json of pretalx', () => {
    const read = schedule(sampleText('voc-pretalx-democon.json'))
    expect(read.problems).toEqual([])
    expect(read.leftOut).toEqual([])
    expect(read.schedule.sessions).toHaveLength(36)
    expect(read.schedule.rooms).toEqual(['Gray Room', 'Tan Room'])
    expect(read.schedule.zone).toBe('UTC')
  })

  samples('a schedule.json with five faults is refused, and each is named with its place', () => {
    const at = 'schedule.conference.days[0].rooms["Winterchaos"][0]'
    const words = refusal(sampleText('voc-invalid-example.json'))
    for (const fault of [
      'This is a schedule.json that is not valid.',
      'The rooms stand in “schedule.rooms”, and belong in “schedule.conference.rooms”.',
      `An item has its id in quotation marks, as text (${at}).`,
      `An item has a speaker whose id is not a number (${at}.persons).`,
      `An item has a speaker whose code is not of capital letters and digits (${at}).`,
      `An item has “answers”, which is not of this kind of file (${at}).`,
    ])
      expect(words).toContain(fault)
    expect(words).not.toContain('We read it all the same')
  })

  samples('a calendar of Kieler Linuxtage', () => {
    const read = schedule(sampleText('giggity-kielux_2020.ics'))
    expect(words(read)).toEqual([])
    expect(read.schedule.title).toBe('18. Kieler Open Source und Linux Tage')
    expect(read.schedule.sessions).toHaveLength(24)
    const xen = read.schedule.sessions.find(({ ref }) => ref === 'ical:467@KOLT20')
    expect(xen).toMatchObject({
      title: 'Xen - ist das nicht tot?',
      start: { at: Date.parse('2020-09-18T12:00:00Z') },
      length: HOUR,
      room: 'Ravensberg',
      confirmed: true,
      speakers: [{ name: 'Jürgen Groß', email: null }],
    })
    expect(xen?.summary).toContain('war lange Zeit die Plattform zur Virtualisierung')
  })

  samples('what is no schedule is refused with what it is', () => {
    expect(refusal(sampleText('engelsystem-schedule-invalid.html'))).toContain(
      'This is a web page (HTML).',
    )
    const page = readAny(null, sample('engelsystem-schedule-invalid.html'))
    expect(isBadFile(page) && page.words).toContain('This is a web page (HTML).')
    expect(refusal(sampleText('voc-schedule.xml.xsd'))).toContain(
      'This is an XML file of another kind: “xs:schema”.',
    )
    expect(refusal(sampleText('voc-schema.json'))).toContain(
      'This is a JSON file of another kind: an object with “$schema”, “$id”',
    )
    const tickets = readAny(null, sample('eb2ez-eventbrite-attendee-report.csv'))
    expect(tickets.kind).toBe('people')
  })
})

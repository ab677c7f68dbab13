import { describe, expect, test } from 'vitest'
import { checkCommand } from '#shared/wire/check.ts'
import { backTo, consolePath } from '../../../server/http/back.ts'
import { createFlash } from '../../../server/http/flash.ts'
import { commandFromForm } from '../../../server/http/forms.ts'
import { isOurs, plainHost } from '../../../server/http/origin.ts'

describe('a form is read by the command it names', () => {
  test('texts, and nothing where nothing may be chosen', () => {
    expect(commandFromForm({ type: 'pick-table', round: 'rnd-one1', table: 'tab-one1' })).toEqual({
      type: 'pick-table',
      round: 'rnd-one1',
      table: 'tab-one1',
    })
    expect(commandFromForm({ type: 'set-answer', innovation: 'inn-one1', answer: '' })).toEqual({
      type: 'set-answer',
      innovation: 'inn-one1',
      answer: null,
    })
    expect(
      commandFromForm({ type: 'set-answer', innovation: 'inn-one1', answer: 'maybe' }),
    ).toMatchObject({ answer: 'maybe' })
  })
  test('a whole list of ids in the one value of a button, or in several; titles keep their commas', () => {
    const wishes = (innovations: string | string[]) =>
      commandFromForm({ type: 'set-wishes', innovations })
    const list = { type: 'set-wishes', innovations: ['inn-one1', 'inn-two2', 'inn-six6'] }
    expect(wishes('inn-one1,inn-two2,inn-six6')).toEqual(list)
    expect(wishes(['inn-one1', 'inn-two2,inn-six6'])).toEqual(list)
    expect(wishes('')).toEqual({ type: 'set-wishes', innovations: [] })
    expect(commandFromForm({ type: 'set-wishes' })).toEqual({ type: 'set-wishes', innovations: [] })
    expect(checkCommand(wishes('inn-one1, drop table'))).toMatchObject({
      ok: false,
      field: 'innovations.1',
    })
    expect(checkCommand(wishes('inn-one1,inn-one1'))).toMatchObject({
      ok: false,
      field: 'innovations',
    })
    const days = { type: 'create-show', title: 'Pitch, talk', place: 'Leeds, Town Hall' }
    expect(commandFromForm(days)).toMatchObject(days)
  })
  test('numbers, lists, parts, and boxes that are not ticked', () => {
    expect(
      commandFromForm({
        type: 'save-table',
        'table.id': 'tab-one1',
        'table.number': '7',
        'table.zone': 'A',
        'table.place': 'by the door',
        'table.capacity': '6',
        'table.innovation': '',
        'table.hosts': ['per-one1', 'per-two2'],
      }),
    ).toEqual({
      type: 'save-table',
      table: {
        id: 'tab-one1',
        number: 7,
        zone: 'A',
        place: 'by the door',
        capacity: 6,
        innovation: null,
        hosts: ['per-one1', 'per-two2'],
      },
    })
    expect(commandFromForm({ type: 'black-out', stage: 'stg-main1' })).toMatchObject({ on: false })
    expect(commandFromForm({ type: 'black-out', stage: 'stg-main1', on: 'on' })).toMatchObject({
      on: true,
    })
    expect(commandFromForm({ type: 'save-person', person: 'per-one1', roles: 'helper' })).toEqual({
      type: 'save-person',
      person: 'per-one1',
      roles: ['helper'],
      details: null,
    })
  })
  test('the kind chooses among the shapes of an item', () => {
    const form = {
      type: 'save-segment',
      'segment.id': 'seg-one1',
      'segment.stage': 'stg-main1',
      'segment.day': '2026-11-24',
      'segment.title': 'Coffee',
      'segment.kind': 'break',
      'segment.length': '900000',
      'segment.fixedStart': '',
      'segment.warnAt': '0',
      'segment.dangerAt': '0',
    }
    expect(checkCommand(commandFromForm(form)).ok).toBe(true)
  })
  test('what does not fit stays, so that its field is named', () => {
    const wrong = commandFromForm({ type: 'add-time', stage: 'stg-main1', by: 'much' })
    expect(wrong).toMatchObject({ by: 'much' })
    expect(checkCommand(wrong)).toMatchObject({ ok: false, field: 'by' })
    const extra = commandFromForm({ type: 'hold-day', more: 'x' })
    expect(checkCommand(extra).ok).toBe(false)
    for (const type of ['constructor', '__proto__', 'batch', ''])
      expect(checkCommand(commandFromForm({ type })).ok, type).toBe(false)
  })
})

describe('where a form goes back to', () => {
  test('is a page of the same show', () => {
    const own = ['/s/leeds', '/s/leeds/me?view=day#now', '/console/leeds/people']
    expect(own.map((each) => backTo(each, 'leeds', '/x'))).toEqual([
      '/s/leeds',
      '/s/leeds/me?view=day',
      '/console/leeds/people',
    ])
    const others = [
      '',
      'me',
      '//evil.test/s/leeds',
      '/\\evil.test/s/leeds',
      '\\\\evil.test',
      'https://evil.test/s/leeds/me',
      '/s/leeds-2/me',
      '/s/leeds/../../b/pass',
      '/sign-out',
      'javascript:alert(1)',
    ]
    for (const each of others) expect(backTo(each, 'leeds', '/x'), each).toBe('/x')
  })
  test('after signing in is the console', () => {
    expect(consolePath('/console/leeds/run')).toBe('/console/leeds/run')
    expect(consolePath('/s/leeds/badges?person=per-one1')).toBe('/s/leeds/badges?person=per-one1')
    for (const each of ['//evil.test/console', '/consolexyz', '/s/leeds/me', 'console'])
      expect(consolePath(each), each).toBe('/console')
  })
})

describe('origin', () => {
  const host = '192.168.1.20:3000'
  test('is the host that was asked, or the public address', () => {
    expect(isOurs({ origin: `http://${host}`, host }, null)).toBe(true)
    expect(isOurs({ origin: `https://${host}`, host }, null), 'TLS ends at a proxy').toBe(true)
    expect(isOurs({ referer: `http://${host}/s/leeds/me`, host }, null)).toBe(true)
    const publicUrl = 'https://pitch.example.org'
    expect(isOurs({ origin: publicUrl, host: 'localhost:3000' }, publicUrl)).toBe(true)
  })
  test('is nobody else', () => {
    for (const origin of ['null', '', 'http://evil.test', `http://${host}.evil.test`, 'file:///x'])
      expect(isOurs({ origin, host }, null), origin).toBe(false)
    expect(isOurs({ host }, null), 'says nothing').toBe(false)
    expect(isOurs({ origin: 'null', referer: `http://${host}/`, host }, null)).toBe(false)
    expect(
      isOurs({ origin: 'http://pitch.example.org', host: 'x' }, 'https://pitch.example.org'),
    ).toBe(false)
  })
  test('a host that may stand in a header', () => {
    for (const each of ['hall.test', 'hall.test:3000', '10.0.0.1:80', '[::1]:3000'])
      expect(plainHost(each)).toBe(each)
    for (const each of ['', 'a b', 'a;b', 'a.test/x', 'a:999999', undefined])
      expect(plainHost(each)).toBeNull()
  })
})

describe('what became of a form', () => {
  const said = { type: 'pick-table', outcome: { ok: true, version: 1 }, fields: {} } as const
  test('is said once, within a minute', () => {
    let now = 0
    const flash = createFlash({ now: () => now, secure: false })
    const cookie = (): string => flash.put(said).split(';')[0] ?? ''
    const first = cookie()
    expect(flash.take(first)?.said).toEqual(said)
    expect(flash.take(first)).toBeNull()
    const late = cookie()
    now = 60_000
    expect(flash.take(late)).toBeNull()
    expect(flash.take(undefined)).toBeNull()
    expect(flash.take('pitch-and-talk-said=guess')).toBeNull()
  })
  test('cannot fill the memory', () => {
    const flash = createFlash({ now: () => 0, secure: false })
    const first = flash.put(said)
    const long = { ...said, fields: { a: 'x'.repeat(10_000) } }
    const last = Array.from({ length: 5_001 }, () => flash.put(long)).at(-1)
    expect(flash.take(first)).toBeNull()
    expect(flash.take(last)?.said.fields['a']).toHaveLength(200)
  })
})

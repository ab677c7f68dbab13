import { expect, test } from 'vitest'
import { announcedTo, type AnnouncedTo } from '#shared/show/announcements.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { may } from '#shared/show/permissions.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { noticesFor } from '#shared/views/common.ts'
import { as, bench, type Bench, GUESTS, HOSTS, RD, T0, TABLES } from '../../support/decider.ts'

const [JO, SAM] = GUESTS
const [ONE, TWO] = TABLES
const say = (to: AnnouncedTo, text = 'Lunch is late', minutes = 5): SingleCommand => ({
  type: 'announce',
  to,
  text,
  minutes,
})
const texts = (b: Bench) => b.show.announcements.map(({ text }) => text)

test('G2 the crew says something for some minutes; nobody else does', () => {
  const b = bench()
  expect(may(as(JO, 'delegate'), say({ kind: 'phones' }))).toMatchObject({ code: 'not-allowed' })
  expect(may(as(HOSTS[0], 'presenter'), say({ kind: 'hosts' }))).not.toBeNull()
  expect(may(as(JO, 'stage-manager'), say({ kind: 'phones' }))).toBeNull()
  expect(b.does(say({ kind: 'phones' }, '  Lunch is late '))).toEqual(['announced'])
  expect(b.show.announcements).toMatchObject([{ text: 'Lunch is late', until: T0 + 5 * MINUTE }])
  expect(b.does(say({ kind: 'table', table: 'tab-gone' as never }))).toBe('unknown')
})

test('G2 what is said to the same people takes the place of what was; what is over goes', () => {
  const b = bench()
  b.does(say({ kind: 'phones' }, 'one', 10))
  b.does(say({ kind: 'hall' }, 'two', 1))
  b.does(say({ kind: 'phones' }, 'three', 10))
  expect(texts(b)).toEqual(['two', 'three'])
  b.does(say({ kind: 'table', table: ONE }, 'four'), 2 * MINUTE)
  b.does(say({ kind: 'table', table: TWO }, 'five'), 2 * MINUTE)
  expect(texts(b)).toEqual(['three', 'four', 'five'])
})

test('G2 it is taken back before its time; twice is no change', () => {
  const b = bench()
  b.does(say({ kind: 'stage' }))
  const { id } = b.show.announcements[0] ?? expect.fail('nothing was said')
  const withdraw: SingleCommand = { type: 'withdraw-announcement', announcement: id }
  expect(b.does(withdraw)).toEqual(['announcement-withdrawn'])
  expect(b.does(withdraw)).toEqual([])
  expect(texts(b)).toEqual([])
})

test('G2 each is shown to those whom it is for, and to nobody else', () => {
  const b = bench()
  b.does({ type: 'open-round', round: RD[0] })
  b.does({ type: 'pick-table', round: RD[0], table: ONE }, 0, as(JO))
  for (const kind of ['phones', 'hosts', 'stage', 'hall'] as const) b.does(say({ kind }, kind))
  b.does(say({ kind: 'table', table: ONE }, 'table one'))
  const own = (person: typeof JO) => announcedTo(b.show, person).map(({ text }) => text)
  expect(own(JO)).toEqual(['table one'])
  expect(own(SAM)).toEqual([])
  expect(own(HOSTS[0])).toEqual(['hosts', 'table one'])
  expect(own(HOSTS[1])).toEqual(['hosts'])
  for (const kind of ['phones', 'stage', 'hall'] as const)
    expect(noticesFor(b.show, kind).map(({ text }) => text)).toEqual([kind])
})

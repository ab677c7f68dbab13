import { expect, test } from 'vitest'
import { EMAIL_VERSIONS } from '#shared/show/talk/email-words.ts'
import { NO_TEXTS } from '#shared/show/talk/texts.ts'
import type { Actor, PersonId } from '#shared/show/words.ts'
import { hostMine } from '#shared/views/host.ts'
import { phoneMine } from '#shared/views/phone.ts'
import { EMAIL_WORDS, emailWords } from '#shared/words/talk.ts'
import { as, COHOST, details, GUESTS, HOSTS, RD, T0 } from '../../support/decider.ts'
import { people, roundOver, satThere, talking } from '../../support/talking.ts'

const [JO, SAM] = GUESTS
const [HOST, OTHER] = HOSTS

test('D3 useful or not, after a round one sat in and where the event asks; changed and taken back', () => {
  const b = talking()
  const say = (useful: boolean | null, actor: Actor): string[] | string =>
    b.says({ type: 'say-useful', round: RD[0], useful }, actor)
  satThere(b, [JO])
  expect(say(true, as(JO))).toBe('not-asked')
  expect(b.says({ type: 'switch-asking', what: 'feedback', on: true })).toEqual(['asking-switched'])
  expect(b.says({ type: 'switch-asking', what: 'feedback', on: true })).toEqual([])
  expect(say(true, as(JO))).toBe('round-still-on')
  roundOver(b)
  expect(say(true, as(JO))).toEqual(['useful-said'])
  expect(say(true, as(JO))).toEqual([])
  expect(phoneMine(b.show, people, JO)?.useful).toEqual({ [RD[0]]: true })
  expect(say(false, as(JO))).toEqual(['useful-said'])
  expect(say(null, as(JO))).toEqual(['useful-said'])
  expect(phoneMine(b.show, people, JO)?.useful).toEqual({})
  expect(say(true, as(SAM)), 'sat nowhere').toBe('not-there')
  b.says({ type: 'switch-asking', what: 'feedback', on: false })
  expect(say(true, as(JO))).toBe('not-asked')
})

test('D4 a host is told counts of five or more, anew after five more, and never what one said', () => {
  const b = talking({ capacity: 20 })
  const crowd = Array.from({ length: 12 }, (_, index) => `per-crowd${index}` as PersonId)
  for (const person of crowd)
    b.says({ type: 'save-person', person, roles: ['delegate'], details: details(person) })
  b.says({ type: 'switch-asking', what: 'feedback', on: true })
  satThere(b, crowd)
  roundOver(b)
  const told = () => hostMine(b.show, people, HOST, NO_TEXTS)?.foundUseful
  const say = (index: number, useful: boolean | null) =>
    b.says({ type: 'say-useful', round: RD[0], useful }, as(crowd[index] ?? JO))
  const seen = crowd.map((_, index) => {
    say(index, index !== 3)
    return told()
  })
  expect(seen.slice(0, 4)).toEqual([null, null, null, null])
  const first = { yes: 4, no: 1 }
  expect(seen.slice(4, 9), 'not what the sixth said').toEqual([first, first, first, first, first])
  expect(seen.slice(9)).toEqual(Array(3).fill({ yes: 9, no: 1 }))
  expect(hostMine(b.show, people, COHOST, NO_TEXTS)?.foundUseful).toEqual({ yes: 9, no: 1 })
  expect(hostMine(b.show, people, OTHER, NO_TEXTS)?.foundUseful).toBeNull()
  // One who changes their mind, again and again, is one.
  for (const useful of [false, true, false, null, true]) say(0, useful)
  expect(told()).toEqual({ yes: 9, no: 1 })
})

test('D4 nothing is told when all who sat there say the same', () => {
  const b = talking({ capacity: 5 })
  const crowd = Array.from({ length: 5 }, (_, index) => `per-crowd${index}` as PersonId)
  for (const person of crowd)
    b.says({ type: 'save-person', person, roles: ['delegate'], details: details(person) })
  b.says({ type: 'switch-asking', what: 'feedback', on: true })
  satThere(b, crowd)
  roundOver(b)
  for (const person of crowd)
    b.says({ type: 'say-useful', round: RD[0], useful: false }, as(person))
  expect(hostMine(b.show, people, HOST, NO_TEXTS)?.foundUseful).toBeNull()
})

test('D5 a yes is for one host one sat with, holds its time and words, and is taken back at any time', () => {
  const b = talking()
  satThere(b, [JO])
  const allow = (allowed: boolean, host: PersonId = HOST, actor = as(JO), words = EMAIL_VERSIONS) =>
    b.says({ type: 'allow-email', host, allow: allowed, words }, actor)
  expect(allow(true)).toBe('not-asked')
  b.says({ type: 'switch-asking', what: 'feedback', on: true })
  expect(allow(true), 'the round is not over').toBe('not-there')
  roundOver(b)
  expect(allow(true, HOST, as(JO), EMAIL_VERSIONS + 1), 'words nobody has read').toBe('bad-value')
  expect(allow(true, OTHER)).toBe('not-there')
  expect(allow(true, HOST, as(SAM))).toBe('not-there')
  expect(allow(true)).toEqual(['email-allowed'])
  expect(allow(true)).toEqual([])
  const words = { key: 'may-email', version: EMAIL_VERSIONS }
  expect(b.show.mayEmail[JO]).toEqual({ [HOST]: { allowed: true, at: T0, words } })
  expect(b.journal.at(-1)).toMatchObject({ type: 'email-allowed', consent: { at: T0, words } })
  expect(allow(true, COHOST), 'each host by themselves').toEqual(['email-allowed'])
  b.says({ type: 'switch-asking', what: 'feedback', on: false })
  b.does({ type: 'close-show' })
  expect(allow(false), 'also when it is over').toEqual(['email-allowed'])
  expect(b.show.mayEmail[JO]?.[HOST]).toMatchObject({ allowed: false, words })
  expect(b.show.mayEmail[JO]?.[COHOST]).toMatchObject({ allowed: true })
  expect(JSON.stringify(b.journal)).not.toContain('@example.org')
  // Every version there is has its sentence, and the first one is as people have read it.
  expect(EMAIL_WORDS).toHaveLength(EMAIL_VERSIONS)
  expect(emailWords(1, 'Priya Shah')).toBe(
    'May Priya Shah e-mail you? If you say yes, Priya Shah gets your e-mail address. You can take it back here at any time.',
  )
})

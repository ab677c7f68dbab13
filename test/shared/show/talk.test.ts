import { expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, TableId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { hostMine } from '#shared/views/host.ts'
import { phoneMine } from '#shared/views/phone.ts'
import { as, COHOST, GUESTS, HOSTS, INNOVATIONS, RD, TABLES } from '../../support/decider.ts'
import { people, roundOver, satThere, type Talking, talking } from '../../support/talking.ts'

const [JO, SAM, DEE] = GUESTS
const [HOST, OTHER] = HOSTS
const [MINE_, OTHERS] = INNOVATIONS

const ask = (text: string, innovation: InnovationId = MINE_): SingleCommand => ({
  type: 'ask-question',
  innovation,
  text,
})
const guestsOf = (b: Talking, host: PersonId) =>
  hostMine(b.show, people, host, b.texts)?.guests[RD[0]] ?? []

test('D1 a question is read by the hosts of its table beside the guest, changed and taken back', () => {
  const b = talking()
  satThere(b, [JO])
  satThere(b, [SAM], TABLES[1])
  expect(b.says(ask('  How long does it last? '), as(JO))).toEqual(['question-asked'])
  expect(b.says(ask('Sam asks'), as(SAM))).toEqual(['question-asked'])
  for (const host of [HOST, COHOST])
    expect(guestsOf(b, host).map(({ question }) => question)).toEqual(['How long does it last?'])
  // Sam sits elsewhere, where nobody reads what he asked this table.
  expect(guestsOf(b, OTHER).map(({ question }) => question)).toEqual([''])
  b.says(ask('And what does it cost?'), as(JO))
  expect(guestsOf(b, HOST)[0]?.question).toBe('And what does it cost?')
  expect(phoneMine(b.show, people, JO)?.asked).toEqual([MINE_])
  expect(b.says({ type: 'take-back-question', innovation: MINE_ }, as(JO))).toEqual([
    'question-taken-back',
  ])
  expect(guestsOf(b, HOST)[0]?.question).toBe('')
  expect([...b.texts.values()].map(({ by }) => by)).toEqual([SAM])
  expect(b.says({ type: 'take-back-question', innovation: MINE_ }, as(JO))).toEqual([])
})

test('D1 nobody asks their own table, or an innovation that is not there, or after the end', () => {
  const b = talking()
  expect(b.says(ask('Me?'), as(HOST))).toBe('own-innovation')
  expect(b.says(ask('Us?'), as(COHOST))).toBe('own-innovation')
  expect(b.says(ask('What?', 'inn-none' as InnovationId), as(JO))).toBe('unknown')
  expect(b.says(ask('Who?'))).toBe('not-allowed')
  b.says(ask('Still there?'), as(JO))
  b.does({ type: 'close-show' })
  expect(b.says(ask('Late'), as(JO))).toBe('show-closed')
  expect(b.says({ type: 'take-back-question', innovation: MINE_ }, as(JO))).toEqual([
    'question-taken-back',
  ])
  expect(b.texts.size).toBe(0)
})

test('D2 a note is its host’s alone, is changed, and is taken away by writing nothing', () => {
  const b = talking()
  satThere(b, [JO])
  const note = (text: string, guest: PersonId = JO): SingleCommand => ({
    type: 'write-note',
    guest,
    text,
  })
  expect(b.says(note('Call back on Monday'), as(HOST))).toEqual(['note-written'])
  expect(guestsOf(b, HOST)[0]?.note).toBe('Call back on Monday')
  expect(guestsOf(b, COHOST)[0]?.note, 'a co-host').toBe('')
  expect(b.says(note('Mine'), as(COHOST))).toEqual(['note-written'])
  expect(guestsOf(b, HOST)[0]?.note).toBe('Call back on Monday')
  const console = JSON.stringify(buildParts(consoleParts, b.show, people, b.texts))
  expect(console).not.toMatch(/Call back|Mine/)
  expect(b.says(note('Who?', SAM), as(HOST))).toBe('not-your-guest')
  expect(b.says(note('I am no host'), as(SAM))).toBe('not-your-guest')
  expect(b.says(note('Crew'))).toBe('not-allowed')
  expect(b.says(note('', SAM), as(HOST)), 'there is none').toEqual([])
  // The guest has gone elsewhere: what was written can still be taken away.
  b.does({ type: 'leave-table', round: RD[0] }, 0, as(JO))
  expect(b.says(note(' '), as(HOST))).toEqual(['note-written'])
  expect([...b.texts.values()].map(({ by }) => by)).toEqual([COHOST])
})

const propose = (title: string, line = 'One line'): SingleCommand => ({
  type: 'propose-table',
  title,
  line,
})
const accepting = (person: PersonId, over: object = {}): SingleCommand => ({
  type: 'accept-proposal',
  person,
  innovation: 'inn-newone' as InnovationId,
  table: 'tab-newone' as TableId,
  title: 'Published title',
  organisation: '',
  summary: 'Published line',
  number: 9,
  zone: 'B',
  place: 'by the door',
  capacity: 4,
  ...over,
})
const waiting = (b: Talking) => buildParts(consoleParts, b.show, people, b.texts).proposals

test('D6 a proposal waits where the console reads it, is changed, declined with a reason, and taken back', () => {
  const b = talking()
  expect(b.says(propose('Reuse'), as(JO))).toBe('not-asked')
  b.says({ type: 'switch-asking', what: 'proposals', on: true })
  expect(b.says(propose('Reuse'), as(HOST))).toBe('hosts-already')
  expect(b.says(propose('Reuse'))).toBe('not-allowed')
  expect(b.says(propose('Reuse'), as(JO))).toEqual(['table-proposed'])
  b.says(propose('Reuse of batteries'), as(JO))
  b.says(propose('Sam’s', ''), as(SAM))
  expect(waiting(b)).toMatchObject([
    { person: JO, name: `Name ${JO}`, title: 'Reuse of batteries', line: 'One line' },
    { person: SAM, title: 'Sam’s', line: '' },
  ])
  expect(phoneMine(b.show, people, JO)?.proposal).toBe('waiting')
  expect(b.says({ type: 'decline-proposal', person: JO, reason: 'No table is left' })).toEqual([
    'proposal-declined',
  ])
  expect(phoneMine(b.show, people, JO)?.proposal).toBe('declined')
  expect([...b.texts.values()].map(({ text }) => text)).toContain('No table is left')
  expect(b.says({ type: 'decline-proposal', person: JO, reason: '' })).toBe('no-proposal')
  expect(b.says(accepting(JO))).toBe('no-proposal')
  expect(b.says({ type: 'withdraw-proposal' }, as(SAM))).toEqual(['proposal-withdrawn'])
  expect(b.says({ type: 'withdraw-proposal' }, as(SAM))).toEqual([])
  expect(b.says(accepting(SAM))).toBe('no-proposal')
  // Proposed anew, nothing is left of the reason.
  b.says(propose('Another'), as(JO))
  expect([...b.texts.values()].map(({ text }) => text).toSorted()).toEqual(['Another', 'One line'])
  expect(waiting(b).map(({ person }) => person)).toEqual([JO])
})

test('D7 an accepted table is hosted by who proposed it, for rounds to come', () => {
  const b = talking({ capacity: 1 })
  b.says({ type: 'switch-asking', what: 'proposals', on: true })
  for (const round of RD) b.does({ type: 'open-round', round })
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[0] }, 0, as(JO))
  b.does({ type: 'pick-table', round: RD[1], table: TABLES[0] }, 0, as(SAM))
  b.does({ type: 'wait-for-table', round: RD[1], table: TABLES[0] }, 0, as(JO))
  b.does({ type: 'pick-table', round: RD[1], table: TABLES[1] }, 0, as(JO))
  for (const type of ['close-round', 'move-round', 'run-round'] as const)
    b.does({ type, round: RD[0] }, MINUTE)
  b.says(propose('Reuse'), as(JO))
  expect(b.says(accepting(JO, { number: 1 }))).toBe('number-taken')
  expect(b.says(accepting(JO, { table: TABLES[1] }))).toBe('already-exists')
  expect(b.says(accepting(JO))).toEqual([
    'table-left',
    'innovation-saved',
    'table-saved',
    'round-seats-set',
    'table-saved',
    'waiting-left',
    'proposal-accepted',
  ])
  const table = 'tab-newone' as TableId
  expect(b.show.people[JO]?.hosts).toBe(table)
  expect(b.show.rounds[RD[0]]?.picks[JO], 'stays in the round that is on').toBe(TABLES[0])
  expect(b.show.rounds[RD[0]]?.seats[table]).toBe(0)
  expect(b.show.rounds[RD[1]]?.picks[JO]).toBeUndefined()
  expect(b.show.rounds[RD[1]]?.waiting).toEqual({})
  expect(b.texts.size, 'its words are the organiser’s now').toBe(0)
  // The table cannot be opened while its only host sits elsewhere.
  const open: SingleCommand = { type: 'set-round-seats', round: RD[0], table, seats: 3 }
  expect(b.says(open)).toBe('host-has-pick')
  expect(b.does({ type: 'pick-table', round: RD[1], table }, MINUTE, as(DEE))).toEqual([
    'table-picked',
  ])
  expect(hostMine(b.show, people, JO)?.guests[RD[1]]).toMatchObject([{ person: DEE }])
  expect(b.says({ type: 'withdraw-proposal' }, as(JO))).toBe('proposal-accepted')
  expect(b.says(propose('More'), as(JO))).toBe('hosts-already')
})

test('D7 a table that was taken away again may be proposed anew', () => {
  const b = talking()
  b.says({ type: 'switch-asking', what: 'proposals', on: true })
  b.says(propose('Reuse'), as(JO))
  b.says(accepting(JO))
  expect(phoneMine(b.show, people, JO)?.proposal).toBe('accepted')
  b.says({ type: 'remove-table', table: 'tab-newone' as TableId })
  expect(phoneMine(b.show, people, JO)?.proposal).toBeNull()
  expect(b.says({ type: 'withdraw-proposal' }, as(JO))).toEqual(['proposal-withdrawn'])
  expect(b.says(propose('Again'), as(JO))).toEqual(['table-proposed'])
})

test('D8 no words stand in an event, and an erased person takes theirs and those on them along', () => {
  const b = talking()
  satThere(b, [JO, SAM])
  b.says({ type: 'switch-asking', what: 'proposals', on: true })
  b.says({ type: 'switch-asking', what: 'feedback', on: true })
  b.says(ask('WORDS of Jo'), as(JO))
  b.says(ask('WORDS of Jo to others', OTHERS), as(JO))
  b.says(ask('WORDS of Sam'), as(SAM))
  b.says(propose('WORDS Jo proposes', 'WORDS in a line'), as(JO))
  b.says({ type: 'decline-proposal', person: JO, reason: 'WORDS of the organiser' })
  b.says({ type: 'write-note', guest: JO, text: 'WORDS on Jo' }, as(HOST))
  b.says({ type: 'write-note', guest: SAM, text: 'WORDS on Sam' }, as(HOST))
  roundOver(b)
  b.says({ type: 'say-useful', round: RD[0], useful: true }, as(JO))
  b.says({ type: 'allow-email', host: HOST, allow: true, words: 1 }, as(JO))
  expect(b.texts.size).toBe(8)
  expect(JSON.stringify(b.journal)).not.toContain('WORDS')
  expect(JSON.stringify(b.show)).not.toContain('WORDS')
  b.says({ type: 'erase-person', person: JO })
  expect([...b.texts.values()].map(({ text }) => text)).toEqual(['WORDS of Sam', 'WORDS on Sam'])
  expect(JSON.stringify({ ...b.show, edits: [] })).not.toContain(JO)
  b.says({ type: 'erase-person', person: HOST })
  expect([...b.texts.values()].map(({ text }) => text)).toEqual(['WORDS of Sam'])
  expect(b.show.notes).toEqual({})
})

test('D9 co-hosts read the same guests, questions, counts and calls, and either takes a call back', () => {
  const b = talking()
  satThere(b, [JO, SAM])
  b.says(ask('What does it cost?'), as(JO))
  for (const type of ['close-round', 'move-round'] as const) b.does({ type, round: RD[0] }, MINUTE)
  const both = () =>
    [HOST, COHOST].map((host) => {
      const mine = hostMine(b.show, people, host, b.texts) ?? expect.fail('no host')
      const { guests, came, lines, foundUseful, calls } = mine
      return { guests, came, lines, foundUseful, calls }
    })
  const same = (): void => expect(both()[1]).toEqual(both()[0])
  b.says({ type: 'count-came', round: RD[0], table: TABLES[0], came: 2 }, as(COHOST))
  same()
  expect(both()[0]?.came).toEqual({ [RD[0]]: 2 })
  expect(b.says({ type: 'call-desk', what: 'help' }, as(HOST))).toEqual(['desk-called'])
  expect(b.says({ type: 'call-desk', what: 'help' }, as(COHOST)), 'it waits already').toEqual([])
  const closing: SingleCommand = { type: 'call-desk', what: 'closing', round: RD[1] }
  expect(b.says(closing, as(COHOST))).toEqual(['desk-called'])
  same()
  expect(both()[1]?.calls.map(({ what }) => what)).toEqual(['help', 'closing'])
  expect(hostMine(b.show, people, OTHER, b.texts)?.calls, 'another table').toEqual([])
  const [help] = b.show.calls
  expect(b.says({ type: 'settle-call', call: help?.id ?? 0 }, as(OTHER))).toBe('not-allowed')
  expect(b.says({ type: 'settle-call', call: help?.id ?? 0 }, as(COHOST))).toEqual(['call-settled'])
  // Where somebody needs help to get to is nobody else’s.
  b.says({ type: 'call-desk', what: 'way' }, as(HOST))
  expect(both()[1]?.calls.map(({ what }) => what)).toEqual(['closing'])
})

import { describe, expect, it } from 'vitest'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { CHOOSING, movedWords, numbersWord, percent } from '#shared/words/console-choosing.ts'
import { askedElsewhere, demandOf } from '../../../client/screens/console/choosing/demand.ts'
import {
  timesOf,
  toSeat,
  windowsInOrder,
} from '../../../client/screens/console/choosing/standing.ts'
import {
  askOf,
  asItIs,
  isWrongMost,
  keeping,
  whoFallsOut,
  wrongSeats,
} from '../../../client/screens/console/choosing/what-if-draft.ts'
import {
  draftOf,
  fieldsOf,
  type WindowFields,
} from '../../../client/screens/console/choosing/window-draft.ts'
import { draftOfLine } from '../../../client/screens/console/programme/by-wishes.ts'
import { BEGINS, sure } from '../console/shows.ts'
import { WINDOW, withWindow } from './shows.ts'

const lineOf = (choosing: ReturnType<typeof withWindow>) => sure(choosing.parts().windows[WINDOW])

describe('the form of choosing', () => {
  const line = lineOf(withWindow())
  const draft = draftOfLine(line)
  const read = (change: Partial<WindowFields>) => draftOf(WINDOW, { ...fieldsOf(draft), ...change })
  const wrong = (change: Partial<WindowFields>) => {
    const outcome = read(change)
    return outcome.ok ? [] : Object.keys(outcome.errors)
  }

  it('opened and saved again is as it was', () => {
    expect(read({})).toEqual({ ok: true, draft })
  })
  it('says what is wrong, by field', () => {
    expect(wrong({ title: '  ' })).toEqual(['title'])
    expect(wrong({ rounds: [] })).toEqual(['rounds'])
    expect(wrong({ allTables: false, tables: [] })).toEqual(['tables'])
    expect(wrong({ perOrganisation: '0' })).toEqual(['perOrganisation'])
    expect(wrong({ mustMeets: '501' })).toEqual(['mustMeets'])
    expect(wrong({ mustMeets: '' })).toEqual(['mustMeets'])
    expect(wrong({ perOrganisation: '101' })).toEqual(['perOrganisation'])
    expect(wrong({ closesBefore: 'soon' })).toEqual(['closesBefore'])
  })
  it('opens before it closes, unless pitches open it or a hand does', () => {
    const late = { opensBefore: '5', closesBefore: '5' }
    expect(wrong({ ...late, follows: [] })).toEqual(['opensBefore'])
    expect(wrong({ ...late, follows: [], byItself: false })).toEqual([])
    expect(wrong(late)).toEqual([])
  })
  it('a plain number is minutes, and nothing is any number of an organisation', () => {
    const outcome = read({ closesBefore: '7', perOrganisation: '' })
    expect(outcome).toMatchObject({
      ok: true,
      draft: { closesBefore: 7 * MINUTE, perOrganisation: null },
    })
  })
})

describe('demand against seats', () => {
  it('counts by table over the rounds of the window, the tightest first', () => {
    const choosing = withWindow()
    const [a, b, c, d] = choosing.full.innovations
    choosing.sends({ type: 'open-window', window: WINDOW })
    expect(choosing.ranks(0, [sure(b), sure(a), sure(c), sure(d)])).toBeNull()
    expect(choosing.ranks(1, [sure(b), sure(c)])).toBeNull()
    expect(choosing.ranks(2, [sure(b)])).toBeNull()
    const bars = demandOf(choosing.parts(), lineOf(choosing))
    expect(
      bars.map(({ number, first, topThree, all, seats }) => [number, first, topThree, all, seats]),
    ).toEqual([
      [2, 3, 3, 3, 6],
      [3, 0, 2, 2, 6],
      [1, 0, 1, 1, 6],
      [4, 0, 0, 1, 6],
    ])
  })
  it('a table that is closed comes first when it is asked for, and last when it is not', () => {
    const choosing = withWindow()
    const [one, two] = choosing.full.tables
    const [, b] = choosing.full.innovations
    choosing.sends({ type: 'open-window', window: WINDOW })
    choosing.ranks(0, [sure(b)])
    for (const round of choosing.full.rounds)
      for (const table of [sure(one), sure(two)])
        expect(choosing.sends({ type: 'set-round-seats', round, table, seats: 0 })).toBeNull()
    const bars = demandOf(choosing.parts(), lineOf(choosing))
    expect(bars.map(({ number, seats }) => [number, seats])).toEqual([
      [2, 0],
      [1, 0],
      [3, 6],
      [4, 6],
    ])
  })
  it('says how many are asked for that have no table here', () => {
    const choosing = withWindow()
    const [a, b] = choosing.full.innovations
    const [one] = choosing.full.tables
    choosing.sends({ type: 'open-window', window: WINDOW })
    choosing.ranks(0, [sure(a), sure(b)])
    const draft = { ...draftOfLine(lineOf(choosing)), tables: [sure(one)] }
    expect(choosing.sends({ type: 'save-window', window: draft })).toBeNull()
    expect(askedElsewhere(choosing.parts(), lineOf(choosing))).toBe(1)
    expect(demandOf(choosing.parts(), lineOf(choosing))).toHaveLength(1)
  })
})

describe('where choosing stands', () => {
  it('counts delegates who host nothing, and those who have arrived', () => {
    const choosing = withWindow()
    const { all, here } = toSeat(choosing.parts())
    expect(all).toBe(choosing.full.delegates.length)
    const arrived = Object.values(choosing.show.people).filter(
      ({ roles, checkedInAt }) => roles.includes('delegate') && checkedInAt !== null,
    )
    expect([here > 0, here]).toEqual([true, arrived.length])
  })
  it('expects it to open when the pitches end and to close before the first move', () => {
    const choosing = withWindow()
    const { opens, closes, moves, round } = timesOf(choosing.course(), lineOf(choosing), BEGINS)
    // 10 min of welcome, then 4 pitches of 90 s with 30 s between them, 15 min of coffee.
    expect(opens).toBe(BEGINS + 10 * MINUTE + 4 * 90_000 + 3 * 30_000)
    expect(moves).toBe(sure(opens) + 15 * MINUTE)
    expect(closes).toBe(sure(moves) - 5 * MINUTE)
    expect(round).toBe(choosing.full.rounds[0])
  })
  it('leaves people three minutes, however late the pitches end', () => {
    const choosing = withWindow()
    const window = { ...draftOfLine(lineOf(choosing)), closesBefore: 14 * MINUTE }
    choosing.sends({ type: 'save-window', window })
    const { opens, closes } = timesOf(choosing.course(), lineOf(choosing), BEGINS)
    expect(closes).toBe(sure(opens) + 3 * MINUTE)
  })
  it('lists windows as their rounds come', () => {
    expect(windowsInOrder(withWindow().parts()).map(({ id }) => id)).toEqual([WINDOW])
  })
})

describe('what if', () => {
  const choosing = withWindow()
  const line = lineOf(choosing)
  const [one, two] = choosing.full.tables as [TableId, TableId]
  const { tables, picks } = choosing.parts()
  const { rounds } = choosing.full

  it('asks without a trace, with what is tried alone', () => {
    expect(askOf({ ...asItIs(line), tables: { [one]: '3' } })).toEqual({
      keep: false,
      policy: 'nested',
      everyone: false,
      perOrganisation: 2,
      tables: { [one]: 3 },
    })
  })
  it('reads seats, and finds what is no number', () => {
    const fields = { ...asItIs(line), tables: { [one]: ' 0', [two]: '501' } }
    expect(wrongSeats(fields)).toEqual([two])
    expect(wrongSeats({ ...fields, tables: { [one]: '' } })).toEqual([one])
  })
  it('reads how many of one organisation: a number, or none for any', () => {
    const most = (perOrganisation: string) => ({ ...asItIs(line), perOrganisation })
    expect(['0', '101', 'two', '-1'].map((text) => isWrongMost(most(text)))).toEqual(
      Array(4).fill(true),
    )
    expect(['', ' ', '1', '100'].map((text) => isWrongMost(most(text)))).toEqual(
      Array(4).fill(false),
    )
    expect(askOf(most(''))).toMatchObject({ perOrganisation: null })
    expect(keeping(most(''), line, rounds, tables)).toMatchObject([
      { type: 'save-window', window: { perOrganisation: null } },
    ])
  })
  it('keeps by ordinary commands: settings only where they differ, seats in every round to come', () => {
    expect(keeping(asItIs(line), line, rounds, tables)).toEqual([])
    const fields = {
      policy: 'strict' as const,
      everyone: false,
      perOrganisation: ' 3 ',
      tables: { [one]: '0', [two]: '2' },
    }
    const commands = keeping(fields, line, rounds, tables)
    expect(commands[0]).toMatchObject({
      type: 'save-window',
      window: { policy: 'strict', perOrganisation: 3 },
    })
    // Table 2 has two seats anyway: nothing of its own is left behind.
    expect(commands.slice(1).map((it) => ('seats' in it ? it.seats : '?'))).toEqual([
      ...rounds.map(() => 0),
      ...rounds.map(() => null),
    ])
    expect(choosing.sends({ type: 'batch', commands })).toBeNull()
    expect(lineOf(choosing).policy).toBe('strict')
  })
  it('knows who gives up a seat at what closes', () => {
    const [a, b] = choosing.full.delegates as [PersonId, PersonId]
    const [first] = rounds
    const seated = { ...picks, [sure(first)]: { [a]: one, [b]: two } }
    expect([...whoFallsOut(seated, rounds, [one])]).toEqual([a])
    expect([...whoFallsOut(seated, [], [one])]).toEqual([])
  })
})

describe('the words of a seating', () => {
  it('never says everybody or nobody by rounding', () => {
    expect([1, 0.999, 0.5, 0.001, 0].map(percent)).toEqual(['100%', '99%', '50%', '1%', '0%'])
  })
  it('says who moves', () => {
    expect(movedWords({ moved: 17, firstChoicesLost: 0 })).toBe(
      '17 people move, nobody loses a first choice',
    )
    expect(movedWords({ moved: 1, firstChoicesLost: 1 })).toBe(
      '1 person moves, 1 loses a first choice',
    )
    expect(movedWords({ moved: 0, firstChoicesLost: 0 })).toBe('Nobody moves')
  })
  it('says numbers as people do', () => {
    expect(numbersWord([1, 2, 3, 4])).toBe('1 to 4')
    expect(numbersWord([1, 2, 4])).toBe('1, 2 and 4')
    expect(numbersWord([2])).toBe('2')
  })
  it('names what publishing does', () => {
    expect(CHOOSING.publishAsk('A', 198, 'Rounds 1 to 4').body).toContain(
      '198 people get their tables on their phones.',
    )
    expect(CHOOSING.seating(198, 102)).toBe('Seating 198 who are here; 102 not arrived')
  })
})

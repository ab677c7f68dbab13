import { describe, expect, it } from 'vitest'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { WindowId } from '#shared/show/words.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { type Need, needsYou } from '#shared/views/needs.ts'
import { needLine } from '../../../client/screens/console/run/needs-lines.ts'
import { BEGINS, playedShow, sure } from './shows.ts'

const played = playedShow({ pitches: 3, rounds: 2, byItself: false })
const { stage, full } = played
const rounds = draftOf(played.show, full.roundsSegment)
if (rounds?.kind !== 'rounds') throw new Error('the show has no rounds')
played.does({
  type: 'save-segment',
  segment: { ...rounds, fixedStart: BEGINS + 30 * MINUTE },
})
played.does({ type: 'load-item', stage, segment: full.block, pitch: null }, BEGINS)
played.does({ type: 'start-clock', stage }, BEGINS)
played.does(
  { type: 'defer-pitch', pitch: sure(full.pitches[1]), reason: 'absent' },
  BEGINS + SECOND,
)
const parts = played.parts()
const now = BEGINS + 40 * MINUTE
const screen = { id: 's1', name: 'Main stage', connected: false, since: now - 40 * SECOND }

const [round] = full.rounds
const table = sure(parts.tables[1])
const ALL: { [Kind in Need['kind']]: Extract<Need, { kind: Kind }> } = {
  'clock-behind': { kind: 'clock-behind', by: 10 * MINUTE },
  overdue: { kind: 'overdue', stage, due: now - 3 * MINUTE },
  call: {
    kind: 'call',
    call: {
      id: 41,
      at: now,
      person: sure(full.presenters[1]),
      what: 'closing',
      table: table.id,
      round: sure(full.rounds[1]),
    },
  },
  proposal: {
    kind: 'proposal',
    proposal: {
      person: sure(full.delegates[0]),
      at: now,
      name: 'Jo Ellis',
      organisation: 'Leeds City Council',
      title: 'Reuse of batteries',
      line: 'Who has done it',
    },
  },
  'round-waits': { kind: 'round-waits', round: sure(round), block: 'Pitches, block 1', since: now },
  'round-due': { kind: 'round-due', round: sure(round), step: 'move', since: now },
  seating: {
    kind: 'seating',
    window: 'win-none1' as WindowId,
    state: 'ready',
    round: sure(round),
    since: now,
  },
  'nobody-here': { kind: 'nobody-here', window: 'win-none1' as WindowId },
  'pins-unkept': { kind: 'pins-unkept', window: 'win-none1' as WindowId, run: 40, pins: 2 },
  'pitcher-missing': {
    kind: 'pitcher-missing',
    pitch: sure(full.pitches[1]),
    innovation: sure(full.innovations[1]),
    table: table.id,
    chosen: 9,
    reason: 'absent',
  },
  'without-table': { kind: 'without-table', round: sure(round), people: 12 },
  'no-table': { kind: 'no-table', innovations: full.innovations.slice(0, 2) },
  'screen-lost': { kind: 'screen-lost', screen },
}
const line = (kind: Need['kind']) => needLine(ALL[kind], parts, now)

describe('what needs the organiser', () => {
  it.each(Object.keys(ALL) as Need['kind'][])('%s says what it is and offers something', (kind) => {
    const { what, acts, key } = line(kind)
    expect(what).toMatch(/\w+.*\.$/)
    expect(what).not.toMatch(/undefined|null|NaN/)
    expect(acts.length).toBeGreaterThan(0)
    expect(acts[0]?.act.do).not.toBe('keep')
    expect(key).toContain(kind)
  })

  it('keys tell needs apart', () => {
    const keys = Object.keys(ALL).map((kind) => line(kind as Need['kind']).key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('a call says who wants what, is done with one press, and a table to close is one press away', () => {
    const { call } = ALL.call
    const jo = sure(parts.people.find(({ id }) => id === full.delegates[0]))
    const said = (change: Partial<typeof call>) =>
      needLine({ kind: 'call', call: { ...call, ...change } }, parts, now)
    const done = { words: 'Done', act: { do: 'settle-call', call: 41 } }
    expect(line('call').what).toBe('Table 2 must close from round 2.')
    expect(line('call').acts).toEqual([
      {
        words: 'See table 2',
        act: { do: 'go', screen: 'tables', query: `?table=${table.id}` },
      },
      done,
    ])
    expect(said({ what: 'help', round: null })).toMatchObject({ level: 'now', acts: [done] })
    expect(said({ what: 'help', round: null }).what).toMatch(/^Host of table 2 needs help: \w+/)
    expect(said({ what: 'way', person: jo.id, round: null }).what).toBe(
      `${jo.name} needs help to get to table 2.`,
    )
    expect(said({ what: 'way', person: jo.id, table: null }).what).toBe(
      `${jo.name} needs help to get to a table.`,
    )
  })

  it('calls stand in the list, oldest first, until somebody has seen to them', () => {
    const called = playedShow({ pitches: 3, rounds: 2, byItself: false })
    const host = sure(called.full.presenters[0])
    const actor = { id: host, roles: ['presenter'] as const, person: host }
    expect(called.does({ type: 'call-desk', what: 'help' }, BEGINS, actor)).toBe(true)
    const needs = needsYou(called.parts(), BEGINS)
    const calls = needs.flatMap((need) => (need.kind === 'call' ? [need.call] : []))
    expect(calls).toMatchObject([{ person: host, what: 'help', table: called.full.tables[0] }])
    called.does({ type: 'settle-call', call: sure(calls[0]).id }, BEGINS)
    expect(needsYou(called.parts(), BEGINS).filter(({ kind }) => kind === 'call')).toEqual([])
  })

  it('an outage asks whether to go on or stay', () => {
    expect(line('overdue').acts.map(({ act }) => act)).toEqual([
      { do: 'next-item', stage },
      { do: 'add-minute', stage },
    ])
  })

  it('a round that waits for pitches offers to end them, for the step it waits for', () => {
    expect(line('round-waits').acts[0]?.act).toEqual({ do: 'end-pitches', round, step: 'open' })
    expect(line('round-due').acts[0]?.act).toEqual({ do: 'round', round, step: 'move' })
  })

  it('places that cannot be kept lead to the seating', () => {
    const { what, acts } = line('pins-unkept')
    expect(what).toContain('cannot keep 2 of the places that you wanted for people')
    expect(acts.map(({ act }) => act.do)).toEqual(['go', 'keep'])
    expect(acts[0]?.act).toMatchObject({ screen: 'choosing' })
  })

  it('a missing presenter whose table people chose comes first and can be called again', () => {
    const { what, level, acts } = line('pitcher-missing')
    expect(what).toContain(`9 people chose table ${table.number}`)
    expect(level).toBe('now')
    expect(acts.map(({ act }) => act.do)).toEqual(['call-next', 'go', 'keep'])
    expect(acts[1]?.act).toMatchObject({ screen: 'tables', query: `?table=${table.id}` })
  })

  it('says how long a screen has been lost', () => {
    expect(line('screen-lost').what).toBe(
      'Main stage lost 40 seconds ago. It counts on by its own clock.',
    )
  })

  it('whoever has all the conversations they want, or comes on another day, is not without a table', () => {
    const played = playedShow({ pitches: 3, rounds: 2, byItself: false, delegates: 6 })
    const [one, two] = played.full.rounds.map(sure)
    const guest = sure(
      played.full.delegates.find((id) => played.show.people[id]?.checkedInAt !== null),
    )
    for (const type of ['open-round', 'close-round'] as const)
      played.does({ type, round: sure(one) }, BEGINS)
    const without = () =>
      needsYou(played.parts(), BEGINS).flatMap((need) =>
        need.kind === 'without-table' ? [need.people] : [],
      )
    const [before = 0] = without()
    expect(before).toBeGreaterThan(0)
    played.does({ type: 'set-most', most: 1, person: guest }, BEGINS)
    expect(without(), 'one is still to come').toEqual([before])
    played.does(
      { type: 'move-person', person: guest, round: sure(two), table: sure(played.full.tables[0]) },
      BEGINS,
    )
    expect(without()).toEqual(before === 1 ? [] : [before - 1])
    played.does({ type: 'set-most', most: null, person: guest }, BEGINS)
    const [day] = played.show.days
    played.does({ type: 'change-days', days: [sure(day), '2027-01-01'] }, BEGINS)
    played.does({ type: 'set-days', person: guest, days: ['2027-01-01'] }, BEGINS)
    expect(without()).toEqual(before === 1 ? [] : [before - 1])
  })

  it('has a line for everything the view finds', () => {
    const found = needsYou({ ...parts, screens: [screen], clockAhead: 10 * MINUTE }, now)
    expect(found.map(({ kind }) => kind)).toEqual([
      'clock-behind',
      'round-waits',
      'pitcher-missing',
      'screen-lost',
    ])
    for (const need of found) expect(needLine(need, parts, now).acts.length).toBeGreaterThan(0)
  })
})

it('nothing needs anybody once the event was ended', () => {
  expect(needsYou(parts, now)).not.toEqual([])
  const show = { ...parts.show, closedAt: now }
  expect(needsYou({ ...parts, show }, now)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { Command, SingleCommand } from '#shared/show/commands.ts'
import { decide } from '#shared/show/decide.ts'
import type { StageId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { type Fact, MOST_ENTRIES, publicHistory } from '#shared/views/public-changes.ts'
import {
  bench,
  BLOCK,
  DAY,
  HOSTS,
  INNOVATIONS,
  LUNCH,
  ORGANISER,
  PITCHES,
  ROUNDS,
  STAGE,
  T0,
  TABLES,
  TALK,
} from '../../support/decider.ts'

/** A show whose journal is kept as the store keeps it: the facts of a command carry its id. */
function journaled() {
  const b = bench()
  const facts: Fact[] = b.journal.map((event, index) => ({
    n: index + 1,
    at: T0 - MINUTE,
    commandId: null,
    event,
  }))
  let at = T0
  /** `after`: how long after the command before it */
  const does = (command: Command, after = 10 * MINUTE): void => {
    at += after
    const decision = decide(b.show, command, { at, actor: ORGANISER })
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
    const from = b.journal.length
    b.does(command, at - T0)
    for (const [index, event] of b.journal.slice(from).entries())
      facts.push({ n: from + index + 1, at, commandId: `command-${from}`, event })
  }
  const publish = (on = true): void => does({ type: 'publish-programme', published: on }, MINUTE)
  const history = () => {
    const heard = publicHistory(b.show.id)
    heard.take(facts, true)
    return heard
  }
  /** what the newest entry says */
  const newest = () => history().entries()[0]?.changes
  return { show: b.show, facts, does, publish, history, newest }
}

const item = (id: string, more: object = {}): SingleCommand =>
  ({
    type: 'save-segment',
    segment: {
      id,
      stage: STAGE,
      day: DAY,
      kind: 'talk',
      title: 'A talk',
      length: 10 * MINUTE,
      fixedStart: null,
      warnAt: 0,
      dangerAt: 0,
      ...more,
    },
  }) as SingleCommand

describe('what is told', () => {
  test('nothing before the programme is published, then that it is', () => {
    const { does, publish, history } = journaled()
    does(item('seg-early'))
    expect(history().entries()).toEqual([])
    publish()
    const [entry] = history().entries()
    expect(entry?.changes).toEqual([{ what: 'published' }])
    expect(entry?.at).toBe(T0 + 11 * MINUTE)
  })
  test('added, renamed, moved and taken out, each in the entry of its command', () => {
    const { does, publish, newest, history } = journaled()
    publish()
    does(item('seg-new0'))
    const own = { thing: 'item', id: 'seg-new0' }
    expect(newest()).toEqual([{ what: 'added', ...own, title: 'A talk' }])
    does(item('seg-new0', { title: 'A better talk' }))
    const renamed = { what: 'renamed', ...own, title: 'A better talk', before: 'A talk' }
    expect(newest()).toEqual([renamed])
    does({ type: 'move-segment', segment: 'seg-new0' as never, before: LUNCH })
    expect(newest()).toMatchObject([
      {
        what: 'moved',
        ...own,
        now: { day: DAY, start: T0 + 38 * MINUTE, stage: '' },
      },
      { what: 'moved', id: LUNCH, before: { start: T0 + 38 * MINUTE } },
    ])
    does({ type: 'remove-segment', segment: 'seg-new0' as never })
    expect(newest()).toContainEqual({ what: 'removed', ...own, title: 'A better talk' })
    expect(history().knew('seg-new0')).toBe(true)
    expect(history().knew('seg-none0')).toBe(false)
  })
  test('one longer talk moves what comes after it: one entry', () => {
    const { does, publish, newest, history } = journaled()
    publish()
    does(item(TALK, { title: 'Welcome', fixedStart: T0, length: 15 * MINUTE }))
    expect(newest()?.map(({ what }) => what)).toEqual(['length', 'moved', 'moved', 'moved'])
    expect(newest()?.[0]).toMatchObject({ before: 10 * MINUTE, now: 15 * MINUTE })
    expect(history().entries()).toHaveLength(2)
  })
  test('pitches, innovations and tables', () => {
    const { does, publish, newest } = journaled()
    publish()
    does({ type: 'move-pitch', pitch: PITCHES[2], before: PITCHES[0] })
    const block = { thing: 'item', id: BLOCK, title: 'Pitches' }
    expect(newest()).toEqual([{ what: 'pitches', ...block, added: [], removed: [] }])
    does({ type: 'swap-tables', a: TABLES[0], b: TABLES[1] })
    expect(newest()).toMatchObject([
      { what: 'table', id: INNOVATIONS[0], now: 2 },
      { what: 'table', id: INNOVATIONS[1], now: 1 },
    ])
    does({ type: 'remove-innovation', innovation: INNOVATIONS[0] })
    expect(newest()?.[0]).toEqual({
      what: 'pitches',
      ...block,
      added: [],
      removed: ['Innovation 1'],
    })
    expect(newest()).toContainEqual({
      what: 'removed',
      thing: 'innovation',
      id: INNOVATIONS[0],
      title: 'Innovation 1',
    })
  })
  test('who speaks and what it is about, by ids of people and as long as the page names them', () => {
    const { does, publish, newest } = journaled()
    publish()
    const welcome = { title: 'Welcome', fixedStart: T0 }
    const own = { thing: 'item', id: TALK, title: 'Welcome' }
    does(item(TALK, { ...welcome, speakers: [HOSTS[0]], summary: 'Why we are here' }))
    const speakers = { what: 'speakers', ...own, now: [HOSTS[0]] }
    expect(newest()).toEqual([speakers, { what: 'summary', ...own }])
    does({ type: 'erase-person', person: HOSTS[0] })
    expect(newest()?.[0]).toEqual({ ...speakers, now: [] })
  })
  test('the event’s own title and place', () => {
    const { does, publish, newest } = journaled()
    publish()
    does({ type: 'change-show', title: 'Better Care', place: 'Leeds' })
    expect(newest()).toEqual([
      { what: 'event-title', before: 'Test', now: 'Better Care' },
      expect.objectContaining({ what: 'event-place', now: 'Leeds' }),
    ])
  })
  test('not the course of the day, nor a second stage, nor notes for the crew', () => {
    const { does, publish, history } = journaled()
    publish()
    does({ type: 'save-stage', stage: { id: 'stg-albert' as StageId, name: 'Albert Room' } })
    does({ type: 'save-stage', stage: { id: STAGE, name: 'Great Hall' } })
    does(item(TALK, { title: 'Welcome', fixedStart: T0, notes: 'Lights' }))
    does({ type: 'start-clock', stage: STAGE })
    does({ type: 'next-item', stage: STAGE })
    does({ type: 'defer-pitch', pitch: PITCHES[1], reason: 'absent' })
    expect(history().entries()).toHaveLength(1)
  })
  test('what begins unconfirmed is no news, neither then nor at the next change', () => {
    const { does, publish, newest } = journaled()
    does(item(TALK, { title: 'Welcome', fixedStart: T0, confirmed: false }))
    publish()
    does({ type: 'start-clock', stage: STAGE })
    does(item('seg-new0'))
    expect(newest()).toMatchObject([{ what: 'added', id: 'seg-new0' }])
  })
  test('a title that is to be confirmed again is not told any more', () => {
    const { does, publish, history } = journaled()
    publish()
    does(item('seg-new0', { title: 'SECRET guest' }))
    does(item('seg-new0', { title: 'SECRET guest of honour' }))
    expect(JSON.stringify(history().entries())).toContain('SECRET')
    does(item('seg-new0', { title: 'Nothing', confirmed: false }))
    expect(JSON.stringify(history().entries())).not.toMatch(/SECRET|Nothing/)
    expect(history().entries()[0]?.changes).toEqual([
      {
        what: 'to-confirm',
        thing: 'item',
        id: 'seg-new0',
        title: '',
        now: { day: DAY, start: expect.any(Number), stage: '' },
      },
    ])
    // Nor when it is taken out after that.
    does({ type: 'remove-segment', segment: 'seg-new0' as never })
    expect(JSON.stringify(history().entries())).not.toMatch(/SECRET|Nothing/)
  })
  test('and is told as confirmed when it is', () => {
    const { does, publish, newest } = journaled()
    publish()
    does(item('seg-new0', { confirmed: false }))
    expect(newest()).toEqual([{ what: 'published' }])
    does(item('seg-new0', { title: 'The minister', confirmed: true }))
    expect(newest()).toMatchObject([
      { what: 'confirmed', id: 'seg-new0', title: 'The minister', now: { day: DAY } },
    ])
  })
})

describe('what is done within a few minutes', () => {
  test('is one entry of what it came to, and none when nothing is left of it', () => {
    const { does, publish, history } = journaled()
    publish()
    const soon = MINUTE
    does(item('seg-new0'), soon)
    does(item('seg-new0', { title: 'Slip' }), soon)
    does({ type: 'remove-segment', segment: 'seg-new0' as never }, soon)
    expect(history().entries()).toHaveLength(1)
    does(item('seg-new0', { title: 'A talk' }), 10 * MINUTE)
    does(item('seg-new0', { title: 'Another talk' }), soon)
    expect(history().entries()[0]?.changes).toEqual([
      { what: 'added', thing: 'item', id: 'seg-new0', title: 'Another talk' },
    ])
    expect(history().entries()).toHaveLength(2)
    // Ever so often: the news does not wait for the last of it.
    for (let turn = 0; turn < 8; turn += 1) does(item('seg-new0', { title: `${turn}` }), soon)
    expect(history().entries()).toHaveLength(3)
  })
  test('but what somebody has read is not taken back without a word', () => {
    const { facts, does, publish, show } = journaled()
    publish()
    does(item('seg-new0'), MINUTE)
    const read = publicHistory(show.id)
    read.take(facts, true)
    const first = read.entries()
    const from = facts.length
    does({ type: 'remove-segment', segment: 'seg-new0' as never }, MINUTE)
    read.take(facts.slice(from), true)
    expect(read.entries().slice(1)).toEqual(first)
    expect(read.entries()[0]?.changes).toMatchObject([{ what: 'removed', title: 'A talk' }])
  })
})

test('only the last fifty are kept', () => {
  const { does, publish, history } = journaled()
  publish()
  for (let turn = 0; turn < MOST_ENTRIES + 5; turn += 1)
    does(item('seg-new0', { title: `Turn ${turn}` }))
  expect(history().entries()).toHaveLength(MOST_ENTRIES)
  expect(history().entries()[0]?.changes[0]).toMatchObject({ title: `Turn ${MOST_ENTRIES + 4}` })
})

test('an import is one entry, and the same however the journal is read', () => {
  const { facts, does, publish, show, history } = journaled()
  publish()
  does({
    type: 'batch',
    commands: [item('seg-one0'), item('seg-two0', { title: 'Second' }), item('seg-two0')],
  })
  does(item(ROUNDS.replace('rounds', 'more0')))
  const whole = history().entries()
  expect(whole.map(({ changes }) => changes.length)).toEqual([1, 2, 1])
  for (const size of [1, 2, 3, 7]) {
    const parts = publicHistory(show.id)
    for (let from = 0; from < facts.length; from += size)
      parts.take(facts.slice(from, from + size), false)
    parts.take([], true)
    expect(parts.entries(), `${size} at a time`).toEqual(whole)
    expect(parts.heard()).toBe(facts.length)
  }
})

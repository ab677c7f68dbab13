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
  const does = (command: Command): void => {
    at += MINUTE
    const decision = decide(b.show, command, { at, actor: ORGANISER })
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
    const from = b.journal.length
    b.does(command, at - T0)
    for (const [index, event] of b.journal.slice(from).entries())
      facts.push({ n: from + index + 1, at, commandId: `command-${from}`, event })
  }
  const publish = (on = true): void => does({ type: 'publish-programme', published: on })
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
    expect(entry?.at).toBe(T0 + 2 * MINUTE)
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
      { what: 'moved', ...own, day: DAY, start: T0 + 38 * MINUTE, stage: '' },
      { what: 'moved', id: LUNCH, start: T0 + 48 * MINUTE },
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
    expect(newest()?.map(({ what }) => what)).toEqual(['changed', 'moved', 'moved', 'moved'])
    expect(history().entries()).toHaveLength(2)
  })
  test('pitches, innovations and tables', () => {
    const { does, publish, newest } = journaled()
    publish()
    does({ type: 'move-pitch', pitch: PITCHES[2], before: PITCHES[0] })
    expect(newest()).toEqual([{ what: 'changed', thing: 'item', id: BLOCK, title: 'Pitches' }])
    does({ type: 'swap-tables', a: TABLES[0], b: TABLES[1] })
    expect(newest()).toMatchObject([
      { what: 'table', id: INNOVATIONS[0], table: 2 },
      { what: 'table', id: INNOVATIONS[1], table: 1 },
    ])
    does({ type: 'remove-innovation', innovation: INNOVATIONS[0] })
    expect(newest()).toContainEqual({
      what: 'removed',
      thing: 'innovation',
      id: INNOVATIONS[0],
      title: 'Innovation 1',
    })
  })
  test('not the course of the day, nor a second stage, nor who speaks', () => {
    const { does, publish, history } = journaled()
    publish()
    does({ type: 'save-stage', stage: { id: 'stg-albert' as StageId, name: 'Albert Room' } })
    does({ type: 'save-stage', stage: { id: STAGE, name: 'Great Hall' } })
    does(item(TALK, { title: 'Welcome', fixedStart: T0, speakers: [HOSTS[0]], notes: 'Lights' }))
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
    expect(history().entries()[0]?.changes[0]).toMatchObject({ what: 'removed', title: '' })
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

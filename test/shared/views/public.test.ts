import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command, SingleCommand } from '#shared/show/commands.ts'
import type { PersonId, SegmentId, StageId } from '#shared/show/words.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { itemsOf, publicView } from '#shared/views/public.ts'
import {
  bench,
  type Bench,
  BLOCK,
  DAY,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  LUNCH,
  ROUNDS,
  STAGE,
  T0,
  TALK,
} from '../../support/decider.ts'
import { steps } from '../../support/random-show.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const ALBERT = 'stg-albert' as StageId

const canary = (person: PersonId) => ({
  name: `NAME-${person}-`,
  organisation: `ORG-${person}-`,
  jobTitle: `JOB-${person}-`,
  email: `MAIL-${person}-`,
  ticket: `TICKET-${person}-`,
})
const people = new Map([...GUESTS, ...HOSTS].map((person) => [person, canary(person)]))
const viewOf = ({ show }: Bench) => publicView(show, people)

function published(...commands: Command[]): Bench {
  const b = bench()
  for (const command of [...commands, { type: 'publish-programme', published: true } as const]) {
    const came = b.does(command, -MINUTE)
    if (typeof came === 'string') throw new Error(`${command.type}: ${came}`)
  }
  return b
}
const talk = (id: string, more: object = {}): SingleCommand =>
  ({
    type: 'save-segment',
    segment: {
      id,
      stage: STAGE,
      day: DAY,
      kind: 'talk',
      title: `Title of ${id}`,
      length: 10 * MINUTE,
      fixedStart: null,
      warnAt: 0,
      dangerAt: 0,
      ...more,
    },
  }) as SingleCommand

describe('before it is published', () => {
  test('title, place and days are public, and nothing else', () => {
    const view = publicView(bench().show, people)
    expect(view).toMatchObject({ title: 'Test', days: [DAY], published: false, more: false })
    expect([view.programme, view.innovations, view.toConfirm]).toEqual([[], [], []])
  })
  test('and when it is taken back, the same', () => {
    const b = published()
    expect(viewOf(b).innovations).toHaveLength(3)
    b.does({ type: 'publish-programme', published: false })
    expect(JSON.stringify(viewOf(b))).toBe(JSON.stringify(publicView(bench().show, people)))
  })
})

describe('the programme', () => {
  test('is the plan in order, without the notes for the crew', () => {
    const items = itemsOf(viewOf(published()))
    expect(items.map(({ id }) => id)).toEqual([TALK, BLOCK, ROUNDS, LUNCH])
    // Three pitches of a minute with two changeovers of half a minute, after ten minutes of talk.
    expect(items.map(({ start }) => (start - T0) / MINUTE)).toEqual([0, 10, 14, 38])
    expect(items[1]?.pitches).toEqual(
      INNOVATIONS.map((innovation, index) => ({
        innovation,
        start: T0 + 10 * MINUTE + index * 90 * SECOND,
      })),
    )
    expect(items[2]?.rounds.map((round) => [round.number, (round.talk - T0) / MINUTE])).toEqual([
      [1, 16],
      [2, 28],
    ])
  })
  test('holds to the plan, however late the stage is', () => {
    const b = published()
    const before = JSON.stringify(viewOf(b))
    b.does({ type: 'start-clock', stage: STAGE }, 7 * MINUTE)
    b.does({ type: 'add-time', stage: STAGE, by: 5 * MINUTE }, 8 * MINUTE)
    expect(JSON.stringify(viewOf(b))).toBe(before)
  })
  test('leaves out what is to be confirmed but keeps its time free, and says that there is more', () => {
    const b = published(talk('seg-talk', { confirmed: false, fixedStart: T0, title: 'SECRET' }))
    const view = viewOf(b)
    expect(itemsOf(view).map(({ id }) => id)).toEqual([BLOCK, ROUNDS, LUNCH])
    expect(itemsOf(view)[0]?.start).toBe(T0 + 10 * MINUTE)
    expect(view.more).toBe(true)
    const end = T0 + 10 * MINUTE
    expect(view.toConfirm).toEqual([
      { id: TALK, day: DAY, stageId: STAGE, stage: '', start: T0, end },
    ])
    expect(JSON.stringify(view)).not.toContain('SECRET')
    // What is on stage is no secret any more.
    b.does({ type: 'start-clock', stage: STAGE })
    expect(itemsOf(viewOf(b))[0]?.title).toBe('SECRET')
    expect(viewOf(b).more).toBe(false)
  })
  test('a pitch of an item to be confirmed has no time yet; its innovation is there', () => {
    const b = published()
    const block = b.show.segments[BLOCK]
    if (block?.kind !== 'pitch-block') throw new Error('no block')
    const { pitches: _, begunAt: __, endedAt: ___, ...segment } = block
    b.does({ type: 'save-segment', segment: { ...segment, confirmed: false } })
    const [first] = viewOf(b).innovations
    expect(first).toMatchObject({ id: INNOVATIONS[0], pitches: [] })
  })
  test('names stages when there are several, and days with something on only', () => {
    const b = published(
      { type: 'change-days', days: [DAY, '2026-06-29', '2026-06-30'] },
      { type: 'save-stage', stage: { id: ALBERT, name: 'Albert Room' } },
      talk('seg-albert', { stage: ALBERT, fixedStart: T0 + MINUTE }),
      talk('seg-later', { stage: ALBERT, day: '2026-06-30' }),
      talk('seg-maybe', { day: '2026-06-29', confirmed: false }),
    )
    const { programme } = viewOf(b)
    expect(programme.map(({ day, stages }) => [day, stages.map(({ name }) => name)])).toEqual([
      [DAY, ['Main stage', 'Albert Room']],
      ['2026-06-30', ['Albert Room']],
    ])
  })
  test('walk-up rounds and open tables are told', () => {
    const b = published(talk('seg-lunch', { kind: 'break', title: 'Lunch', tablesOpen: true }), {
      type: 'save-segment',
      segment: {
        id: 'seg-free' as SegmentId,
        stage: STAGE,
        day: DAY,
        kind: 'rounds',
        title: 'Walk up',
        length: null,
        fixedStart: null,
        rounds: [{ id: 'rnd-free' as never, move: 0, talk: 20 * MINUTE, free: true }],
        byItself: false,
        opensBefore: 0,
        closesBefore: 0,
      },
    })
    const items = itemsOf(viewOf(b))
    expect(items.find(({ id }) => id === LUNCH)?.tablesOpen).toBe(true)
    expect(items.at(-1)?.rounds).toMatchObject([{ number: 1, free: true }])
  })
})

test('innovations stand A to Z, with table and pitch', () => {
  const b = published({
    type: 'save-innovation',
    innovation: {
      id: INNOVATIONS[2],
      title: 'Ärmel 2',
      organisation: 'Leeds',
      summary: 'S',
      presenters: [HOSTS[2]],
    },
  })
  const { innovations } = viewOf(b)
  expect(innovations.map(({ title }) => title)).toEqual(['Ärmel 2', 'Innovation 1', 'Innovation 2'])
  expect(innovations[0]).toEqual({
    id: INNOVATIONS[2],
    title: 'Ärmel 2',
    organisation: 'Leeds',
    summary: 'S',
    presenters: [`NAME-${HOSTS[2]}-`],
    tables: [{ number: 3, zone: 'A', place: 'place 3' }],
    pitches: [{ item: BLOCK, start: T0 + 13 * MINUTE }],
  })
})

test('whoever is erased is not named any more', () => {
  const b = published(talk('seg-talk', { fixedStart: T0, speakers: [HOSTS[0]] }))
  expect(JSON.stringify(viewOf(b))).toContain(`NAME-${HOSTS[0]}-`)
  b.does({ type: 'erase-person', person: HOSTS[0] })
  const left = new Map([...people].filter(([id]) => id !== HOSTS[0]))
  const view = publicView(b.show, left)
  expect(JSON.stringify(view)).not.toContain(HOSTS[0])
  expect(itemsOf(view)[0]?.speakers).toEqual([])
})

const edits: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ on: fc.boolean(), confirmed: fc.boolean() }).map(
    ({ on, confirmed }) =>
      talk(on ? 'seg-talk' : 'seg-wild', {
        confirmed,
        title: confirmed ? 'OPEN' : 'UNCONFIRMED',
        summary: confirmed ? 'OPEN' : 'UNCONFIRMED',
        notes: 'NOTES',
        ref: 'REF',
        speakers: confirmed ? [HOSTS[1]] : [HOSTS[0]],
      }) as Command,
  ),
  fc.boolean().map((on): Command => ({ type: 'publish-programme', published: on })),
)

test(`L8 the public page holds no delegate, no e-mail, no notes and nothing unconfirmed (seed ${SEED})`, () => {
  fc.assert(
    fc.property(steps(true), fc.array(edits, { maxLength: 6 }), (day, changes) => {
      const b = published(talk('seg-talk', { notes: 'NOTES', ref: 'REF' }))
      let at = 0
      for (const [index, step] of day.entries()) {
        at += step.after
        b.does(step.command, at, step.actor)
        const change = changes[index % 3]
        if (change) b.does(change, at)
        const view = publicView(b.show, people)
        const text = JSON.stringify(view)
        expect(text).not.toMatch(/MAIL-|TICKET-|JOB-|ORG-|NOTES|REF|Lights up/)
        for (const guest of GUESTS) expect(text).not.toContain(guest)
        const shown = new Set(itemsOf(view).map(({ id }) => id))
        let [secret, told] = [false, false]
        for (const { id, title, summary, confirmed, begunAt, stage } of Object.values(
          b.show.segments,
        )) {
          const begun = begunAt !== null || b.show.stages[stage]?.on?.segment === id
          // What is on, or was, is no secret, whatever the plan says.
          if (confirmed || begun) {
            // Its title can be another one by then, and its summary what it was.
            told ||= title === 'UNCONFIRMED' || summary === 'UNCONFIRMED'
            continue
          }
          expect(shown.has(id), title).toBe(false)
          secret ||= title === 'UNCONFIRMED'
        }
        if (secret && !told) expect(text).not.toContain('UNCONFIRMED')
        if (b.show.publishedAt === null) expect(text).not.toContain('OPEN')
      }
    }),
    { seed: SEED, numRuns: 60 },
  )
})

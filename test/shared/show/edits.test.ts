import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf } from '#shared/show/programme/drafts.ts'
import { hallDraft } from '#shared/show/hall.ts'
import type { Show } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import {
  as,
  bench,
  type Bench,
  BLOCK,
  COHOST,
  GUESTS,
  INNOVATIONS,
  LUNCH,
  ORGANISER,
  PITCHES,
  RD,
  STAGE,
  TABLES,
  TALK,
} from '../../support/decider.ts'
import { ofEditor, steps } from '../../support/random-show.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const OTHER = as(GUESTS[0], 'organiser')

/** What people plan, without what happens; what a pitch forgets when it is taken away is left out. */
const planOf = (show: Show) =>
  JSON.parse(
    JSON.stringify({
      days: show.days,
      stages: Object.values(show.stages)
        .map(({ id, name, segments }) => ({ id, name, segments }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      segments: Object.fromEntries(
        Object.keys(show.segments)
          .sort()
          .map((id) => [id, draftOf(show, id as SegmentId)]),
      ),
      queues: Object.values(show.segments)
        .flatMap((one) => (one.kind === 'pitch-block' ? [[one.id, one.pitches]] : []))
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      pitches: Object.values(show.pitches)
        .map(({ id, block, innovation, length }) => ({ id, block, innovation, length }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      innovations: Object.values(show.innovations).sort((a, b) => (a.id < b.id ? -1 : 1)),
      tables: Object.values(show.tables).sort((a, b) => (a.id < b.id ? -1 : 1)),
      hall: show.hall && hallDraft(show.hall),
    }),
  ) as unknown

const lastEdit = (b: Bench): number => b.show.edits.at(-1)?.id ?? 0
const undo = (b: Bench, edit = lastEdit(b), actor = ORGANISER) =>
  b.does({ type: 'undo-edit', edit }, 0, actor)
const redo = (b: Bench, edit: number) => b.does({ type: 'redo-edit', edit })
const rename = (b: Bench, title: string, actor = ORGANISER) => {
  const draft = draftOf(b.show, TALK)
  if (!draft) throw new Error('there is a talk')
  return b.does({ type: 'save-segment', segment: { ...draft, title } }, 0, actor)
}

test(`L9 taking a change back gives the plan before it, doing it again the plan after (seed ${SEED})`, () => {
  let tried = 0
  fc.assert(
    fc.property(steps(true), fc.array(ofEditor, { minLength: 1, maxLength: 8 }), (day, edits) => {
      const b = bench()
      let at = 0
      for (const { after, command, actor } of day.slice(0, 12)) {
        at += after
        b.does(command, at, actor)
      }
      for (const command of edits) {
        const before = planOf(b.show)
        const made = b.does(command, at)
        if (!Array.isArray(made) || made.length === 0) continue
        tried += 1
        const [after, edit] = [planOf(b.show), lastEdit(b)]
        const undone = undo(b, edit)
        // What stood in front of an item that has begun cannot get back there: the day has moved on.
        if (undone === 'segment-begun') continue
        expect(undone, `undo of ${command.type}`).toContain('edit-turned')
        expect(planOf(b.show), `undone ${command.type}`).toEqual(before)
        expect(redo(b, edit), `redo of ${command.type}`).toContain('edit-turned')
        expect(planOf(b.show), `done again ${command.type}`).toEqual(after)
      }
    }),
    { seed: SEED, numRuns: 150 },
  )
  expect(tried).toBeGreaterThan(50)
})

test('E1 a change is known by what it was and who did it, and can be taken back', () => {
  const b = bench()
  rename(b, 'Good morning', OTHER)
  expect(b.show.edits.at(-1)).toMatchObject({
    by: OTHER.id,
    subject: { done: 'renamed', thing: 'item', name: 'Good morning' },
    touches: [TALK],
    undone: false,
  })
  expect(undo(b)).toEqual(['segment-saved', 'edit-turned'])
  expect(b.show.segments[TALK]?.title).toBe('Welcome')
  expect(undo(b), 'twice is no change').toEqual([])
  expect(b.does({ type: 'undo-edit', edit: 9_999 })).toBe('edit-gone')
})

test('E1 what happens on the day is no change of the plan', () => {
  const b = bench()
  const edits = b.show.edits.length
  b.does({ type: 'start-clock', stage: STAGE })
  b.does({ type: 'open-round', round: RD[0] }, MINUTE)
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[0] }, MINUTE, as(GUESTS[1]))
  b.does({ type: 'check-in', person: GUESTS[1] })
  expect(b.show.edits).toHaveLength(edits)
})

test('E2 refused when a later change touched the same thing, and says which and whose', () => {
  const b = bench()
  rename(b, 'First')
  const first = lastEdit(b)
  rename(b, 'Second', OTHER)
  const second = lastEdit(b)
  expect(b.refusal({ type: 'undo-edit', edit: first })).toMatchObject({
    code: 'edited-since',
    params: { name: 'Second', by: OTHER.id },
  })
  b.does({ type: 'move-segment', segment: LUNCH, before: BLOCK })
  expect(undo(b, second, OTHER), 'a change of something else is in nobody’s way').toContain(
    'edit-turned',
  )
  expect(undo(b, first)).toContain('edit-turned')
  expect(b.show.segments[TALK]?.title).toBe('Welcome')
})

test('E3 done again in the order in which it was done', () => {
  const b = bench()
  rename(b, 'First')
  const first = lastEdit(b)
  rename(b, 'Second')
  const second = lastEdit(b)
  undo(b, second)
  undo(b, first)
  expect(b.does({ type: 'redo-edit', edit: second })).toBe('undone-before')
  expect(redo(b, first)).toContain('edit-turned')
  expect(redo(b, second)).toContain('edit-turned')
  expect(b.show.segments[TALK]?.title).toBe('Second')
  expect(redo(b, second), 'twice is no change').toEqual([])
})

test('E3 what was taken back before it was made is not in the way of doing it again', () => {
  const b = bench()
  const [one, two, three] = TABLES
  b.does({ type: 'swap-tables', a: one, b: three })
  undo(b)
  b.does({ type: 'swap-tables', a: two, b: one })
  const second = lastEdit(b)
  const after = planOf(b.show)
  undo(b, second)
  expect(redo(b, second)).toContain('edit-turned')
  expect(planOf(b.show)).toEqual(after)
})

test('E3 people who were added with it do not come back', () => {
  const b = bench()
  const person = 'per-new0' as typeof COHOST
  const details = { name: 'New', organisation: '', jobTitle: '', email: '', ticket: '' }
  b.does({ type: 'save-person', person, roles: ['delegate'], details })
  const edit = lastEdit(b)
  expect(undo(b, edit)).toContain('person-erased')
  expect(b.does({ type: 'redo-edit', edit })).toBe('edit-gone')
})

test('E4 a file is one change, and taken back whole', () => {
  const b = bench()
  const before = planOf(b.show)
  const commands = [
    { type: 'remove-pitch' as const, pitch: PITCHES[0] },
    { type: 'remove-innovation' as const, innovation: INNOVATIONS[1] },
    { type: 'remove-table' as const, table: TABLES[2] },
    { type: 'remove-segment' as const, segment: LUNCH },
  ]
  b.does({ type: 'batch', file: 'programme.csv', commands })
  const edit = b.show.edits.at(-1)
  expect(edit?.subject).toEqual({ done: 'imported', thing: 'file', name: 'programme.csv' })
  expect(edit?.touches).toEqual(expect.arrayContaining([PITCHES[0], INNOVATIONS[1], LUNCH]))
  expect(undo(b)).toContain('edit-turned')
  expect(planOf(b.show)).toEqual(before)
})

test('E4 one part that cannot be taken back leaves all of it', () => {
  const b = bench()
  b.does({
    type: 'batch',
    commands: [
      { type: 'move-segment', segment: LUNCH, before: BLOCK },
      {
        type: 'save-pitch',
        pitch: { id: PITCHES[0], block: BLOCK, innovation: INNOVATIONS[0], length: MINUTE },
      },
    ],
  })
  const edit = lastEdit(b)
  b.does({ type: 'load-item', stage: STAGE, segment: LUNCH, pitch: null })
  const before = planOf(b.show)
  expect(undo(b, edit)).toBe('segment-begun')
  expect(planOf(b.show)).toEqual(before)
})

test('E5 nothing that could be taken back speaks of somebody who was erased', () => {
  const b = bench()
  b.does({
    type: 'save-innovation',
    innovation: {
      id: INNOVATIONS[0],
      title: 'A',
      organisation: '',
      summary: '',
      presenters: [COHOST],
    },
  })
  b.does({
    type: 'save-innovation',
    innovation: { id: INNOVATIONS[0], title: 'B', organisation: '', summary: '', presenters: [] },
  })
  const edit = lastEdit(b)
  b.does({ type: 'erase-person', person: COHOST })
  expect(JSON.stringify(b.show.edits)).not.toContain(COHOST)
  expect(undo(b, edit)).toContain('edit-turned')
  expect(b.show.innovations[INNOVATIONS[0]]).toMatchObject({ title: 'A', presenters: [] })
})

test('H6 taking back that somebody was added is refused once they are part of the day', () => {
  const b = bench()
  const person = 'per-new0' as typeof COHOST
  const details = { name: 'New', organisation: '', jobTitle: '', email: '', ticket: '' }
  b.does({ type: 'save-person', person, roles: ['delegate'], details })
  const edit = lastEdit(b)
  b.does({ type: 'check-in', person })
  expect(undo(b, edit)).toBe('person-in-use')
  b.does({ type: 'undo-check-in', person })
  expect(undo(b, edit)).toContain('person-erased')
  expect(b.show.people[person]).toBeUndefined()
})

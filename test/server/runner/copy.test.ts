import { describe, expect, test } from 'vitest'
import { dueAt } from '#shared/show/due.ts'
import { evolve } from '#shared/show/evolve.ts'
import type { Event } from '#shared/show/events.ts'
import { emptyShow, type ReadShow, type Show } from '#shared/show/state.ts'
import { stageTimes } from '#shared/show/course.ts'
import type { ShowId } from '#shared/show/words.ts'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { clockTime, instantOf, localDateOf } from '#shared/time/zone.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { DEMO } from '../../../scripts/seed/full-show.ts'
import { type Draft, draftFullShow } from '../../../scripts/seed/into-store.ts'
import { begins } from '../../../server/runner/copy/begun.ts'
import {
  dayLater,
  type Dates,
  datesFrom,
  datesFromNow,
  rehearsalDay,
} from '../../../server/runner/copy/days.ts'
import { copyCommands } from '../../../server/runner/copy/plan.ts'
import { first, ORGANISER, SHOW } from './opened.ts'

const COPY = 'leeds-2027' as ShowId
const AT = instantOf('2026-06-28', '16:00', DEMO.zone)

/** A show whose day is over: people checked in, chose, answered; pitches were given. */
function lived(): ReturnType<typeof draftFullShow> {
  const draft = draftFullShow(SHOW, { ...DEMO, delegates: 30, byItself: false }, AT - 8 * HOUR)
  const round = first(draft.full.rounds)
  const guest = first(draft.full.delegates)
  const table = first(draft.full.tables)
  draft.does({ type: 'check-in', person: guest }, AT)
  draft.does({ type: 'renew-pass', person: guest }, AT)
  draft.does({ type: 'publish-programme', published: true }, AT)
  draft.does({ type: 'start-clock', stage: draft.stage }, AT)
  draft.does({ type: 'open-round', round }, AT)
  const actor = { id: guest, roles: ['delegate' as const], person: guest }
  draft.does({ type: 'pick-table', round, table }, AT, actor)
  const innovation = first(draft.full.innovations)
  draft.does({ type: 'ask-question', innovation, text: 'Stays here' }, AT, actor)
  draft.does({ type: 'switch-asking', what: 'feedback', on: true }, AT)
  draft.does({ type: 'hold-day' }, AT)
  return draft
}

const peopleOf = (draft: Draft): Map<keyof ReadShow['people'], PersonDetails> =>
  new Map(
    draft.people.flatMap((write) => {
      if (!('put' in write)) return []
      const { id, ...details } = write.put
      return [[id, details] as const]
    }),
  )

function copied(draft: Draft, dates: Dates, withPeople: boolean): Show {
  const { show } = draft
  const people = withPeople ? peopleOf(draft) : null
  const commands = copyCommands(show, { title: 'Next', place: show.place, dates, people })
  const begun = begins(COPY, commands, ORGANISER, AT)
  if (!begun.ok) expect.fail(JSON.stringify(begun.refusal))
  const copy = emptyShow(COPY)
  for (const { n, event } of begun.journal) {
    evolve(copy, event as Event)
    expect(copy.version).toBe(n)
  }
  if (withPeople) expect(begun.people).toEqual(putsOf(draft))
  else expect(begun.people).toEqual([])
  return copy
}
const putsOf = (draft: Draft) =>
  [...peopleOf(draft)].map(([id, details]) => ({ put: { ...details, id } }))

const plan = (show: ReadShow) =>
  Object.values(show.stages).map(({ name, segments }) => [
    name,
    segments.map((id) => {
      const { day: _, fixedStart, ...rest } = show.segments[id] as Show['segments'][typeof id]
      return {
        ...rest,
        begunAt: null,
        endedAt: null,
        clock: fixedStart && clockTime(fixedStart, show.zone),
      }
    }),
  ])

describe('a copy', () => {
  test('with people is the show as it was before anything happened', () => {
    const draft = lived()
    const fresh = draftFullShow(SHOW, { ...DEMO, delegates: 30, byItself: false }, AT - 8 * HOUR)
    const copy = copied(draft, datesFrom(draft.show, '2026-06-28'), true)
    const own = {
      id: COPY,
      title: 'Next',
      edits: [],
      version: copy.version,
      publishedAt: null,
      // What the event asks of people is part of its plan; what they wrote is not.
      asks: { feedback: true, proposals: false },
    }
    const people = Object.fromEntries(
      Object.entries(fresh.show.people).map(([id, one]) => [id, { ...one, checkedInAt: null }]),
    )
    expect(copy).toEqual({ ...fresh.show, ...own, people })
    expect(draft.show.heldSince).not.toBeNull()
    expect(dueAt(copy, AT)).toBeNull()
  })

  test('without people has nobody in it, and all else', () => {
    const draft = lived()
    const copy = copied(draft, datesFrom(draft.show, '2026-06-28'), false)
    expect(copy.people).toEqual({})
    expect(Object.values(copy.tables).flatMap(({ hosts }) => hosts)).toEqual([])
    expect(Object.values(copy.innovations).flatMap(({ presenters }) => presenters)).toEqual([])
    expect(Object.keys(copy.innovations)).toEqual(Object.keys(draft.show.innovations))
    expect(Object.keys(copy.pitches)).toEqual(Object.keys(draft.show.pitches))
    expect(Object.keys(copy.tables)).toEqual(Object.keys(draft.show.tables))
    expect(Object.keys(copy.rounds)).toEqual(Object.keys(draft.show.rounds))
    expect(plan(copy)).toEqual(plan(draft.show))
    expect([copy.publishedAt, copy.heldSince]).toEqual([null, null])
  })

  test('moves its days by the distance of the first, and keeps clock times over a clock change', () => {
    const draft = draftFullShow(SHOW, { ...DEMO, delegates: 4 }, AT)
    draft.does({ type: 'change-days', days: ['2026-06-28', '2026-07-01'] }, AT)
    const stage = { id: 'stg-annex1' as never, name: 'Annex' }
    draft.does({ type: 'save-stage', stage }, AT)
    const segment = {
      id: 'seg-closing' as never,
      stage: stage.id,
      day: '2026-07-01',
      title: 'Closing',
      kind: 'talk' as const,
      length: HOUR,
      warnAt: 0,
      dangerAt: 0,
      fixedStart: instantOf('2026-07-01', '17:30', DEMO.zone),
    }
    draft.does({ type: 'save-segment', segment }, AT)
    const copy = copied(draft, datesFrom(draft.show, '2026-11-24'), true)
    expect(copy.days).toEqual(['2026-11-24', '2026-11-27'])
    expect(copy.segments[segment.id]?.fixedStart).toBe(instantOf('2026-11-27', '17:30', DEMO.zone))
    expect(plan(copy)).toEqual(plan(draft.show))
    expect(copy.stages[stage.id]?.name).toBe('Annex')
  })

  test('of a stage that was renamed, beside one that has its old name, keeps both names', () => {
    const draft = draftFullShow(SHOW, { ...DEMO, delegates: 4 }, AT)
    draft.does({ type: 'save-stage', stage: { id: draft.stage, name: 'Annex' } }, AT)
    draft.does({ type: 'save-stage', stage: { id: 'stg-second' as never, name: 'Main stage' } }, AT)
    const copy = copied(draft, datesFrom(draft.show, '2026-06-28'), true)
    expect(Object.values(copy.stages).map(({ name }) => name)).toEqual(['Annex', 'Main stage'])
  })
})

describe('a rehearsal that begins now', () => {
  const NOW = instantOf('2026-03-10', '14:02', DEMO.zone) + 12_345

  test('has its first item at the next full minute after it, and the rest as far apart as planned', () => {
    const draft = lived()
    const begin = NOW + 5 * MINUTE
    const copy = copied(draft, datesFromNow(draft.show, begin), true)
    expect(copy.days).toEqual(['2026-03-10'])
    const starts = (show: ReadShow) =>
      [...stageTimes(show, draft.stage, NOW).values()].map(({ plannedStart }) => plannedStart)
    const before = starts(draft.show)
    const after = starts(copy)
    expect(clockTime(first(after), DEMO.zone)).toBe('14:08')
    expect(after.map((at) => at - first(after))).toEqual(before.map((at) => at - first(before)))
  })

  test('late in the evening keeps to its day: what would be after midnight follows what is before it', () => {
    const draft = lived()
    const talk = { kind: 'talk' as const, length: HOUR, warnAt: 0, dangerAt: 0, day: DEMO.day }
    const segment = { ...talk, id: 'seg-closing' as never, stage: draft.stage, title: 'Closing' }
    const fixedStart = instantOf(DEMO.day, '17:30', DEMO.zone)
    draft.does({ type: 'save-segment', segment: { ...segment, fixedStart } }, AT)
    const late = instantOf('2026-03-10', '22:55', DEMO.zone)
    const copy = copied(draft, datesFromNow(draft.show, late), true)
    expect(copy.days).toEqual(['2026-03-10'])
    for (const { fixedStart } of Object.values(copy.segments))
      if (fixedStart !== null) expect(localDateOf(fixedStart, DEMO.zone)).toBe('2026-03-10')
    expect(copy.segments[segment.id]?.fixedStart).toBeNull()
    expect(Object.values(copy.segments).some((one) => one.fixedStart === late)).toBe(true)
    const just = copied(
      draft,
      datesFromNow(draft.show, instantOf('2026-03-10', '23:59', DEMO.zone) + 1),
      true,
    )
    expect(just.days).toEqual(['2026-03-11'])
  })

  test('as planned lies on its own day while that is to come, else on tomorrow', () => {
    const { show } = lived()
    expect(rehearsalDay(show, NOW)).toBe('2026-06-28')
    expect(rehearsalDay(show, AT)).toBe('2026-06-29')
    expect(rehearsalDay(show, AT + 400 * 24 * HOUR)).toBe(
      dayLater(localDateOf(AT + 400 * 24 * HOUR, DEMO.zone), 1),
    )
  })
})

test('a copy is refused to whoever may not make one, and whole when a rule refuses a part of it', () => {
  const draft = lived()
  const { show } = draft
  const commands = copyCommands(show, {
    title: 'Next',
    place: '',
    dates: datesFrom(show, '2026-06-28'),
    people: null,
  })
  const guest = { id: 'per-nobody', roles: ['delegate' as const], person: null }
  expect(begins(COPY, commands, guest, AT)).toMatchObject({ refusal: { code: 'not-allowed' } })
  const [create, ...rest] = commands
  const wrong = { ...create, zone: 'Nowhere/Land' } as typeof create & object
  expect(begins(COPY, [wrong, ...rest], ORGANISER, AT)).toMatchObject({
    refusal: { code: 'bad-value', field: 'zone' },
  })
})

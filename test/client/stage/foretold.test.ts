import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { stageView, type StageView } from '#shared/views/stage.ts'
import { foretold } from '../../../client/screens/stage/foretold.ts'
import { pictureOf } from '../../../client/screens/stage/picture.ts'
import { bench, BLOCK, details, HOSTS, PITCHES, STAGE, T0 } from '../../support/decider.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const people = new Map(HOSTS.map((person) => [person, details(person)]))
const viewOf = ({ show }: ReturnType<typeof bench>): StageView =>
  stageView(show, people, STAGE) ?? expect.fail('there is no stage')
const shown = (view: StageView, at: number) => ({ ...pictureOf(view, T0 + at), next: null })

test(`without a line a display goes on as the show does, to the end of the block (seed ${SEED})`, () => {
  const phases = new Set<string>()
  const lost = fc.integer({ min: 0, max: 5 * MINUTE })
  const later = fc.integer({ min: 0, max: 10 * MINUTE })
  const changeover = fc.constantFrom(0, 1_500, 30_000)
  fc.assert(
    fc.property(lost, later, changeover, (from, by, gap) => {
      const day = bench({ byItself: true, changeover: gap })
      day.does({ type: 'load-item', stage: STAGE, segment: BLOCK, pitch: PITCHES[0] })
      day.does({ type: 'start-clock', stage: STAGE })
      day.ticks(from)
      const told = viewOf(day)
      day.ticks(from + by)
      const now = viewOf(day)
      // Rounds that come after the block are not foretold.
      fc.pre(now.round === null)
      phases.add(now.on?.phase ?? 'none')
      expect(shown(foretold(told, T0 + from + by), from + by)).toEqual(shown(now, from + by))
      if (now.ahead) expect(foretold(told, T0 + from + by)).toEqual(now)
    }),
    { seed: SEED, numRuns: 200 },
  )
  expect([...phases]).toEqual(expect.arrayContaining(['pitch', 'changeover', 'item']))
})

test('what waits for a hand stays: a block by hand, a pause, a day on hold', () => {
  const byHand = bench({ byItself: false })
  byHand.does({ type: 'load-item', stage: STAGE, segment: BLOCK, pitch: PITCHES[0] })
  byHand.does({ type: 'start-clock', stage: STAGE })
  const held = bench({ byItself: true })
  held.does({ type: 'load-item', stage: STAGE, segment: BLOCK, pitch: PITCHES[0] })
  held.does({ type: 'start-clock', stage: STAGE })
  const paused = { ...viewOf(held) }
  held.does({ type: 'hold-day' }, SECOND)
  for (const view of [viewOf(byHand), viewOf(held)])
    expect(foretold(view, T0 + 10 * MINUTE)).toBe(view)
  const on = paused.on ?? expect.fail('nothing is on')
  const still = { ...paused, on: { ...on, clock: { ...on.clock, pausedAt: T0 + SECOND } } }
  expect(foretold(still, T0 + 10 * MINUTE)).toBe(still)
})

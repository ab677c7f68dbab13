import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow } from '#shared/show/state.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { hostMine } from '#shared/views/host.ts'
import { stageView } from '#shared/views/stage.ts'
import { mineTouched, partsTouched } from '../../../server/live/touches.ts'
import { bench, COHOST, details, GUESTS, HOSTS, STAGE } from '../../support/decider.ts'
import { steps } from '../../support/random-show.ts'
import { lives } from '../../support/lives.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const everybody = [...GUESTS, ...HOSTS, COHOST]
const people = new Map(everybody.map((person) => [person, details(person)]))

/** Names whose texts are no longer the same. */
const changed = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))

test(`no event changes a part, or somebody's own, that it does not name (seed ${SEED})`, () => {
  const narrow = new Set<string>()
  fc.assert(
    fc.property(fc.boolean(), steps(true), (wished, day) => {
      const lived = bench({ byItself: true, capacity: 2, changeover: 30_000, wished })
      lives(lived, day)
      const show = emptyShow(lived.show.id)
      const parts = () => ({
        ...buildParts(consoleParts, show, people),
        stage: show.stages[STAGE] ? stageView(show, people, STAGE) : null,
      })
      const own = () =>
        Object.fromEntries(everybody.map((one) => [one, hostMine(show, people, one)]))
      let before = JSON.parse(JSON.stringify({ parts: parts(), own: own() }))
      for (const event of lived.journal) {
        evolve(show, event)
        const after = JSON.parse(JSON.stringify({ parts: parts(), own: own() }))
        const named = partsTouched(event)
        const other = changed(before.parts, after.parts)
        if (named !== null) narrow.add(event.type)
        if (named !== null) expect(named, event.type).toEqual(expect.arrayContaining(other))
        const whose = mineTouched(event)
        const touched = changed(before.own, after.own)
        if (whose === null) expect(touched, event.type).toEqual([])
        else if (whose !== 'everyone')
          for (const one of touched.filter((one) => one !== whose))
            // A host expects the person, or did: their name is among the guests before or after.
            expect(
              [before, after].some(({ own }) => JSON.stringify(own[one].guests).includes(whose)),
              `${event.type} of ${whose} changes what ${one} sees`,
            ).toBe(true)
        before = after
      }
    }),
    { seed: SEED, numRuns: 60 },
  )
  expect(narrow.size, 'kinds of events that name their parts').toBeGreaterThan(5)
})

test('erasing a host changes what the one they hosted with sees, who now hosts alone (seed 136653)', () => {
  const [first] = HOSTS
  const { show } = bench({})
  expect(hostMine(show, people, COHOST)?.hostsAlone).toBe(false)
  const event = { type: 'person-erased', person: first } as const
  evolve(show, event)
  expect(hostMine(show, people, COHOST)?.hostsAlone).toBe(true)
  expect(mineTouched(event)).toBe('everyone')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyShow } from '#shared/show/state.ts'
import type { ShowId } from '#shared/show/words.ts'
import { unsound } from '../../../server/runner/whole/sound.ts'
import { bench } from '../../support/decider.ts'
import { steps } from '../../support/random-show.ts'
import { T0 } from '../runner/opened.ts'

const COPY = 'leeds-again' as ShowId
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

test(`whatever the rules lead to is sound (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.boolean(), steps(true), (byItself, day) => {
      const b = bench({ byItself })
      let at = 0
      for (const step of day) {
        at += step.after
        b.ticks(at)
        b.does(step.command, at, step.actor)
      }
      expect(unsound(b.show, { rows: [], texts: new Map() }, T0)).toBeNull()
    }),
    { seed: SEED, numRuns: 25 },
  )
  expect(unsound(emptyShow(COPY), { rows: [], texts: new Map() }, T0)).toBe('it has no stage')
})

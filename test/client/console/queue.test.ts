import { describe, expect, it } from 'vitest'
import { reordered } from '#shared/show/programme/order.ts'
import type { PitchId } from '#shared/show/words.ts'
import { droppedBefore, stepBefore } from '../../../client/screens/console/common/reorder.ts'
import { sure } from './shows.ts'

const [a, b, c, d] = ['pit-aaaa', 'pit-bbbb', 'pit-cccc', 'pit-dddd'] as PitchId[]
const queue = [sure(a), sure(b), sure(c), sure(d)]

describe('where a pitch is put in the queue', () => {
  it.each(queue.flatMap((moved) => queue.map((target) => [moved, target] as const)))(
    '%s dropped at %s stands there',
    (moved, target) => {
      for (const position of ['before', 'after'] as const) {
        const before = droppedBefore(queue, moved, target, position)
        if (before === undefined) {
          // Nothing is sent where nothing would change.
          const index = queue.indexOf(target) + (position === 'after' ? 1 : 0)
          expect([queue.indexOf(moved), queue.indexOf(moved) + 1]).toContain(
            moved === target ? queue.indexOf(moved) : index,
          )
          continue
        }
        const order = reordered(queue, moved, before)
        const apart = order.indexOf(target) - order.indexOf(moved)
        expect(apart).toBe(position === 'before' ? 1 : -1)
      }
    },
  )

  it('up and down are one place, and stop at the ends', () => {
    expect(stepBefore(queue, sure(c), -1)).toBe(b)
    expect(stepBefore(queue, sure(a), -1)).toBeUndefined()
    expect(stepBefore(queue, sure(c), 1)).toBeNull()
    expect(stepBefore(queue, sure(a), 1)).toBe(c)
    expect(stepBefore(queue, sure(d), 1)).toBeUndefined()
  })
})

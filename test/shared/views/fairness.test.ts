import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import { fairnessView, toldCounts } from '#shared/views/fairness.ts'
import { bench, type Bench, DRAWN, ORGANISER, TABLES } from '../../support/decider.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { NO_FIGURES, proposal, WINDOW, windowOf } from '../../support/windows.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const figures = (more: Partial<SeatingRun['figures']>): SeatingRun['figures'] => ({
  ...NO_FIGURES,
  ...more,
})

function published(run: Partial<SeatingRun>): Bench {
  const b = bench({ wished: true })
  b.does(proposal(run), 0, SYSTEM)
  const id = b.show.windows[WINDOW]?.runs.at(-1)?.id ?? 0
  b.does({ type: 'publish-seating', window: WINDOW, run: id }, 0, ORGANISER)
  return b
}
const only = ({ show }: Bench) => fairnessView(show).windows[0]
function resultOf(run: Partial<SeatingRun>) {
  const result = only(published(run))?.result
  if (typeof result !== 'object' || result === null) throw new Error(String(result))
  return result
}

describe('how tables were given out', () => {
  test('is nothing before choosing has opened, and its hash from then on; the seed when it has closed', () => {
    const b = bench()
    b.does({ type: 'save-window', window: windowOf() })
    expect(fairnessView(b.show).windows).toEqual([])
    b.does({ type: 'open-window', window: WINDOW })
    const open = only(b)
    expect(open).toMatchObject({ seed: null, result: null, publishedAt: null })
    expect(open?.seedHash).toMatch(/^[0-9a-f]{64}$/)
    b.does({ type: 'close-window', window: WINDOW })
    expect(only(b)).toMatchObject({ seed: DRAWN, result: null })
  })

  test('tells shares, counts and why tables were tight, of the run that people have', () => {
    const asked = { [TABLES[0]]: 61, [TABLES[1]]: 3, [TABLES[2]]: 0 }
    const shown = figures({
      firstChoice: 0.9,
      topThree: 0.7,
      histogram: [0, 30, 70],
      worstOff: 1,
      seats: 12,
      emptySeats: 2,
    })
    const result = resultOf({ people: 100, policy: 'strict', figures: shown, asked })
    expect(result).toMatchObject({
      people: 100,
      firstChoice: 0.9,
      topThree: 0.7,
      histogram: [0, 30, 70],
      worstOff: 1,
      seats: 12,
      emptySeats: 2,
    })
    // Two rounds of two seats; titles are told once the programme is public.
    expect(result.tables).toEqual([
      { number: 1, title: '', asked: 61, seats: 4 },
      { number: 2, title: '', asked: 'few', seats: 4 },
      { number: 3, title: '', asked: 0, seats: 4 },
    ])
    const b = published({ people: 100, figures: shown, asked })
    b.does({ type: 'publish-programme', published: true })
    const again = only(b)?.result
    expect(typeof again === 'object' && again?.tables[0]?.title).toBe('Innovation 1')
  })

  test('says nothing of fewer than five people, and of a share neither them nor the rest', () => {
    expect(only(published({ people: 4 }))?.result).toBe('few')
    const share = (firstChoice: number) =>
      resultOf({ people: 50, figures: figures({ firstChoice, histogram: [0, 50] }) }).firstChoice
    expect([share(0.08), share(0.1), share(0.9), share(0.92), share(0), share(1)]).toEqual([
      'few',
      0.1,
      0.9,
      'all-but-few',
      0,
      1,
    ])
  })

  test(`never tells a count of one to four, nor leaves one alone to be worked out (SEED=${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
        const out = toldCounts(counts)
        expect(out).toHaveLength(counts.length)
        for (const [index, one] of out.entries()) {
          const count = counts[index] ?? 0
          if (count > 0 && count < 5) expect(one).toBe('few')
          else expect([count, 'hidden']).toContain(one)
        }
        const kept = out.filter((one) => typeof one === 'number')
        const untold = out.length - kept.length
        // The one bin there is, or nothing but it: there is no other to hide behind.
        const alone = counts.filter((count) => count >= 5).length === 0
        if (!alone) expect(untold).not.toBe(1)
        expect(out.filter((one) => one === 'hidden').length).toBeLessThanOrEqual(1)
      }),
      { seed: SEED },
    )
  })

  test('names nobody', () => {
    const b = published({ people: 100 })
    expect(JSON.stringify(fairnessView(b.show))).not.toMatch(/per-|inn-|Name /)
  })
})

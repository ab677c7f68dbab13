import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { type Need, needsYou } from '#shared/views/needs.ts'
import { draftOfLine } from '../../../client/screens/console/programme/by-wishes.ts'
import { primaryOf } from '../../../client/screens/console/run/primary.ts'
import { needLine } from '../../../client/screens/console/run/needs-lines.ts'
import { proposal } from '../../support/windows.ts'
import { BEGINS, sure } from '../console/shows.ts'
import { type Choosing, SYSTEM, WINDOW, withWindow } from './shows.ts'

/** What choosing needs at that moment, and the words of it. */
const needsAt = (choosing: Choosing, now: number): Need[] =>
  needsYou(choosing.parts(), now).filter(({ kind }) => kind === 'seating' || kind === 'nobody-here')
const wordsAt = (choosing: Choosing, now: number): string[] =>
  needsAt(choosing, now).map((need) => needLine(need, choosing.parts(), now).what)

function byHand(choosing: Choosing, more: object = {}): Choosing {
  const line = sure(choosing.parts().windows[WINDOW])
  const window = { ...draftOfLine(line), byItself: false, ...more }
  expect(choosing.sends({ type: 'save-window', window })).toBeNull()
  return choosing
}
/** The first round is to move 45 minutes in, when nothing else is on: by the plan. */
const MOVES = BEGINS + 10 * MINUTE + 4 * 90_000 + 3 * 30_000 + 15 * MINUTE
function closed(choosing: Choosing): Choosing {
  choosing.at = BEGINS
  expect(choosing.sends({ type: 'open-window', window: WINDOW })).toBeNull()
  expect(choosing.sends({ type: 'close-window', window: WINDOW })).toBeNull()
  return choosing
}

describe('what choosing needs', () => {
  it('nothing, as long as it does everything by itself in time', () => {
    const choosing = withWindow()
    expect(needsAt(choosing, BEGINS)).toEqual([])
    choosing.at = BEGINS
    choosing.sends({ type: 'open-window', window: WINDOW })
    expect(needsAt(choosing, BEGINS + MINUTE)).toEqual([])
  })

  it('by hand it is asked for once its round was to move, not before', () => {
    const choosing = byHand(withWindow())
    expect(needsAt(choosing, BEGINS)).toEqual([])
    // Nothing has begun, so the day slides along: an hour on, the rounds are an hour later.
    choosing.does(
      {
        type: 'load-item',
        stage: choosing.stage,
        segment: choosing.full.roundsSegment,
        pitch: null,
      },
      MOVES,
    )
    choosing.does({ type: 'start-clock', stage: choosing.stage }, MOVES)
    expect(wordsAt(choosing, MOVES + 2 * MINUTE)[0]).toMatch(
      /^Choosing of “Your tables” has not opened: round 1 was to move at \d\d:\d\d\.$/,
    )
    choosing.sends({ type: 'open-window', window: WINDOW })
    expect(wordsAt(choosing, MOVES + 2 * MINUTE)[0]).toContain('is still open: round 1 was to move')
  })

  it('a seating that has not come after ten seconds, and one to look at', () => {
    const choosing = closed(withWindow())
    expect(needsAt(choosing, BEGINS + 5 * SECOND)).toEqual([])
    expect(wordsAt(choosing, BEGINS + 11 * SECOND)).toEqual([
      'Choosing of “Your tables” has closed, and there is no seating yet.',
    ])
    choosing.sends(proposal({}, WINDOW), SYSTEM)
    expect(wordsAt(choosing, BEGINS + SECOND)).toEqual([
      'Choosing of “Your tables” has closed: look at the seating and publish it.',
    ])
    const [line] = needsAt(choosing, BEGINS).map((need) => needLine(need, choosing.parts(), BEGINS))
    expect(line?.acts[0]?.act).toEqual({
      do: 'go',
      screen: 'choosing',
      query: `?window=${WINDOW}`,
    })
  })

  it('one that publishes itself is nobody’s business until it is late', () => {
    const choosing = closed(byHand(withWindow(), { publishesItself: true }))
    choosing.sends(proposal({}, WINDOW), SYSTEM)
    expect(needsAt(choosing, BEGINS)).toEqual([])
    choosing.does(
      {
        type: 'load-item',
        stage: choosing.stage,
        segment: choosing.full.roundsSegment,
        pitch: null,
      },
      MOVES,
    )
    choosing.does({ type: 'start-clock', stage: choosing.stage }, MOVES)
    expect(wordsAt(choosing, MOVES + MINUTE)[0]).toContain(
      'Publish the seating of “Your tables”: round 1 was',
    )
  })

  it('nobody who has arrived is nobody to seat, unless everybody is', () => {
    const choosing = closed(withWindow())
    for (const person of choosing.full.delegates) choosing.sends({ type: 'undo-check-in', person })
    expect(wordsAt(choosing, BEGINS)).toEqual([
      'Nobody has arrived yet, so nobody would be seated by “Your tables”. Check people in, or seat everybody.',
    ])
    byHand(choosing, { everyone: true })
    expect(needsAt(choosing, BEGINS)).toEqual([])
  })

  it('no more once it is published', () => {
    const choosing = closed(withWindow())
    choosing.sends(proposal({}, WINDOW), SYSTEM)
    const run = sure(choosing.show.windows[WINDOW]?.runs[0]).id
    expect(choosing.sends({ type: 'publish-seating', window: WINDOW, run })).toBeNull()
    expect(needsAt(choosing, BEGINS + HOUR)).toEqual([])
  })
})

it('the large button leads to choosing while a round waits for it, then moves the round', () => {
  const choosing = withWindow()
  const { stage, full } = choosing
  choosing.does({ type: 'load-item', stage, segment: full.roundsSegment, pitch: null }, BEGINS)
  const primary = () => primaryOf(choosing.course(), sure(choosing.course().stages[stage]))
  expect(primary()).toEqual({ kind: 'choosing', window: WINDOW })
  closed(choosing)
  choosing.sends(proposal({}, WINDOW), SYSTEM)
  const run = sure(choosing.show.windows[WINDOW]?.runs[0]).id
  choosing.sends({ type: 'publish-seating', window: WINDOW, run })
  expect(primary()).toEqual({ kind: 'round', round: full.rounds[0], step: 'move' })
})

import { followed } from '#shared/show/choosing/usual.ts'
import { describe, expect, it } from 'vitest'
import type { RoundId, WindowId } from '#shared/show/words.ts'
import {
  draftOfLine,
  roundsFor,
  saveRounds,
} from '../../../client/screens/console/programme/by-wishes.ts'
import { fieldsOf, type Way } from '../../../client/screens/console/programme/segment-form.ts'
import { sure } from '../console/shows.ts'
import { type Choosing, choosingShow, WINDOW, withWindow } from './shows.ts'

const NEW = 'win-new01' as WindowId
/** Sends what the editor would send, as one change. */
function saved(choosing: Choosing, way: Way, free: (index: number) => boolean = () => false) {
  const item = choosing.item()
  const rounds = item.rounds.map((round, index) => ({ ...round, free: free(index) }))
  const commands = saveRounds({ ...item, rounds }, way, {
    windows: choosing.parts().windows,
    course: choosing.course(),
    newWindow: NEW,
  })
  return { commands, refused: choosing.sends({ type: 'batch', commands }) }
}
const wayOf = ({ show, full }: Choosing): Way =>
  fieldsOf(sure(show.segments[full.roundsSegment]), show.rounds, show.zone).way

describe('how people get tables in the rounds of an item', () => {
  it('by their choices makes a window after the pitches before it, over all its rounds', () => {
    const choosing = choosingShow()
    expect(wayOf(choosing)).toBe('first')
    expect(saved(choosing, 'wishes').refused).toBeNull()
    expect(choosing.show.windows[NEW]).toMatchObject({
      title: 'Talk at the tables',
      follows: [choosing.full.block],
      rounds: choosing.full.rounds,
      everyone: false,
      perOrganisation: 2,
      mustMeets: 4,
      byItself: true,
    })
    expect(wayOf(choosing)).toBe('wishes')
  })

  it('saved again is no change', () => {
    const choosing = withWindow()
    const { version } = choosing.show
    expect(saved(choosing, 'wishes').refused).toBeNull()
    expect(choosing.show.version).toBe(version)
  })

  it('a round that becomes walk-up leaves the window, and comes back', () => {
    const choosing = withWindow()
    const [a, b, c] = choosing.full.rounds
    expect(saved(choosing, 'wishes', (index) => index === 1).refused).toBeNull()
    expect(choosing.show.windows[WINDOW]?.rounds).toEqual([a, c])
    expect(choosing.show.rounds[sure(b)]).toMatchObject({ free: true, window: null })
    expect(saved(choosing, 'wishes').refused).toBeNull()
    expect(new Set(choosing.show.windows[WINDOW]?.rounds)).toEqual(new Set([a, b, c]))
  })

  it('a round that is new to the item is new to its window', () => {
    const choosing = withWindow()
    const item = choosing.item()
    const id = 'rnd-fresh' as RoundId
    const rounds = [...item.rounds, { id, move: 60_000, talk: 60_000, free: false }]
    const commands = saveRounds({ ...item, rounds }, 'wishes', {
      windows: choosing.parts().windows,
      course: choosing.course(),
      newWindow: NEW,
    })
    expect(choosing.sends({ type: 'batch', commands })).toBeNull()
    expect(choosing.show.windows[WINDOW]?.rounds).toContain(id)
    expect(choosing.show.windows[NEW]).toBeUndefined()
  })

  it.each(['first', 'walk-up'] as const)(
    '%s takes the window away, and undo brings it back',
    (way) => {
      const choosing = withWindow()
      const before = structuredClone(choosing.show.windows)
      expect(saved(choosing, way, () => way === 'walk-up').refused).toBeNull()
      expect(choosing.show.windows).toEqual({})
      expect(wayOf(choosing)).toBe(way)
      const edit = sure(choosing.show.edits.at(-1)).id
      expect(choosing.sends({ type: 'undo-edit', edit })).toBeNull()
      expect(choosing.show.windows).toEqual(before)
      expect(wayOf(choosing)).toBe('wishes')
    },
  )

  it('is refused once choosing has opened, and says so', () => {
    const choosing = withWindow()
    choosing.sends({ type: 'open-window', window: WINDOW })
    expect(saved(choosing, 'first').refused).toBe('window-begun')
  })

  it('an item that is new goes to the end of its day: everything before it that nobody follows', () => {
    const choosing = withWindow()
    const { course, stage, full, show } = choosing
    const place = { id: full.roundsSegment, stage, day: sure(show.days[0]) }
    expect(followed(course(), {}, { ...place, id: 'seg-new01' as never })).toEqual([full.block])
    expect(followed(course(), choosing.parts().windows, place)).toEqual([])
    expect(followed(course(), {}, { ...place, day: '2030-01-01' })).toEqual([])
  })

  it('a window may fill planned rounds of nobody else, and keeps its own', () => {
    const choosing = withWindow()
    const { rounds } = choosing.full
    expect(roundsFor(choosing.course(), WINDOW, rounds)).toEqual(rounds)
    expect(roundsFor(choosing.course(), NEW, rounds)).toEqual([])
  })

  it('what the console holds of a window saves as it is', () => {
    const choosing = withWindow()
    const { version } = choosing.show
    const window = draftOfLine(sure(choosing.parts().windows[WINDOW]))
    expect(choosing.sends({ type: 'save-window', window })).toBeNull()
    expect(choosing.show.version).toBe(version)
  })
})

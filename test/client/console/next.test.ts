import { describe, expect, it } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { following } from '#shared/show/stage/position.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { courseOf } from '#shared/views/course.ts'
import { nextUp } from '../../../client/screens/console/run/next-up.ts'
import { primaryOf } from '../../../client/screens/console/run/primary.ts'
import { chance } from '../../../scripts/seed/chance.ts'
import { BEGINS, type Played, playedShow, sure } from './shows.ts'

const primary = (played: Played) => {
  const course = courseOf(played.parts())
  const stage = course.stages[played.stage]
  return stage ? primaryOf(course, stage) : null
}

describe('what comes next', () => {
  it.each([1, 2, 3, 4, 5, 6])('is what the rule book puts on, in any course (seed %d)', (seed) => {
    const luck = chance(seed)
    const played = playedShow({ byItself: luck.next() < 0.5, pitches: 4, rounds: 2 })
    const { stage, full, show } = played
    const random = (): SingleCommand => {
      const pitch = luck.of(full.pitches)
      const segment = luck.of(Object.values(show.segments))
      return luck.of<SingleCommand>([
        { type: 'next-item', stage },
        { type: 'next-item', stage },
        { type: 'next-item', stage },
        { type: 'previous-item', stage },
        { type: 'start-clock', stage },
        { type: 'finish-item', stage },
        { type: 'defer-pitch', pitch, reason: 'late' },
        { type: 'load-item', stage, segment: segment.id, pitch: null },
      ])
    }
    for (let turn = 0; turn < 120; turn += 1) {
      played.does(random(), BEGINS + turn * 20 * SECOND)
      const own = show.stages[stage]
      const course = courseOf(played.parts())
      const held = course.stages[stage]
      if (!own || !held) throw new Error('the stage is gone')
      const next = own.finished && !own.on ? null : following(show, own)
      expect(nextUp(course, held)).toEqual(next && { segment: next.segment, pitch: next.pitch })
    }
  })
})

describe('the one step that Next takes', () => {
  it('goes from the first item through pitches and rounds to the end', () => {
    const played = playedShow({ pitches: 2, rounds: 2, byItself: false })
    const { stage, full } = played
    const [first, second] = full.pitches
    const [one, two] = full.rounds
    let at = BEGINS
    const next = (command: SingleCommand): void => {
      at += MINUTE
      expect(played.does(command, at)).toBe(true)
    }
    expect(primary(played)).toMatchObject({ kind: 'start' })
    next({ type: 'start-clock', stage })
    expect(primary(played)).toMatchObject({ kind: 'next', what: { pitch: first } })
    next({ type: 'next-item', stage })
    expect(primary(played)).toMatchObject({
      kind: 'next',
      changeover: false,
      what: { pitch: second },
    })
    next({ type: 'next-item', stage })
    expect(primary(played)).toMatchObject({
      kind: 'next',
      changeover: true,
      what: { pitch: second },
    })
    next({ type: 'next-item', stage })
    // Coffee comes after the pitches, then rounds, which begin with choosing.
    expect(primary(played)).toMatchObject({ kind: 'next', what: { pitch: null } })
    next({ type: 'next-item', stage })
    expect(primary(played)).toEqual({ kind: 'round', round: one, step: 'open' })
    next({ type: 'open-round', round: sure(one) })
    expect(primary(played)).toEqual({ kind: 'round', round: one, step: 'move' })
    next({ type: 'move-round', round: sure(one) })
    expect(primary(played)).toEqual({ kind: 'round', round: one, step: 'run' })
    next({ type: 'run-round', round: sure(one) })
    expect(primary(played)).toEqual({ kind: 'round', round: one, step: 'end' })
    next({ type: 'end-round', round: sure(one) })
    expect(primary(played)).toEqual({ kind: 'round', round: two, step: 'open' })
    next({ type: 'end-round', round: sure(two) })
    expect(primary(played)).toMatchObject({ kind: 'start' })
    next({ type: 'start-clock', stage })
    next({ type: 'next-item', stage })
    expect(primary(played)).toEqual({ kind: 'end-day' })
    next({ type: 'next-item', stage })
    expect(primary(played)).toBeNull()
  })

  it('starts what is ready rather than going past it', () => {
    const played = playedShow({ pitches: 2 })
    const { stage, full } = played
    const [first] = full.pitches
    played.does({ type: 'load-item', stage, segment: full.block, pitch: sure(first) }, BEGINS)
    expect(primary(played)).toEqual({
      kind: 'start',
      what: { segment: full.block, pitch: first },
    })
  })

  it('ends the pitches before rounds that follow at once, so that people have time to choose', () => {
    const played = playedShow({ pitches: 1 })
    const { stage, full, show } = played
    const coffee = Object.values(show.segments).find(({ title }) => title === 'Coffee')
    played.does({ type: 'move-segment', segment: sure(coffee).id, before: null }, BEGINS)
    played.does({ type: 'load-item', stage, segment: full.block, pitch: null }, BEGINS)
    played.does({ type: 'start-clock', stage }, BEGINS)
    expect(primary(played)).toEqual({ kind: 'end-pitches' })
  })
})

import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { buildParts } from '#shared/views/common.ts'
import { hallParts } from '#shared/views/hall.ts'
import { ringSince } from '../../../client/screens/hall/bell.ts'
import { moving, type Played, sure } from '../phone/states.ts'

const heard = (played: Played, since: number, now: number) =>
  ringSince(buildParts(hallParts, played.show, new Map()), since, now)
const round = ({ full }: Played) => sure(full.rounds[0])
/** The round talks since `at`, for its planned length. */
function talking(): { played: Played; at: number; ends: number } {
  const played = moving()
  played.does({ type: 'run-round', round: round(played) })
  const at = played.at()
  return { played, at, ends: at + sure(played.show.rounds[round(played)]).talk }
}

describe('G1 the bell', () => {
  test('rings when people move, when the round starts, two minutes before its end and at its end', () => {
    const before = moving()
    const moved = sure(sure(before.show.rounds[round(before)]).movedAt)
    expect(heard(before, moved - 1, moved)).toBe('move')
    const { played, at, ends } = talking()
    expect(heard(played, at - 1, at + 1)).toBe('start')
    expect(heard(played, at + 1, ends - 2 * MINUTE - 1)).toBeNull()
    expect(heard(played, ends - 2 * MINUTE - 1, ends - 2 * MINUTE)).toBe('two-minutes')
    expect(heard(played, ends - 2 * MINUTE, ends - MINUTE), 'once').toBeNull()
    played.wait(ends - at)
    played.does({ type: 'end-round', round: round(played) })
    expect(heard(played, ends - 1, ends)).toBe('end')
  })
  test('goes by the time that was added, and stays silent while the clock is paused or the day on hold', () => {
    const { played, ends } = talking()
    played.does({ type: 'add-round-time', round: round(played), by: MINUTE })
    expect(heard(played, ends - 2 * MINUTE - 1, ends - 2 * MINUTE)).toBeNull()
    expect(heard(played, ends - MINUTE - 1, ends - MINUTE)).toBe('two-minutes')
    played.does({ type: 'hold-day' })
    expect(heard(played, ends - MINUTE - 1, ends - MINUTE)).toBeNull()
  })
  test('is rung by hand, once for two who press together', () => {
    const played = moving()
    played.wait(MINUTE)
    played.does({ type: 'ring-bell' })
    const rung = played.at()
    expect(heard(played, rung - 1, rung)).toBe('hand')
    played.wait(SECOND / 2)
    played.does({ type: 'ring-bell' })
    expect(played.show.rungAt).toBe(rung)
    played.wait(SECOND)
    played.does({ type: 'ring-bell' })
    expect(played.show.rungAt).toBe(rung + 1.5 * SECOND)
  })
  test('is not heard more than five seconds late', () => {
    const { played, at } = talking()
    expect(heard(played, at - 1, at + 5 * SECOND)).toBe('start')
    expect(heard(played, at - 1, at + 5 * SECOND + 1)).toBeNull()
  })
})

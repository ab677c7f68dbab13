import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { DEMO } from '../../../scripts/seed/full-show.ts'
import { openShows } from '../../../server/runner/shows.ts'
import type { ShowRunner } from '../../../server/runner/types.ts'
import { fakeClock, listLog, opened, SHOW, T0 } from './opened.ts'

const onStage = (runner: ShowRunner) => Object.values(runner.show().stages)[0]?.on ?? null
const phases = (runner: ShowRunner) => Object.values(runner.show().rounds).map(({ phase }) => phase)

describe('server time', () => {
  test('does not move when somebody sets the computer’s clock', async () => {
    const { clock, runner } = await opened()
    clock.setWall(T0 + 3 * HOUR)
    await clock.pass(SECOND)
    expect(runner.now()).toBe(T0 + SECOND)
  })

  test('S6 a computer that slept: the show counts on by its own clock until it is told to follow', async () => {
    const { clock, does, runner, stage, full } = await opened()
    await does({ type: 'load-item', stage, segment: full.block, pitch: null })
    await does({ type: 'start-clock', stage })
    const begun = runner.now()
    expect(runner.clockAhead()).toBe(0)
    clock.setWall(clock.now() + 10 * MINUTE)
    await clock.pass(SECOND)
    expect(runner.clockAhead()).toBe(10 * MINUTE)
    expect(onStage(runner)).toMatchObject({ phase: 'pitch', pitch: full.pitches[0] })

    expect(await does({ type: 'follow-clock' })).toMatchObject({ ok: true })
    await clock.pass(SECOND)
    expect(runner.now()).toBe(begun + 10 * MINUTE + 2 * SECOND)
    expect(runner.clockAhead()).toBe(0)
    // Nobody saw the pitches that the plan had in those minutes: the one that was on runs over.
    expect(onStage(runner)).toMatchObject({ phase: 'pitch', pitch: full.pitches[0] })
    expect(runner.show().stages[stage]?.overdue).toBe(begun + DEMO.pitch)
  })

  test('S6 a clock that was set back is nothing to follow', async () => {
    const { clock, does, runner } = await opened()
    clock.setWall(clock.now() - HOUR)
    const now = runner.now()
    expect(runner.clockAhead()).toBe(0)
    await does({ type: 'follow-clock' })
    expect(runner.now()).toBe(now)
  })

  test('after a restart with a clock set back it is never earlier than what has happened', async () => {
    const { does, stage, store, runner } = await opened()
    await does({ type: 'start-clock', stage })
    const at = runner.now()
    const again = await openShows({ store, clock: fakeClock(T0 - DAY), log: listLog() })
    expect(again.get(SHOW)?.now()).toBeGreaterThanOrEqual(at)
    await again.close()
  })
})

describe('the ticker', () => {
  test('runs a pitch block by itself, each step at its due time', async () => {
    const { clock, does, stage, full, runner } = await opened()
    await does({ type: 'load-item', stage, segment: full.block, pitch: null })
    await does({ type: 'start-clock', stage })
    const begun = runner.now()
    expect(onStage(runner)).toMatchObject({ phase: 'pitch', pitch: full.pitches[0] })
    await clock.pass(DEMO.pitch)
    expect(onStage(runner)).toMatchObject({
      phase: 'changeover',
      pitch: full.pitches[1],
      clock: { startedAt: begun + DEMO.pitch },
    })
    await clock.pass(DEMO.changeover)
    expect(onStage(runner)).toMatchObject({ phase: 'pitch', pitch: full.pitches[1] })
  })

  test('follows what is changed by hand: added time puts the end off', async () => {
    const { clock, does, stage, full, runner } = await opened()
    await does({ type: 'load-item', stage, segment: full.block, pitch: null })
    await does({ type: 'start-clock', stage })
    await does({ type: 'add-time', stage, by: 30 * SECOND })
    await clock.pass(DEMO.pitch + 29 * SECOND)
    expect(onStage(runner)?.phase).toBe('pitch')
    await clock.pass(SECOND)
    expect(onStage(runner)?.phase).toBe('changeover')
  })

  test('closes, moves, runs and ends rounds by itself to the last', async () => {
    const { clock, does, full, runner } = await opened({ size: { rounds: 2 } })
    const seen: string[] = []
    runner.onChange(() => seen.push(phases(runner).join()))
    for (const round of full.rounds) await does({ type: 'open-round', round })
    await clock.pass(DEMO.opensBefore + 2 * (DEMO.move + DEMO.talk))
    expect([...new Set(seen)]).toEqual([
      'open,planned',
      'open,open',
      'closed,open',
      'moving,open',
      'talking,open',
      'talking,closed',
      'ended,moving',
      'ended,talking',
      'ended,ended',
    ])
  })

  test('after an outage rounds are caught up at their due times, and the stage waits for a hand', async () => {
    const { clock, does, stage, full, store, runner, shows } = await opened()
    await does({ type: 'load-item', stage, segment: full.block, pitch: null })
    await does({ type: 'start-clock', stage })
    const due = runner.now() + DEMO.pitch
    await shows.close()
    const later = fakeClock(clock.now() + 10 * MINUTE)
    const again = await openShows({ store, clock: later, log: listLog() })
    await later.pass(SECOND)
    const back = again.get(SHOW)
    if (!back) throw new Error('the show is not there')
    expect(onStage(back)).toMatchObject({ phase: 'pitch', pitch: full.pitches[0] })
    expect(back.show().stages[stage]?.overdue).toBe(due)
    await again.close()
  })

  test('after an outage in a round, the next ones have happened when they were due', async () => {
    const { clock, does, full, store, runner, shows } = await opened({ size: { rounds: 2 } })
    const [one, two] = full.rounds
    if (!one || !two) throw new Error('two rounds')
    await does({ type: 'move-round', round: one })
    const moved = runner.now()
    await shows.close()
    const later = fakeClock(clock.now() + DEMO.move + DEMO.talk + DEMO.move + MINUTE)
    const again = await openShows({ store, clock: later, log: listLog() })
    await later.pass(0)
    const rounds = again.get(SHOW)?.show().rounds
    expect(rounds?.[one]).toMatchObject({
      phase: 'ended',
      talkedAt: moved + DEMO.move,
      endedAt: moved + DEMO.move + DEMO.talk,
    })
    expect(rounds?.[two]).toMatchObject({
      phase: 'talking',
      movedAt: moved + DEMO.move + DEMO.talk,
    })
    await again.close()
  })

  test('one timer, never longer than timers can be, and none after closing', async () => {
    const { clock, runner, shows } = await opened({
      clock: fakeClock(T0 - 200 * DAY),
    })
    expect(clock.timers()).toBeLessThanOrEqual(1)
    expect(clock.longest()).toBeLessThan(2 ** 31)
    await clock.pass(HOUR)
    expect(clock.timers()).toBeLessThanOrEqual(1)
    expect(runner.now()).toBe(T0 - 200 * DAY + HOUR)
    await shows.close()
    expect(clock.timers()).toBe(0)
  })

  test('what is due and cannot be done is tried again a second later, not at once for ever', async () => {
    const { clock, does, stage, full, runner } = await opened({
      wrap: (store) => ({
        ...store,
        commit: async (show, expected, events, people) =>
          events.some(({ actor }) => actor === 'system')
            ? { ok: false, reason: 'not-saved', detail: 'SQLITE_FULL' }
            : store.commit(show, expected, events, people),
      }),
    })
    await does({ type: 'load-item', stage, segment: full.block, pitch: null })
    await does({ type: 'start-clock', stage })
    await clock.pass(DEMO.pitch + 5 * SECOND)
    expect(onStage(runner)?.phase).toBe('pitch')
    expect(clock.timers()).toBe(1)
  })
})

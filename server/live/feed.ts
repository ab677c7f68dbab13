import type { Event } from '#shared/show/events.ts'
import { same } from '#shared/show/same.ts'
import type { Actor, PersonId, StageId } from '#shared/show/words.ts'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import type { ConsoleOutside } from '#shared/views/console.ts'
import { hostMine, type HostMine } from '#shared/views/host.ts'
import { phoneMine, type PhoneMine } from '#shared/views/phone.ts'
import type { Audience, Hello, PageState, Views } from '#shared/wire/live.ts'
import type { Signed } from '../access/types.ts'
import type { Log } from '../runner/log.ts'
import type { Change, ShowRunner } from '../runner/types.ts'
import { type Encoded, encoded } from './frames.ts'
import { reachedOf } from './reached.ts'
import { createScreens, type Screens } from './screens.ts'
import type { Line, Seat } from './seat.ts'
import { createSeats } from './seats.ts'
import { createThrottle } from './throttle.ts'
import { changesRights, mineTouched } from './touches.ts'
import { buildersOf, createView, type View, viewKey } from './view.ts'

/** Later changes are joined for this long. */
const JOINED: Ms = 100
/** Screens are served for so long before commands get their turn: less while people press, more while nobody does. */
const TURN: Ms = 20
const BUSY_TURN: Ms = 4
const QUIET_TURN: Ms = 80
/** The clock is read once in so many screens. */
const CHUNK = 50
/** A screen on a slow line has this many packets under way at most: then it waits, and gets the newest. */
const MOST_FLYING = 2
/** The computer's clock is off by more than this only when it slept, or somebody set it. */
const SLEPT: Ms = 5 * SECOND

/** Everything one show tells its screens. */
export interface Feed {
  pageState<Which extends Audience>(
    audience: Which,
    actor: Actor | null,
    stage: StageId | null,
  ): PageState<Which>
  /** Seats a screen and sends it what it lacks. */
  join(hello: Hello, stage: StageId | null, signed: Signed, line: Line): Joined
  screens: Screens
  /** Looks whether the computer slept. Call it every few seconds. */
  lookAtClock(): void
  /** The show is gone: says goodbye to every screen. */
  end(): void
  close(): void
}

/** A screen's place in the feed. */
export interface Joined {
  /** The session may have changed: sends, or says goodbye. */
  recheck(signed: Signed): void
  /** Forgets what was under way: the line has become another one. */
  renewed(): void
  leave(): void
}

export function createFeed(runner: ShowRunner, log: Log): Feed {
  const views = new Map<string, View>()
  const seats = createSeats()
  /** versions at which own parts may last have changed */
  const touchedAt = new Map<PersonId, number>()
  let everyoneAt = runner.show().version

  const viewOf = (audience: Audience, stage: StageId | null): View => {
    const key = viewKey(audience, stage)
    const present = views.get(key)
    if (present) return present
    const builders = buildersOf(runner, audience, stage, {
      screens: () => screens.lines(),
      clockAhead: () => clockAhead,
      reached: () => reached,
    })
    const view = createView(runner, builders)
    views.set(key, view)
    return view
  }
  const mineOf = (audience: Audience, person: PersonId | null): PhoneMine | HostMine | null => {
    if (person === null) return null
    if (audience === 'phone') return phoneMine(runner.show(), runner.people(), person)
    return audience === 'host'
      ? hostMine(runner.show(), runner.people(), person, runner.texts())
      : null
  }

  const throttle = createThrottle(
    JOINED,
    async (breathe, busy) => {
      const watched = new Set<View>()
      for (const { view } of seats) watched.add(view)
      for (const view of watched) view.refresh()
      let turn = busy ? BUSY_TURN : TURN
      let { version } = runner.show()
      let served = 0
      let began = performance.now()
      for (const seat of seats) {
        serve(seat)
        served += 1
        if (served % CHUNK !== 0 || performance.now() - began < turn) continue
        await breathe()
        const now = runner.show().version
        turn = busy || now !== version ? BUSY_TURN : QUIET_TURN
        version = now
        began = performance.now()
      }
      lookWhoHasIt()
    },
    log,
  )
  const screens = createScreens(
    () => runner.now(),
    () => tellConsole('screens'),
  )
  const tellConsole = (part: keyof ConsoleOutside): void => {
    views.get(viewKey('console', null))?.touchOutside(part)
    throttle.ask()
  }
  let reached: ConsoleOutside['reached'] = {}
  /** The console is told how far an announcement has come, each time that screens have been served. */
  const lookWhoHasIt = (): void => {
    if (runner.show().announcements.length === 0 && Object.keys(reached).length === 0) return
    const now = reachedOf(runner.show(), seats)
    if (same(now, reached)) return
    reached = now
    tellConsole('reached')
  }
  /** Who has come, gone or been sent something counts while something is said. */
  const whileAnnounced = (): void => {
    if (runner.show().announcements.length > 0) throttle.ask()
  }
  let clockAhead: Ms = 0
  const lookAtClock = (): void => {
    const ahead = runner.clockAhead()
    const worthSaying = ahead > SLEPT ? ahead : 0
    // It wanders by milliseconds from look to look, which is nothing new.
    if (Math.abs(worthSaying - clockAhead) < SECOND) return
    clockAhead = worthSaying
    tellConsole('clockAhead')
  }

  const serve = (seat: Seat): void => {
    if (seat.rightsOld && !stillMay(seat)) return
    if (seat.flying >= MOST_FLYING) {
      seat.behind = true
      return
    }
    seat.behind = false
    // Own parts go before the frame: whoever holds a version has had their own up to it.
    if (seat.mineOld) sendMine(seat)
    const version = seat.view.version()
    if (seat.held >= version) return
    send(seat, seat.view.frame(seat.held))
    seat.held = version
  }
  const sendMine = (seat: Seat): void => {
    seat.mineOld = false
    const text = JSON.stringify(mineOf(seat.audience, seat.person))
    if (text === seat.mine) return
    seat.mine = text
    const head = `"epoch":${JSON.stringify(runner.epoch)},"to":${runner.show().version}`
    send(seat, encoded('mine', `{${head},"mine":${text}}`))
  }
  const send = (seat: Seat, packet: Encoded): void => {
    if (!seat.line.send(packet, seat.onSent)) seat.flying += 1
  }
  const onSent = (seat: Seat): void => {
    seat.flying = Math.max(0, seat.flying - 1)
    if (seat.behind && seat.flying === 0 && seats.has(seat)) serve(seat)
    whileAnnounced()
  }

  const stillMay = (seat: Seat): boolean => {
    seat.rightsOld = false
    const { signed, audience } = seat
    const person = signed.actor(runner.show(), audience)?.person ?? null
    const isGone = person === null && seat.person !== null
    if (!isGone && signed.sees(runner.show(), audience)) {
      if (person !== seat.person) {
        seats.rename(seat, person)
        seat.mineOld = true
      }
      return true
    }
    seats.delete(seat)
    seat.line.bye()
    return false
  }

  const expects = (seat: Seat, event: Event, person: PersonId): boolean => {
    if (seat.mine === null || seat.mine.includes(person)) return true
    return (
      event.type === 'table-picked' &&
      seat.person !== null &&
      runner.show().tables[event.table]?.hosts.includes(seat.person) === true
    )
  }
  const touchMine = (event: Event, version: number): void => {
    const whose = mineTouched(event)
    if (whose === null) return
    if (whose === 'everyone') {
      everyoneAt = version
      for (const seat of seats) seat.mineOld = true
      return
    }
    touchedAt.set(whose, version)
    for (const seat of seats.of(whose)) seat.mineOld = true
    for (const seat of seats.hosts()) if (expects(seat, event, whose)) seat.mineOld = true
  }
  const stop = runner.onChange((change: Change) => {
    for (const view of views.values()) view.touch(change)
    for (const event of change.events) touchMine(event, change.to)
    if (change.events.some(changesRights)) for (const seat of seats) seat.rightsOld = true
    if (change.events.some(({ type }) => type === 'clock-followed')) lookAtClock()
    throttle.ask()
  })

  /** Does the page that this screen comes from hold its own part as it is? */
  const holdsMine = (hello: Hello, person: PersonId | null): boolean =>
    hello.audience === 'phone' &&
    hello.epoch === runner.epoch &&
    hello.person === person &&
    (person === null || hello.held >= Math.max(everyoneAt, touchedAt.get(person) ?? 0))

  return {
    screens,
    lookAtClock,
    pageState<Which extends Audience>(audience: Which, actor: Actor | null, stage: StageId | null) {
      const view = viewOf(audience, stage)
      view.refresh()
      const mine = mineOf(audience, actor?.person ?? null)
      return {
        audience,
        epoch: runner.epoch,
        version: Math.max(runner.show().version, view.version()),
        parts: view.values() as unknown as Views[Which]['parts'],
        mine: mine as Views[Which]['mine'] | null,
        at: runner.now(),
        locale: 'en-GB',
      }
    },
    join(hello, stage, signed, line) {
      const { audience } = hello
      const view = viewOf(audience, stage)
      view.refresh()
      const person = signed.actor(runner.show(), audience)?.person ?? null
      const hasMine = audience === 'phone' || audience === 'host'
      const seat: Seat = {
        audience,
        view,
        line,
        signed,
        person,
        held: hello.epoch === runner.epoch ? Math.min(hello.held, view.version()) : 0,
        mine: null,
        mineOld: hasMine && !holdsMine(hello, person),
        rightsOld: false,
        flying: 0,
        behind: false,
        onSent: () => onSent(seat),
      }
      seats.add(seat)
      serve(seat)
      whileAnnounced()
      return {
        recheck(renewed) {
          seat.signed = renewed
          seat.rightsOld = true
          if (seats.has(seat)) serve(seat)
        },
        renewed() {
          seat.flying = 0
          if (seats.has(seat)) serve(seat)
        },
        leave() {
          seats.delete(seat)
          whileAnnounced()
        },
      }
    },
    end() {
      stop()
      throttle.stop()
      for (const seat of seats) {
        seats.delete(seat)
        seat.line.bye()
      }
    },
    close() {
      stop()
      throttle.stop()
    },
  }
}

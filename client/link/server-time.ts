/** What the estimate needs from its surroundings; times in ms. */
export interface ServerTimeDeps {
  /** asks the server for its time; rejects when there is no answer */
  ask: () => Promise<number>
  /** never steps, but stops while the machine sleeps (`performance.now`) */
  monotonic: () => number
  /** goes on during sleep, but may be wrong and may step (`Date.now`) */
  wall: () => number
  /** runs `task` later; gives back what calls it off */
  schedule: (task: () => void, delay: number) => () => void
}

export interface ServerTime {
  /** ms since the epoch by the server's clock; goes on without a connection */
  now(): number
  /** the true server time is at most this many ms from `now()`; Infinity before the first answer */
  uncertainty(): number
  /** an answer has come since the start, the last sleep or the last resync */
  readonly ready: boolean
  /** the server's time from any frame, at the moment it is received */
  note(serverTime: number): void
  /** after the page was hidden: measure again before calling the time true */
  resync(): void
  stop(): void
}

const AT_ONCE = 4
const SPACED = 12
const SPACE = 300
const KEEP = 60_000
/** an ask without an answer is not waited for longer */
const PATIENCE = 2_000
const FIRST_RETRY = 1_000
const LAST_RETRY = 15_000
/** wall and monotonic clock this far apart since the last look: somebody slept or set the clock */
const SLEPT = 250
/** two quartz clocks drift apart by less than this */
const DRIFT = 100e-6
/** half the grain of a browser's monotonic clock */
const GRAIN = 0.5
/** how fast a small correction is worked in: a second of countdown takes 0.9 to 1.1 s */
const SLEW = 0.1
const JUMP = 250

/**
 * The server's clock by intersected intervals. An answer proves two things about `offset` (server time
 * less monotonic time): it was sent after our question and received after it was sent. What all
 * answers allow at once is narrower than any round trip, and its middle is the estimate.
 */
export function createServerTime({ ask, monotonic, wall, schedule }: ServerTimeDeps): ServerTime {
  let lo = -Infinity
  let hi = Infinity
  let boundedAt = monotonic()
  let answers = 0
  /** raised when old answers prove nothing any more */
  let generation = 0
  let apart = wall() - monotonic()
  let shown = apart
  let shownAt = boundedAt
  let retry = FIRST_RETRY
  let stopped = false
  let cancel: () => void = () => {}

  const age = (at: number): void => {
    const drift = (at - boundedAt) * DRIFT
    lo -= drift
    hi += drift
    boundedAt = at
  }
  const target = (): number => {
    // After a restart the old estimate stands as far as the new answers allow, so that nothing flickers.
    const settled = answers >= AT_ONCE || (answers > 0 && generation === 0)
    if (settled) return (lo + hi) / 2
    // Only frames so far: the server's time is at least theirs, and usually little more.
    if (answers === 0 && generation === 0 && lo > -Infinity) return lo
    return Math.min(hi, Math.max(lo, shown))
  }
  const slew = (at: number): void => {
    const missing = target() - shown
    const step = Math.max(0, at - shownAt) * SLEW
    const jump = Math.abs(missing) > JUMP || answers <= AT_ONCE
    shown += jump ? missing : Math.sign(missing) * Math.min(Math.abs(missing), step)
    shownAt = at
  }

  const forget = (): void => {
    lo = -Infinity
    hi = Infinity
    answers = 0
    generation += 1
  }
  const restart = (): void => {
    forget()
    retry = FIRST_RETRY
    next(0)
  }
  /** Notices a sleep: the monotonic clock stood still, the wall clock went on. */
  const look = (): number => {
    const at = monotonic()
    const apartNow = wall() - at
    const jumped = apartNow - apart
    apart = apartNow
    if (Math.abs(jumped) > SLEPT) {
      // A guess until the server answers; a wall clock set back says nothing about sleep.
      shown += Math.max(0, jumped)
      shownAt = at
      restart()
    }
    age(at)
    return at
  }

  const take = (serverTime: number, sentAt: number | null): void => {
    // The server speaks in whole milliseconds, rounded down.
    lo = Math.max(lo, serverTime - boundedAt - GRAIN)
    if (sentAt !== null) hi = Math.min(hi, serverTime + 1 - sentAt + GRAIN)
    if (lo <= hi) return
    // Both cannot be true of one clock: the server's, or ours, is another one now.
    restart()
    lo = serverTime - boundedAt - GRAIN
    if (sentAt !== null) hi = serverTime + 1 - sentAt + GRAIN
  }

  const sample = (): void => {
    const at = look()
    const asked = generation
    let waiting = true
    const go = (delay: number): void => {
      if (!waiting) return
      waiting = false
      if (asked === generation) next(delay)
    }
    next(PATIENCE, () => go(0))
    ask().then(
      (serverTime) => {
        if (stopped) return
        const receivedAt = look()
        if (asked !== generation) return
        take(serverTime, at)
        answers += 1
        slew(receivedAt)
        retry = FIRST_RETRY
        const pause = answers < AT_ONCE ? 0 : answers < AT_ONCE + SPACED ? SPACE : KEEP
        go(Math.max(0, pause - (pause === SPACE ? receivedAt - at : 0)))
      },
      // No answer is no evidence: count on, ask again later and later.
      () => {
        if (stopped) return
        go(retry)
        retry = Math.min(LAST_RETRY, retry * 2)
      },
    )
  }
  const next = (delay: number, task: () => void = sample): void => {
    cancel()
    if (!stopped) cancel = schedule(task, delay)
  }

  next(0)
  return {
    now() {
      const at = look()
      slew(at)
      return at + shown
    },
    uncertainty() {
      const at = look()
      slew(at)
      return answers === 0 ? Infinity : (hi - lo) / 2 + Math.abs(target() - shown)
    },
    get ready() {
      look()
      return answers > 0
    },
    note(serverTime) {
      const at = look()
      take(serverTime, null)
      slew(at)
    },
    resync: restart,
    stop() {
      stopped = true
      cancel()
    },
  }
}

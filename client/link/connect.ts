import type { StageId } from '#shared/show/words.ts'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import type { Audience, Hello, PageState } from '#shared/wire/live.ts'
import { browser } from './browser.ts'
import { dial, type LinkStatus } from './dial.ts'
import { type Readable, writable } from './readable.ts'
import { createSender, type Sender } from './send.ts'
import { createServerTime, type ServerTime } from './server-time.ts'
import { createStore, type Held } from './store.ts'
import type { Surroundings } from './surroundings.ts'

export interface ConnectOptions<Which extends Audience> {
  show: string
  stage?: StageId
  /** the state the page was made with: the screen starts from it, without waiting for the network */
  state: PageState<Which>
  /** default: the server this page came from */
  url?: string
  /** whose commands a device keeps; default: the person signed in, else the audience */
  who?: string
  surroundings?: Surroundings
}

/** Everything a screen has of the server. */
export interface Link<Which extends Audience> extends Sender {
  /** what the server has said */
  held: Readable<Held<Which>>
  status: Readable<LinkStatus>
  /** the server's clock; goes on without a connection */
  time: ServerTime
  close(): void
}

/** An unanswered command is sent again after this. */
const ANSWER: Ms = 4 * SECOND
const TIME_ANSWER: Ms = 2 * SECOND
/** After longer without a line the two clocks may have drifted apart: measured again at once. */
const DRIFTED: Ms = MINUTE
/** Two gaps within this: resuming did not help, so everything is asked for. */
const SOON: Ms = 5 * SECOND

/** The live link of a screen: state, clock, status and commands over one connection that mends itself. */
export function connect<Which extends Audience>(options: ConnectOptions<Which>): Link<Which> {
  const { show, stage, state, url } = options
  const surroundings = options.surroundings ?? browser()
  const { monotonic, wall, schedule } = surroundings
  const store = createStore(state)
  const time = createServerTime({
    ask: () => askTime(),
    monotonic,
    wall,
    schedule,
  })
  time.note(state.at)

  const hello = (): Hello => ({
    show,
    audience: state.audience,
    ...(stage === undefined ? {} : { stage }),
    ...store.standing(),
    // Whose own part is held already: it need not be sent again.
    person: store.getSnapshot().mine?.person ?? null,
  })
  const line = dial({
    url,
    hello,
    now: () => time.now(),
    onRefused: () => left(),
    surroundings,
  })
  const { socket } = line
  const askTime = (): Promise<number> =>
    socket.connected
      ? socket.timeout(TIME_ANSWER).emitWithAck('time')
      : Promise.reject(new Error('There is no line to ask the time on.'))

  let gapAt = -Infinity
  socket.on('frame', (frame) => {
    time.note(frame.at)
    const { epoch } = store.getSnapshot()
    if (store.takeFrame(frame) === 'gap') {
      if (monotonic() - gapAt < SOON) store.distrust()
      gapAt = monotonic()
      line.redial()
    } else if (frame.epoch !== epoch) time.resync()
  })
  socket.on('mine', (frame) => store.takeMine(frame))
  const left = (): void => {
    link.close()
    surroundings.leave()
  }
  socket.on('bye', left)

  const live = writable(false)
  let lostAt: Ms | null = null
  const stopStatus = line.status.subscribe(() => {
    const on = line.status.getSnapshot().state === 'live'
    if (on && (!time.ready || (lostAt !== null && monotonic() - lostAt > DRIFTED))) time.resync()
    if (!on) lostAt ??= monotonic()
    else lostAt = null
    live.set(on)
  })
  const stopShown = surroundings.onShown((away) => {
    if (away > 0) time.resync()
  })

  const sender = createSender({
    show,
    who: options.who ?? personOf(state) ?? state.audience,
    emit: (message) =>
      socket.connected
        ? socket.timeout(ANSWER).emitWithAck('command', message)
        : Promise.reject(new Error('There is no line to send on.')),
    live,
    surroundings,
  })

  const link: Link<Which> = {
    ...sender,
    held: store,
    status: line.status,
    time,
    close() {
      stopStatus()
      stopShown()
      line.close()
      time.stop()
    },
  }
  return link
}

function personOf(state: PageState): string | null {
  return state.mine === null ? null : state.mine.person
}

import type { Command } from '#shared/show/commands.ts'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import type { CommandMessage, Outcome } from '#shared/wire/live.ts'
import { LINK_WORDS } from '#shared/words/link.ts'
import { createDevice, token } from './device.ts'
import { type Entry, keptQueue } from './queue.ts'
import { type Readable, writable } from './readable.ts'
import type { Surroundings } from './surroundings.ts'

/** What became of a command; `message` is for people. */
export type Answer = Outcome | { ok: false; code: keyof typeof LINK_WORDS; message: string }

export interface SendOptions {
  /** what the command is about, `pick:rnd-1`: a newer one replaces one that was not sent yet */
  key: string
  /**
   * ms after which the command is of no use any more and is given up (a Next pressed half a minute ago
   * would surprise everyone). Without it the command waits for the line to come back, over a reload too.
   */
  useful?: Ms
}
export interface Pending {
  command: Command
  /** `waiting`: there is no line, so it is not known when it will be sent */
  state: 'sending' | 'waiting'
}
export interface Answered {
  key: string
  command: Command
  answer: Answer
}

export interface Sender {
  /** Resolves with what became of it; never rejects. */
  send(command: Command, options: SendOptions): Promise<Answer>
  /** the newest command of each key that has no answer yet */
  pending: Readable<ReadonlyMap<string, Pending>>
  /** every answer, those to commands from before a reload too */
  onAnswer(listener: (answered: Answered) => void): () => void
}

export interface SenderDeps {
  show: string
  /** whose commands these are: nobody else on this device sends them */
  who: string
  /** one try; rejects when no answer came */
  emit: (message: CommandMessage) => Promise<Outcome>
  /** is there a line? */
  live: Readable<boolean>
  surroundings: Surroundings
}

/** Pause before a command is sent again on a line that lives but did not answer. */
const AGAIN: Ms = SECOND
/** A live line that leaves a command unanswered this often will not answer it: the others go on. */
const TRIES = 5

interface Waiting extends Entry {
  kept: boolean
  settle: (answer: Answer) => void
}

/**
 * One command in flight for the page. It is sent again with the same id until it is answered, so that
 * it counts once; the others wait behind it in order.
 */
export function createSender({ show, who, emit, live, surroundings }: SenderDeps): Sender {
  const { schedule, randomBytes, wall } = surroundings
  const device = createDevice(surroundings)
  const kept = keptQueue(surroundings, show, who)
  const pending = writable<ReadonlyMap<string, Pending>>(new Map())
  const listeners = new Set<(answered: Answered) => void>()
  let queue: Waiting[] = kept.load().map((entry) => ({ ...entry, kept: true, settle: () => {} }))
  let flying: Waiting | null = null
  let tries = 0
  let cancelAgain: () => void = () => {}

  const refused = (code: keyof typeof LINK_WORDS): Answer => ({
    ok: false,
    code,
    message: LINK_WORDS[code],
  })
  const announce = (): void => {
    const state = live.getSnapshot() ? 'sending' : 'waiting'
    pending.set(new Map(queue.map(({ key, command }) => [key, { command, state }])))
  }
  const settle = (entry: Waiting, answer: Answer): void => {
    if (!queue.includes(entry)) return
    queue = queue.filter((one) => one !== entry)
    if (entry.kept) kept.remove(entry)
    announce()
    entry.settle(answer)
    const { key, command } = entry
    for (const listener of listeners) listener({ key, command, answer })
  }

  const fly = (): void => {
    const entry = queue[0]
    if (flying || !entry || !live.getSnapshot()) return
    cancelAgain()
    flying = entry
    if (!entry.stamp) {
      entry.stamp = device.next()
      if (entry.kept) keep(entry)
    }
    tries += 1
    const { id, stamp, command } = entry
    emit({ id, ...stamp, command }).then(
      (outcome) => {
        // A server that is stopping has not decided: the next one will.
        if (!outcome.ok && outcome.code === 'closing') unanswered(entry)
        else landed(entry, outcome)
      },
      () => unanswered(entry),
    )
  }
  const landed = (entry: Waiting, answer: Answer): void => {
    flying = null
    tries = 0
    settle(entry, answer)
    fly()
  }
  const unanswered = (entry: Waiting): void => {
    flying = null
    if (!queue.includes(entry)) {
      tries = 0
      fly()
    } else if (tries >= TRIES) landed(entry, refused('no-answer'))
    else if (live.getSnapshot()) cancelAgain = schedule(fly, AGAIN)
  }
  const keep = ({ id, key, command, at, stamp }: Waiting): void =>
    kept.save({ id, key, command, at, stamp })

  live.subscribe(() => {
    // What was tried on the old line does not count against the new one.
    tries = 0
    announce()
    fly()
  })
  announce()
  fly()

  return {
    pending,
    send: (command, { key, useful }) =>
      new Promise<Answer>((resolve) => {
        const entry: Waiting = {
          id: token(randomBytes),
          key,
          command,
          at: wall(),
          stamp: null,
          kept: useful === undefined,
          settle: resolve,
        }
        for (const older of queue.filter((one) => one.key === key && one.stamp === null))
          settle(older, refused('replaced'))
        queue = [...queue, entry]
        if (entry.kept) keep(entry)
        if (useful !== undefined)
          schedule(() => settle(entry, refused(entry.stamp ? 'no-answer' : 'too-late')), useful)
        announce()
        fly()
      }),
    onAnswer(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

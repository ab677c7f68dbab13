import type { StoredEvent } from '../store/port.ts'
import type { Result, Submission } from './types.ts'

type Repeat = NonNullable<Submission['repeat']>
interface Accepted {
  actor: string
  version: number
}

/** What has been answered: accepted commands by id, and the newest counter of every device. */
export interface Repeats {
  /** the answer that this command has had before, or must have; null: it is to be decided */
  answer(repeat: Repeat, actor: string): Result | null
  /** `version`: null when it was refused, or changed nothing: the same id is then decided afresh */
  learn(repeat: Repeat, actor: string, version: number | null): void
  /** from the journal */
  learnStored(event: StoredEvent): void
  /** A copy to try a batch on; `keep` makes what it has learnt true. */
  draft(): Repeats & { keep(): void }
}

/** Devices are named with the actor, so that nobody can age another's commands. */
const deviceOf = (actor: string, device: string): string => `${actor} ${device}`

export function createRepeats(): Repeats {
  return layer(new Map(), new Map(), null)
}

function layer(
  accepted: Map<string, Accepted>,
  newest: Map<string, number>,
  below: { accepted: Map<string, Accepted>; newest: Map<string, number> } | null,
): Repeats {
  const newestOf = (key: string): number => newest.get(key) ?? below?.newest.get(key) ?? 0
  const count = (key: string, counter: number): void => {
    if (counter > newestOf(key)) newest.set(key, counter)
  }
  return {
    answer({ id, device, counter }, actor) {
      const before = accepted.get(id) ?? below?.accepted.get(id)
      if (before) {
        return before.actor === actor
          ? { ok: true, version: before.version }
          : { ok: false, refusal: { code: 'not-allowed', params: {} } }
      }
      return counter < newestOf(deviceOf(actor, device))
        ? { ok: false, refusal: { code: 'superseded', params: {} } }
        : null
    },
    learn({ id, device, counter }, actor, version) {
      if (version !== null) accepted.set(id, { actor, version })
      count(deviceOf(actor, device), counter)
    },
    learnStored({ n, actor, device, counter, commandId }) {
      // The events of one command follow one another: the last says which version it led to.
      if (commandId !== null) accepted.set(commandId, { actor, version: n })
      if (device !== null && counter !== null) count(deviceOf(actor, device), counter)
    },
    draft() {
      const own = { accepted: new Map<string, Accepted>(), newest: new Map<string, number>() }
      return {
        ...layer(own.accepted, own.newest, { accepted, newest }),
        keep() {
          for (const [id, one] of own.accepted) accepted.set(id, one)
          for (const [device, counter] of own.newest) newest.set(device, counter)
        },
      }
    },
  }
}

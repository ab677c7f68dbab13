import { type PublicHistory, publicHistory } from '#shared/views/public-changes.ts'
import type { ShowRunner } from '../../../runner/types.ts'
import { PAGE, type Store } from '../../../store/port.ts'

interface Held {
  history: PublicHistory
  /** reading under way, so that two who ask read once */
  reading: Promise<void>
}
const held = new WeakMap<ShowRunner, Held>()

/**
 * What has changed in a show's published programme, from its journal: read when first asked for, and from
 * then on only what is new.
 */
export async function historyOf(
  runner: ShowRunner,
  store: Pick<Store, 'read'>,
): Promise<PublicHistory> {
  const present = held.get(runner) ?? {
    history: publicHistory(runner.id),
    reading: Promise.resolve(),
  }
  held.set(runner, present)
  const { history } = present
  const mine = present.reading.then(() => readOn(history, runner, store))
  // Whoever asked hears of a disk that fails; the next one tries anew.
  present.reading = mine.catch(() => undefined)
  await mine
  return history
}

async function readOn(
  history: PublicHistory,
  runner: ShowRunner,
  store: Pick<Store, 'read'>,
): Promise<void> {
  let more = false
  while (more || history.heard() < runner.show().version) {
    const facts = await store.read(runner.id, history.heard())
    // A full page may end within a command: only what follows tells.
    more = facts.length === PAGE
    history.take(facts, !more)
    if (facts.length === 0) return
  }
}

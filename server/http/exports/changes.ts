import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ShowRunner } from '../../runner/types.ts'

/** When something in a file last changed, as far as this run of the server knows. */
export interface Tracked {
  /** the event's version then: only ever rises, also over a restart */
  sequence: number
  changedAt: Instant
}

interface Seen<Item> extends Tracked {
  item: Item
  print: string
}

/** The state of a file whose items are told apart by `uid`. */
export interface Changes<Item> {
  /** the event's version at which this file last changed */
  version: number
  of(item: Item): Tracked
  /** what stood in it earlier in this run of the server, oldest first */
  gone: readonly { item: Item; tracked: Tracked }[]
}

const MOST_GONE = 500

/**
 * Remembers what a file held when it was last asked for. An item that is different now gets the event's
 * present version as its SEQUENCE, which is honest and needs nothing stored: what the show itself keeps
 * of changes says neither that an item slid with the one before it nor that somebody has a new name.
 * After a restart everything counts as changed at the present version; a calendar takes that as no news.
 */
export class ChangeBook<Item extends { uid: string }> {
  readonly #shows = new WeakMap<ShowRunner, State<Item>>()
  readonly #afterwards: (item: Item) => Item

  /** `afterwards`: what may be kept of an item that is gone; whoever it named may have been erased since. */
  constructor(afterwards: (item: Item) => Item) {
    this.#afterwards = afterwards
  }

  /** `about`: what the file says beside its items. */
  read(runner: ShowRunner, items: readonly Item[], about: string): Changes<Item> {
    const show = runner.show()
    const state = this.#shows.get(runner) ?? fresh<Item>(show)
    this.#shows.set(runner, state)
    const now = state.isNew
      ? { sequence: show.version, changedAt: lastEdit(show) ?? runner.now() }
      : { sequence: show.version, changedAt: runner.now() }
    const uids = new Set(items.map(({ uid }) => uid))
    for (const item of items) {
      const print = JSON.stringify(item)
      const before = state.seen.get(item.uid)
      state.gone.delete(item.uid)
      if (before?.print === print) continue
      state.seen.set(item.uid, { item, print, ...now })
      state.version = show.version
    }
    for (const [uid, { item }] of state.seen) {
      if (uids.has(uid)) continue
      state.seen.delete(uid)
      state.gone.set(uid, { item: this.#afterwards(item), tracked: now })
      state.version = show.version
    }
    for (const uid of [...state.gone.keys()].slice(0, -MOST_GONE)) state.gone.delete(uid)
    if (state.about !== about) state.version = show.version
    state.about = about
    state.isNew = false
    return {
      version: state.version,
      of: ({ uid }) => state.seen.get(uid) ?? now,
      gone: [...state.gone.values()],
    }
  }
}

interface State<Item> {
  isNew: boolean
  version: number
  about: string
  seen: Map<string, Seen<Item>>
  gone: Map<string, { item: Item; tracked: Tracked }>
}

const fresh = <Item>(show: ReadShow): State<Item> => ({
  isNew: true,
  version: show.version,
  about: '',
  seen: new Map(),
  gone: new Map(),
})

/** Nobody has planned anything after that. */
const lastEdit = (show: ReadShow): Instant | null => show.edits.at(-1)?.at ?? null

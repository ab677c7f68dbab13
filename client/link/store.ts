import type { Audience, Frame, MineFrame, PageState, Views } from '#shared/wire/live.ts'
import { type Readable, writable } from './readable.ts'

/** What the server has said, and nothing else. Parts that did not change keep their identity. */
export interface Held<Which extends Audience> {
  epoch: string
  version: number
  parts: Views[Which]['parts']
  /** null: nobody is signed in */
  mine: Views[Which]['mine'] | null
}

export interface Store<Which extends Audience> extends Readable<Held<Which>> {
  /** `gap`: something before this frame was missed, so it was not taken: resume */
  takeFrame(frame: Frame): 'taken' | 'old' | 'gap'
  takeMine(frame: MineFrame): void
  /** what to resume from */
  standing(): { epoch: string | null; held: number }
  /** nothing held is trusted any more: the next connection brings everything */
  distrust(): void
}

export function createStore<Which extends Audience>(state: PageState<Which>): Store<Which> {
  type Parts = Held<Which>['parts']
  const { epoch, version, parts, mine } = state
  const held = writable<Held<Which>>({ epoch, version, parts, mine })
  let trusted = true
  let mineEpoch = epoch
  let mineVersion = version

  return {
    getSnapshot: held.getSnapshot,
    subscribe: held.subscribe,
    takeFrame(frame) {
      const now = held.getSnapshot()
      if (frame.epoch !== now.epoch || !trusted) {
        // Versions of another run of the server say nothing here: only the whole state will do.
        if (frame.from !== 0) return 'gap'
        trusted = true
        const { epoch: current, to, parts: whole } = frame
        held.set({ ...now, epoch: current, version: to, parts: whole as unknown as Parts })
        return 'taken'
      }
      if (frame.from > now.version) return 'gap'
      if (frame.to <= now.version) return 'old'
      held.set({ ...now, version: frame.to, parts: { ...now.parts, ...frame.parts } })
      return 'taken'
    },
    takeMine(frame) {
      if (frame.epoch === mineEpoch && frame.to < mineVersion) return
      mineEpoch = frame.epoch
      mineVersion = frame.to
      held.set({ ...held.getSnapshot(), mine: frame.mine as Held<Which>['mine'] })
    },
    standing() {
      const now = held.getSnapshot()
      return trusted ? { epoch: now.epoch, held: now.version } : { epoch: null, held: 0 }
    },
    distrust() {
      trusted = false
    },
  }
}

import type { ReadShow } from '#shared/show/state.ts'
import type { StageId } from '#shared/show/words.ts'
import type { PartBuilders } from '#shared/views/common.ts'
import { type ConsoleOutside, consoleParts } from '#shared/views/console.ts'
import { hallParts } from '#shared/views/hall.ts'
import { phoneParts } from '#shared/views/phone.ts'
import { stageView } from '#shared/views/stage.ts'
import type { Audience } from '#shared/wire/live.ts'
import type { Change, ShowRunner } from '../runner/types.ts'
import { type Encoded, encoded } from './frames.ts'
import { type Builders, createParts } from './parts.ts'
import { partsTouched } from './touches.ts'

/** What one audience of a show shares, kept up with the show. */
export interface View {
  /** Notes what a change may have made old. */
  touch(change: Change): void
  /** Something changed that is not in the journal. */
  touchOutside(name: keyof ConsoleOutside): void
  /** Builds what is old. */
  refresh(): void
  version(): number
  values(): Readonly<Record<string, unknown>>
  /** The frame that brings a screen from `held` to `version()`, encoded once for all that hold the same. */
  frame(held: number): Encoded
}

/** Phones and hosts share the same parts; each stage display has those of its stage. */
export const viewKey = (audience: Audience, stage: StageId | null): string =>
  audience === 'stage' ? `stage ${stage}` : audience === 'host' ? 'phone' : audience

type Build = (show: ReadShow, people: unknown, texts: unknown) => unknown

export function buildersOf(
  runner: ShowRunner,
  audience: Audience,
  stage: StageId | null,
  outside: { [Name in keyof ConsoleOutside]: () => ConsoleOutside[Name] },
): Builders {
  const bound = <Parts>(builders: PartBuilders<Parts>): Builders =>
    Object.fromEntries(
      Object.entries(builders as Record<string, Build>).map(([name, build]) => [
        name,
        () => build(runner.show(), runner.people(), runner.texts()),
      ]),
    )
  switch (audience) {
    case 'stage':
      return {
        stage: () => (stage === null ? null : stageView(runner.show(), runner.people(), stage)),
      }
    case 'hall':
      return bound(hallParts)
    case 'console':
      return { ...bound(consoleParts), ...outside }
    case 'phone':
    case 'host':
      return bound(phoneParts)
  }
}

/**
 * The versions of changes that are not in the journal lie between its whole numbers, so that they are
 * newer than the event before them and older than the next.
 */
const BETWEEN = 2 ** -20

export function createView(runner: ShowRunner, builders: Builders): View {
  const parts = createParts(builders)
  /** null: all of them */
  let old: Set<string> | null = null
  let outside = false
  let isOld = true
  let frames = new Map<number, Encoded>()
  /** nearly all screens hold the same version: theirs is found without a search */
  let usual: { held: number; frame: Encoded } | null = null

  const note = (names: readonly string[] | null): void => {
    if (names === null) old = null
    else if (!isOld) old = new Set(names)
    else for (const name of names) old?.add(name)
    isOld = true
  }
  const refresh = (): void => {
    if (!isOld) return
    const { version } = runner.show()
    const newer = outside ? Math.max(version, parts.version() + BETWEEN) : version
    if (parts.rebuild(old, newer)) {
      frames = new Map()
      usual = null
    }
    isOld = outside = false
  }
  return {
    touch({ events }) {
      for (const event of events) note(partsTouched(event))
    },
    touchOutside(name) {
      note([name])
      outside = true
    },
    refresh,
    version: () => parts.version(),
    values: () => parts.values(),
    frame(held) {
      if (usual?.held === held) return usual.frame
      const frame =
        frames.get(held) ?? encoded('frame', parts.frame(held, runner.epoch, runner.now()))
      frames.set(held, frame)
      usual = { held, frame }
      return frame
    },
  }
}

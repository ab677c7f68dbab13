import type { ReadShow } from '#shared/show/state.ts'
import type { StageId } from '#shared/show/words.ts'
import { count, quote } from '#shared/sheets/text.ts'
import type { Dated } from './schedule.ts'
import type { RefMatches } from './schedule-match.ts'
import type { RowPlan, Work } from './work.ts'

/** How the rule book tells names of stages apart. */
const key = (name: string): string => name.trim().toLowerCase()

/** Which stage each room of a file is. A room of a new name becomes a stage when its first item comes. */
export class Stages {
  readonly #work: Work
  readonly #byRoom = new Map<string, StageId>()
  /** the one empty stage of a new event, which takes the first room's name */
  #spare: StageId | null
  #roomless = 0
  readonly #roomlessStage: StageId | null

  constructor(work: Work, items: readonly Dated[], byRef: RefMatches) {
    this.#work = work
    const { stages } = work.show
    for (const stage of Object.values(stages)) this.#byRoom.set(key(stage.name), stage.id)
    const rooms = new Set(items.flatMap(({ session }) => session.room ?? []))
    for (const [room, stage] of renamed(work.show, items, byRef, this.#byRoom))
      this.#byRoom.set(room, stage)
    const [only, another] = Object.values(stages)
    const isSpare =
      only !== undefined &&
      another === undefined &&
      only.segments.length === 0 &&
      only.past.length === 0 &&
      ![...rooms].some((room) => this.#byRoom.get(key(room)) === only.id)
    this.#spare = isSpare ? only.id : null
    this.#roomlessStage = only?.id ?? null
  }

  /** The stage that this room is already; null: it becomes one. */
  known(room: string | null): StageId | null {
    if (room === null) return this.#roomlessStage
    return this.#byRoom.get(key(room)) ?? null
  }

  /** null: refused, and the row says why */
  take(room: string | null, plan: RowPlan): StageId | null {
    if (room === null) {
      this.#roomless += 1
      return this.#roomlessStage
    }
    const known = this.known(room)
    if (known !== null) return known
    const id = this.#spare ?? this.#work.newId<StageId>('stg')
    const before = this.#work.show.stages[id]?.name
    if (!this.#work.send(plan, { type: 'save-stage', stage: { id, name: room } })) return null
    this.#spare = null
    this.#byRoom.set(key(room), id)
    plan.says.push(
      before === undefined
        ? `The stage ${quote(room)} comes with it.`
        : `The stage ${quote(before)} is called ${quote(room)} now.`,
    )
    return id
  }

  notes(): string[] {
    if (this.#roomless === 0 || this.#roomlessStage === null) return []
    const name = this.#work.show.stages[this.#roomlessStage]?.name ?? ''
    return [
      `${count(this.#roomless, 'item')} without a room ${this.#roomless === 1 ? 'is' : 'are'} on ${quote(name)}.`,
    ]
  }
}

/**
 * Rooms whose stage has another name in the event: items of such a room that came in before stand on it,
 * and no other room of the file has its name.
 */
function renamed(
  show: ReadShow,
  items: readonly Dated[],
  { found }: RefMatches,
  byName: ReadonlyMap<string, StageId>,
): Map<string, StageId> {
  const rooms = new Set(
    items.flatMap(({ session: { room } }) => (room === null ? [] : [key(room)])),
  )
  const counts = new Map<string, Map<StageId, number>>()
  for (const { session } of items) {
    const segment = found.get(session)
    if (!segment || session.room === null || byName.has(key(session.room))) continue
    if (rooms.has(key(show.stages[segment.stage]?.name ?? ''))) continue
    const held = counts.get(key(session.room)) ?? new Map<StageId, number>()
    held.set(segment.stage, (held.get(segment.stage) ?? 0) + 1)
    counts.set(key(session.room), held)
  }
  const taken = new Set<StageId>()
  const stages = new Map<string, StageId>()
  for (const [room, held] of counts) {
    const [best] = [...held].filter(([id]) => !taken.has(id)).sort((a, b) => b[1] - a[1])
    if (!best) continue
    taken.add(best[0])
    stages.set(room, best[0])
  }
  return stages
}

import type { Course } from '#shared/show/course.ts'
import type { DeepReadonly } from '#shared/show/state.ts'
import type { SegmentId, StageId, WindowId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import type { WindowDraft } from './commands.ts'
import type { ChoosingWindow } from './window.ts'

/** What people have to put their list in order when no pitches are followed, and what the organiser has to publish. */
const OPENS_BEFORE = 15 * MINUTE
const CLOSES_BEFORE = 5 * MINUTE

/** A window as people start with it: by itself, first choices first, whoever has arrived. */
export const newDraft = (
  id: WindowId,
  title: string,
  more: Pick<WindowDraft, 'follows' | 'rounds' | 'byItself'>,
): WindowDraft => ({
  id,
  title,
  tables: null,
  policy: 'nested',
  perOrganisation: 2,
  mustMeets: 4,
  everyone: false,
  publishesItself: false,
  opensBefore: OPENS_BEFORE,
  closesBefore: CLOSES_BEFORE,
  ...more,
})

/**
 * The pitch blocks of that stage and day before these rounds that no other window follows. An item that is
 * new goes to the end of its day.
 */
export function followed(
  course: Course,
  windows: Readonly<Record<WindowId, DeepReadonly<Pick<ChoosingWindow, 'follows'>>>>,
  { id, stage, day }: { id: SegmentId; stage: StageId; day: string },
): SegmentId[] {
  const order = course.stages[stage]?.segments ?? []
  const at = order.indexOf(id)
  const taken = new Set(Object.values(windows).flatMap(({ follows }) => follows))
  return order.slice(0, at === -1 ? order.length : at).filter((one) => {
    const segment = course.segments[one]
    return segment?.kind === 'pitch-block' && segment.day === day && !taken.has(one)
  })
}

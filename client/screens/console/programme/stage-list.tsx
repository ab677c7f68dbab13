import { useState } from 'react'
import {
  DropIndicator,
  type DropItem,
  GridList,
  isTextDropItem,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import { stageTimes } from '#shared/show/course.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import { type LocalDate, SECOND } from '#shared/time/instant.ts'
import { localDateOf } from '#shared/time/zone.ts'
import { seams } from '#shared/views/plan-checks.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { droppedBefore } from '../common/reorder.ts'
import { useConsole, useNow } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { itemsOn } from './order.ts'
import { PlanItem } from './plan-item.tsx'
import { usePlan } from './use-plan.ts'

/** More than these are drawn only where one looks, in a list that scrolls by itself. */
const MANY = 40
const ROW = { estimatedRowHeight: 66 }
const DRAGGED = 'application/x-pitch-talk-item'

interface StageListProps {
  stage: StageId
  day: LocalDate
  edit: (id: SegmentId) => void
  pitches: (id: SegmentId) => void
}

/** The items of one stage on one day: dragged by pointer, touch or keyboard, edited where they stand. */
export function StageList({ stage, day, edit, pitches }: StageListProps) {
  const { parts, may, online } = useConsole()
  const { course } = useCourse()
  const plan = usePlan()
  const [typing, setTyping] = useState(false)
  // Expected times move on the day alone; a plan for later is drawn when it changes.
  const tick = useNow(10 * SECOND)
  const now = localDateOf(tick, course.zone) === day ? tick : Math.floor(tick / 86_400_000)
  const name = parts.programme.stages.find((one) => one.id === stage)?.name ?? ''
  const items = itemsOn(course, stage, day)
  const times = stageTimes(course, stage, tick)
  const seam = seams(course, stage, times)
  const canMove = may('move-segment')
  const drop = (
    moved: SegmentId,
    target: SegmentId | null,
    position: 'before' | 'after' | 'on',
  ) => {
    const before = target === null ? null : droppedBefore(items, moved, target, position)
    if (before === undefined) return
    const where = course.segments[moved]?.stage === stage ? {} : { where: name }
    void plan.move(moved, { stage, day, before, ...where })
  }
  const { dragAndDropHooks } = useDragAndDrop<{ id: SegmentId }>({
    isDisabled: !online || !canMove || typing,
    acceptedDragTypes: [DRAGGED],
    getItems: (keys) =>
      [...keys].map((key) => ({
        [DRAGGED]: String(key),
        'text/plain': course.segments[String(key) as SegmentId]?.title ?? '',
      })),
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys]
      if (moved !== undefined)
        drop(String(moved) as SegmentId, String(target.key) as SegmentId, target.dropPosition)
    },
    onInsert: ({ items: dropped, target }) =>
      void textOf(dropped).then((id) => {
        if (id) drop(id, String(target.key) as SegmentId, target.dropPosition)
      }),
    onRootDrop: ({ items: dropped }) =>
      void textOf(dropped).then((id) => {
        if (id) drop(id, null, 'on')
      }),
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
  })
  const isLong = items.length > MANY
  const list = (
    <GridList
      aria-label={EDIT.listOf(name, day)}
      className={isLong ? 'plan plan--long' : 'plan'}
      items={items.map((id) => ({ id }))}
      {...(canMove ? { dragAndDropHooks } : {})}
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      dependencies={[parts, course, now, online, plan]}
      renderEmptyState={() => <p className="plan__empty muted">{EDIT.dropHere}</p>}
    >
      {({ id }) => (
        <PlanItem
          id={id}
          at={times.get(id)}
          seam={seam.get(id)}
          items={items}
          plan={plan}
          onTyping={setTyping}
          edit={edit}
          pitches={pitches}
        />
      )}
    </GridList>
  )
  return isLong ? (
    <Virtualizer layout={ListLayout} layoutOptions={ROW}>
      {list}
    </Virtualizer>
  ) : (
    list
  )
}

/** The dragged item's id, also from another list of this page. */
async function textOf(dropped: readonly DropItem[]): Promise<SegmentId | null> {
  const item = dropped.find((one) => isTextDropItem(one) && one.types.has(DRAGGED))
  return item && isTextDropItem(item) ? ((await item.getText(DRAGGED)) as SegmentId) : null
}

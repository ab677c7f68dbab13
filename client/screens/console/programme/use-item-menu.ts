import { MINUTE } from '#shared/time/instant.ts'
import { dayName } from '#shared/time/zone.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { useConsole } from '../console-context.ts'
import { stepBefore } from '../common/reorder.ts'
import type { MoreItem } from '../more-menu.tsx'
import { useStage } from '../run/use-stage.ts'
import { useCourse } from '../use-course.ts'
import { stateOf } from './item-state.ts'
import type { PlanItemProps } from './plan-item.tsx'

const SHIFTS = [5 * MINUTE, 10 * MINUTE, -5 * MINUTE]

/** Everything that can be done with an item besides typing: the keyboard's way to what the pointer drags. */
export function useItemMenu({ id, items, plan }: PlanItemProps): MoreItem[] {
  const { parts, may } = useConsole()
  const { course, stageId } = useCourse()
  const actions = useStage()
  const segment = course.segments[id]
  const stage = segment && course.stages[segment.stage]
  if (!segment || !stage) return []
  const { title, kind, confirmed, fixedStart } = segment
  const state = stateOf(course, stage, id)
  const menu: MoreItem[] = []
  const isHere = segment.stage === stageId
  if (
    kind !== 'note' &&
    isHere &&
    state !== 'now' &&
    state !== 'ready' &&
    actions &&
    may('load-item')
  )
    menu.push({ words: PROGRAMME.putOn, run: () => void actions.putOn(id, null) })
  if (!may('save-segment')) return menu
  const free = segment.begunAt === null && stage.on?.segment !== id
  if (free) {
    const up = stepBefore(items, id, -1)
    const down = stepBefore(items, id, 1)
    if (up !== undefined)
      menu.push({
        words: PROGRAMME.earlier,
        run: () => void plan.move(id, { before: up, day: segment.day }),
      })
    if (down !== undefined)
      menu.push({
        words: PROGRAMME.later,
        run: () => void plan.move(id, { before: down, day: segment.day }),
      })
    for (const { id: other, name } of parts.programme.stages)
      if (other !== segment.stage)
        menu.push({
          words: EDIT.toStage(name),
          run: () =>
            void plan.move(id, { stage: other, day: segment.day, before: null, where: name }),
        })
    for (const day of parts.show.days)
      if (day !== segment.day)
        menu.push({
          words: EDIT.toDay(dayName(day)),
          run: () =>
            void plan.move(id, { stage: segment.stage, day, before: null, where: dayName(day) }),
        })
  }
  for (const by of SHIFTS)
    menu.push({
      words: by > 0 ? EDIT.later(by) : EDIT.earlier(-by),
      run: () => void plan.shift(id, by),
    })
  if (fixedStart !== null)
    menu.push({
      words: EDIT.unfix,
      run: () => void plan.save(id, { fixedStart: null }, PROGRAMME.saved(title)),
    })
  if (kind !== 'note')
    menu.push({
      words: confirmed ? EDIT.unconfirm : EDIT.confirm,
      run: () =>
        void plan.save(
          id,
          { confirmed: !confirmed },
          confirmed ? EDIT.unconfirmed(title) : EDIT.confirmed(title),
        ),
    })
  menu.push({ words: EDIT.duplicate, run: () => void plan.duplicate(id) })
  if (free) menu.push({ words: EDIT.remove, run: () => void plan.remove(id), danger: true })
  return menu
}

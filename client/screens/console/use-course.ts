import { useMemo } from 'react'
import type { Course, CourseStage } from '#shared/show/course.ts'
import type { StageId } from '#shared/show/words.ts'
import { courseOf, mainStage } from '#shared/views/course.ts'
import { useConsole } from './console-context.ts'

/** Plan and course together, and the stage that is on screen; anew only when they change. */
export function useCourse(): {
  course: Course
  stage: CourseStage | null
  stageId: StageId | null
} {
  const { parts, stage: chosen } = useConsole()
  const { show, programme, course, rounds } = parts
  return useMemo(() => {
    const whole = courseOf({ show, programme, course, rounds })
    const stageId = chosen && whole.stages[chosen] ? chosen : mainStage(programme)
    return { course: whole, stageId, stage: stageId ? (whole.stages[stageId] ?? null) : null }
  }, [show, programme, course, rounds, chosen])
}

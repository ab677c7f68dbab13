import { useMemo } from 'react'
import type { Course, CourseStage } from '#shared/show/course.ts'
import type { StageId } from '#shared/show/words.ts'
import { courseOf, mainStage } from '#shared/views/course.ts'
import { useConsole } from './console-context.ts'

type Parts = Pick<
  ReturnType<typeof useConsole>['parts'],
  'show' | 'programme' | 'course' | 'rounds'
>
let last: { parts: Parts; course: Course } | null = null

/** Every row of a long list asks for the same: it is put together once for each change. */
function courseOnce({ show, programme, course, rounds }: Parts): Course {
  const held = last?.parts
  const same =
    held?.show === show &&
    held.programme === programme &&
    held.course === course &&
    held.rounds === rounds
  if (last && same) return last.course
  const parts = { show, programme, course, rounds }
  last = { parts, course: courseOf(parts) }
  return last.course
}

/** Plan and course together, and the stage that is on screen; anew only when they change. */
export function useCourse(): {
  course: Course
  stage: CourseStage | null
  stageId: StageId | null
} {
  const { parts, stage: chosen } = useConsole()
  const course = courseOnce(parts)
  return useMemo(() => {
    const stageId = chosen && course.stages[chosen] ? chosen : mainStage(parts.programme)
    return { course, stageId, stage: stageId ? (course.stages[stageId] ?? null) : null }
  }, [course, parts.programme, chosen])
}

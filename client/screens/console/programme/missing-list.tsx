import { useMemo, useState } from 'react'
import { stageTimes } from '#shared/show/course.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { missing, seams } from '#shared/views/plan-checks.ts'
import { MISSING } from '#shared/words/console-edit.ts'
import { useConsole } from '../console-context.ts'
import type { Screen } from '../route.ts'
import { ScreenLink } from '../shell/head.tsx'
import { useCourse } from '../use-course.ts'

interface Line {
  words: string
  /** where it is mended; null: here */
  screen: Exclude<Screen, 'run'> | null
  names: readonly string[]
}

/** What the programme still lacks before its day, and where to mend it. */
export function MissingList() {
  const { parts, now } = useConsole()
  const { course } = useCourse()
  const lines = useMemo(() => {
    const found = missing(parts)
    const overlaps = parts.programme.stages.flatMap(({ id }) =>
      [...seams(course, id, stageTimes(course, id, now()))].flatMap(([segment, seam]) =>
        seam.kind === 'overlap' ? [segment] : [],
      ),
    )
    const innovation = (id: keyof typeof parts.innovations) => parts.innovations[id]?.title ?? ''
    const title = (id: SegmentId) => parts.programme.segments[id]?.title ?? ''
    const table = (id: string) => String(parts.tables.find((one) => one.id === id)?.number ?? '')
    const line = <Id,>(
      ids: readonly Id[],
      words: (count: number) => string,
      screen: Line['screen'],
      name: (id: Id) => string,
    ): Line[] =>
      ids.length === 0 ? [] : [{ words: words(ids.length), screen, names: ids.map(name) }]
    return [
      ...line(found.innovationsWithoutTable, MISSING.innovationsWithoutTable, 'tables', innovation),
      ...line(
        found.innovationsWithoutPitch,
        MISSING.innovationsWithoutPitch,
        'innovations',
        innovation,
      ),
      ...line(
        found.innovationsWithoutPresenter,
        MISSING.innovationsWithoutPresenter,
        'innovations',
        innovation,
      ),
      ...line(found.tablesWithoutInnovation, MISSING.tablesWithoutInnovation, 'tables', table),
      ...line(found.tablesWithoutHost, MISSING.tablesWithoutHost, 'tables', table),
      ...line(found.roundsWithoutTables, MISSING.roundsWithoutTables, 'tables', title),
      ...line(found.blocksWithoutPitches, MISSING.blocksWithoutPitches, null, title),
      ...line(overlaps, MISSING.overlaps, null, title),
      ...line(found.toBeConfirmed, MISSING.toBeConfirmed, null, title),
    ]
  }, [parts, course, now])
  const [open, setOpen] = useState(false)
  return (
    <details
      className="panel missing"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{MISSING.title}</h2>
        <span className={lines.length === 0 ? 'muted' : 'chip'}>
          {lines.length === 0 ? MISSING.nothing : lines.map(({ words }) => words).join(' · ')}
        </span>
      </summary>
      <ul className="list">
        {lines.map(({ words, screen, names }) => (
          <li key={words}>
            <b>{words}</b> {screen !== null && <ScreenLink to={screen}>{MISSING.show}</ScreenLink>}
            <p className="small muted clip2">{names.slice(0, 30).join(', ')}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

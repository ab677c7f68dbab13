import { isPitched, pitchTimes } from '#shared/show/course.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { InnovationId, PitchId } from '#shared/show/words.ts'
import { courseOf } from '#shared/views/course.ts'
import { PHONE } from '#shared/words/phone.ts'
import { listed } from '#shared/words/refusals.ts'
import { Answers, YesSoFar } from './answers.tsx'
import { useNow, usePhone } from './phone-context.ts'

interface PitchLine {
  id: PitchId | InnovationId
  innovation: InnovationId
  at: Instant | null
  /** unpitched: it is at its table only */
  state: 'given' | 'on' | 'to-come' | 'unpitched'
}

/** Every innovation with one's own answer, the one on stage first: whatever was missed can be answered here. */
export function PitchList() {
  const { parts, mine } = usePhone()
  const now = useNow()
  const lines = pitchLines(parts, now)
  if (lines.length === 0)
    return (
      <div className="empty">
        <h1>{PHONE.noPitches}</h1>
        <p>{PHONE.noPitchesHow}</p>
      </div>
    )
  return (
    <>
      <h1>{PHONE.pitchesTitle}</h1>
      <p className="muted">
        {mine ? `${PHONE.pitchesLead} ${PHONE.onlyYouAll}` : PHONE.signInToAnswer}
      </p>
      <YesSoFar />
      <ul className="list list--ruled">
        {lines.map((line) => (
          <Pitch key={line.id} line={line} />
        ))}
      </ul>
    </>
  )
}

function Pitch({ line }: { line: PitchLine }) {
  const { parts } = usePhone()
  const one = parts.innovations[line.innovation]
  const table = parts.tables.find(({ innovation }) => innovation === line.innovation)
  if (!one) return null
  return (
    <li>
      <p className="small muted">
        {[stateWords(line, parts.show.zone), table ? PHONE.atTable(table.number) : '']
          .filter((words) => words !== '')
          .join(', ')}
      </p>
      <h2 className="lead">{one.title}</h2>
      <p>{[listed(one.presenters), one.organisation].filter(Boolean).join(', ')}</p>
      {one.summary !== '' && <p className="muted">{one.summary}</p>}
      <Answers innovation={line.innovation} inList />
    </li>
  )
}

function stateWords({ state, at }: PitchLine, zone: string): string {
  if (state === 'on') return PHONE.onNow
  if (state === 'given') return PHONE.given
  return at === null ? '' : PHONE.startsAbout(clockTime(at, zone))
}

function pitchLines(parts: ReturnType<typeof usePhone>['parts'], now: Instant): PitchLine[] {
  const course = courseOf(parts)
  const lines = parts.programme.stages.flatMap((stage) =>
    stage.segments.flatMap((id) => {
      const block = course.segments[id]
      if (block?.kind !== 'pitch-block') return []
      const times = pitchTimes(course, block, now)
      return block.pitches.flatMap((pitch): PitchLine[] => {
        const { innovation, done } = course.pitches[pitch] ?? {}
        if (innovation === undefined) return []
        const state = done ? 'given' : isPitched(course, innovation) ? 'on' : 'to-come'
        return [{ id: pitch, innovation, at: times.get(pitch) ?? null, state }]
      })
    }),
  )
  const pitched = new Set(lines.map(({ innovation }) => innovation))
  const others = (Object.keys(parts.innovations) as InnovationId[])
    .filter((id) => !pitched.has(id))
    .map((id): PitchLine => ({ id, innovation: id, at: null, state: 'unpitched' }))
  return [
    ...lines.filter(({ state }) => state === 'on'),
    ...lines.filter(({ state }) => state !== 'on'),
    ...others,
  ]
}

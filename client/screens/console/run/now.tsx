import type { CourseRound } from '#shared/show/course.ts'
import { plannedLength } from '#shared/show/course.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import { type Clock, elapsed, endsAt, phaseOf, remaining } from '#shared/time/clock.ts'
import { SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { overtime, RUN } from '#shared/words/console-run.ts'
import { type Billing, billingOf } from '../billing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { Controls } from './controls.tsx'
import type { RunActions } from './use-run.ts'

/** What is on stage, how long it has, and everything that can be done about it. */
export function Now({ run }: { run: RunActions }) {
  const { parts } = useConsole()
  const { course, stage } = useCourse()
  const on = stage?.on ?? null
  const segment = on ? course.segments[on.segment] : undefined
  const round = segment?.kind === 'rounds' ? roundOn(segment, parts.rounds) : undefined
  const clock = round?.clock ?? on?.clock ?? null
  // Digits change with their own second, not with the wall's.
  const now = useNow(clock ? SECOND : 60 * SECOND, clock ? (endsAt(clock) ?? 0) : 0)
  const points = segment && segment.kind !== 'rounds' ? segment : { warnAt: 0, dangerAt: 0 }
  const phase = clock ? wordOf(clock, points, now, course.heldSince, on?.phase) : 'ready'
  const billing = on ? billingOf(parts, on.segment, on.pitch) : null
  return (
    <section className="now" data-phase={on ? phase : 'idle'} aria-labelledby="now">
      <div className="now__item">
        <p className="now__count">{countOf(segment, on?.pitch ?? null, parts)}</p>
        <h2 className="now__title" id="now">
          {billing && segment && round
            ? `${RUN.round(parts.rounds[round.id]?.number ?? 0)}: ${RUN.roundPhase[round.phase]}`
            : (billing?.name ?? RUN.nothingOn)}
        </h2>
        <p className="now__who">
          {billing && segment ? whoOf(billing, segment, course) : restWords(run, stage, parts)}
        </p>
        {segment && segment.notes !== '' && (
          <p className="now__notes">
            <b>{RUN.notes}</b> {segment.notes}
          </p>
        )}
        {stage?.blackout && <p className="chip chip--yours">{RUN.blackedOut}</p>}
      </div>
      {clock && (
        <div className="now__clock">
          <span className="clock" role="timer" aria-label={RUN.controls}>
            {overtime(countdown(remaining(clock, now)))}
          </span>
          <span className="now__phase">
            {RUN.phase[phase]}
            {clock.added !== 0 && <span className="now__added">, {RUN.added(clock.added)}</span>}
          </span>
        </div>
      )}
      {clock && (
        <progress
          className="bar"
          max={Math.max(1, clock.duration + clock.added)}
          value={Math.min(elapsed(clock, now), Math.max(1, clock.duration + clock.added))}
          aria-label={RUN.timeUsed}
        />
      )}
      <Controls run={run} />
    </section>
  )
}

function roundOn(
  segment: Extract<DeepReadonly<Segment>, { kind: 'rounds' }>,
  rounds: Readonly<Record<string, CourseRound>>,
): (CourseRound & { clock: Clock | null }) | undefined {
  return segment.rounds.map((id) => rounds[id]).find((round) => round?.clock)
}

type PhaseWord = keyof typeof RUN.phase

function wordOf(
  clock: Readonly<Clock>,
  points: { warnAt: number; dangerAt: number },
  now: number,
  heldSince: number | null,
  phase: string | undefined,
): PhaseWord {
  if (heldSince !== null) return 'held'
  if (clock.startedAt !== null && clock.pausedAt !== null) return 'paused'
  const own = phaseOf(clock, points, now)
  if (phase !== 'changeover' || own === 'ready') return own
  return own === 'over' ? 'over' : 'changeover'
}

type Parts = ReturnType<typeof useConsole>['parts']

function countOf(
  segment: DeepReadonly<Segment> | undefined,
  pitch: string | null,
  parts: Parts,
): string {
  if (segment?.kind === 'pitch-block' && pitch) {
    const index = segment.pitches.findIndex((id) => id === pitch)
    return RUN.nowCount(index + 1, segment.pitches.length)
  }
  if (segment?.kind === 'rounds') {
    const round = roundOn(segment, parts.rounds)
    const number = round ? (parts.rounds[round.id]?.number ?? 0) : 0
    return number > 0 ? RUN.nowCount(number, segment.rounds.length) : RUN.now
  }
  return RUN.now
}

function whoOf(
  billing: Billing,
  segment: DeepReadonly<Segment>,
  course: ReturnType<typeof useCourse>['course'],
): string {
  if (segment.kind !== 'pitch-block') {
    return `${RUN.kind[segment.kind]}, ${RUN.ofLength(plannedLength(course, segment))}`
  }
  const { about, organisation, table } = billing
  return [about, organisation, table ? RUN.table(table.number) : RUN.noTable]
    .filter((text) => text !== '')
    .join(', ')
}

function restWords(
  run: RunActions,
  stage: ReturnType<typeof useCourse>['stage'],
  parts: Parts,
): string {
  const { primary } = run
  if (stage?.finished) return RUN.allDone
  if (primary?.kind !== 'start') return ''
  return RUN.nothingOnThen(billingOf(parts, primary.what.segment, primary.what.pitch).name)
}

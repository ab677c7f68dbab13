import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { RoundId, SegmentId } from '#shared/show/words.ts'
import { type SegmentDraft, type SegmentPlan, USUAL } from './commands.ts'

/** The parts of a show that hold what is planned: a screen has them too. */
export interface Planned extends Pick<ReadShow, 'segments'> {
  readonly rounds: Readonly<
    Record<RoundId, DeepReadonly<Pick<Round, 'move' | 'talk' | 'free'>> | undefined>
  >
}

/** The part of a segment that people plan, without what has happened to it. */
export function draftOf(show: Planned, id: SegmentId): SegmentPlan | null {
  const segment = show.segments[id]
  if (!segment) return null
  const { stage, day, title, fixedStart, summary, notes, confirmed, tablesOpen, ref } = segment
  const speakers = [...segment.speakers]
  const said = { summary, notes, confirmed, speakers, tablesOpen, ref }
  const shared = { id, stage, day, title, fixedStart, ...said }
  if (segment.kind === 'pitch-block') {
    const { kind, length, pitchLength, changeover, warnAt, dangerAt, byItself } = segment
    return { ...shared, kind, length, pitchLength, changeover, warnAt, dangerAt, byItself }
  }
  if (segment.kind === 'rounds') {
    const { kind, length, byItself, opensBefore, closesBefore } = segment
    const rounds = segment.rounds.flatMap((round) => {
      const held = show.rounds[round]
      return held ? [{ id: round, move: held.move, talk: held.talk, free: held.free }] : []
    })
    return { ...shared, kind, length, rounds, byItself, opensBefore, closesBefore }
  }
  const { kind, length, warnAt, dangerAt } = segment
  return { ...shared, kind, length, warnAt, dangerAt }
}

/** What a draft leaves out stays as it was; of a new segment it is the usual. */
export function completed(show: Planned, draft: SegmentDraft): SegmentPlan {
  const before = draftOf(show, draft.id)
  const { summary, notes, confirmed, speakers, tablesOpen, ref } = before ?? USUAL
  const said = { summary, notes, confirmed, speakers: [...speakers], tablesOpen, ref }
  if (draft.kind !== 'rounds') return { ...said, ...draft }
  const free = (id: string): boolean =>
    before?.kind === 'rounds' && before.rounds.some((round) => round.id === id && round.free)
  return {
    ...said,
    ...draft,
    rounds: draft.rounds.map((round) => ({ ...round, free: round.free ?? free(round.id) })),
  }
}

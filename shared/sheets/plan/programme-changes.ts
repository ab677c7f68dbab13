import type { SegmentDraft, SegmentPlan } from '#shared/show/programme/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import { list, oneLine } from '#shared/sheets/text.ts'
import { segmentChanges } from './segments.ts'
import { nowWords, present } from './words.ts'
import type { Work } from './work.ts'

export const KIND_WORDS: Record<SegmentDraft['kind'], string> = {
  'pitch-block': 'pitch block',
  talk: 'talk',
  break: 'break',
  rounds: 'rounds',
  panel: 'panel',
  ceremony: 'ceremony',
  note: 'note',
}

/** What a row of a programme changes of an item, in sentences. What the row leaves out stays. */
export function programmeChanges(was: SegmentPlan, draft: SegmentDraft, work: Work): string[] {
  const now = { ...was, ...draft }
  const stageName = (id: SegmentPlan['stage']): string => work.show.stages[id]?.name ?? ''
  return present([
    nowWords('Kind', KIND_WORDS[now.kind], KIND_WORDS[was.kind]),
    nowWords('Stage', stageName(now.stage), stageName(was.stage)),
    ...segmentChanges(was, draft, work.show.zone),
    textWords('summary', was.summary, now.summary),
    textWords('note for the crew', was.notes, now.notes),
    nowWords('Confirmed', yesNo(now.confirmed), yesNo(was.confirmed)),
    nowWords('Tables open', yesNo(now.tablesOpen), yesNo(was.tablesOpen)),
    speakersWords(work, was.speakers, now.speakers),
  ])
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

/** Too long to be written out. */
function textWords(what: string, was: string, now: string): string | null {
  if (oneLine(was) === oneLine(now)) return null
  return was === '' ? `Has a ${what} now.` : `Its ${what} is changed.`
}

function speakersWords(
  work: Work,
  was: readonly PersonId[],
  now: readonly PersonId[],
): string | null {
  if (was.join() === now.join()) return null
  const names = (ids: readonly PersonId[]): string =>
    list(ids.map((id) => work.people.get(id)?.name ?? 'somebody'))
  return nowWords('Speakers', names(now), names(was)) ?? 'Other people of the same names speak now.'
}

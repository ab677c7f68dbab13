import type { SegmentPlan } from '#shared/show/programme/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import { list } from '#shared/sheets/text.ts'
import { segmentChanges } from './segments.ts'
import { nowWords, present } from './words.ts'
import type { Work } from './work.ts'

const KIND_WORDS: Record<SegmentPlan['kind'], string> = {
  'pitch-block': 'pitch block',
  talk: 'talk',
  break: 'break',
  rounds: 'rounds',
  panel: 'panel',
  ceremony: 'ceremony',
  note: 'note',
}

/** What a schedule changes of an item, in sentences. */
export function scheduleChanges(was: SegmentPlan, now: SegmentPlan, work: Work): string[] {
  const names = (speakers: readonly PersonId[]): string =>
    list(speakers.map((id) => work.people.get(id)?.name ?? 'somebody'))
  return present([
    ...segmentChanges(was, now, work.show.zone),
    nowWords('Kind', KIND_WORDS[now.kind], KIND_WORDS[was.kind]),
    was.speakers.join() === now.speakers.join()
      ? null
      : (nowWords('Who speaks', names(now.speakers), names(was.speakers)) ??
        'Who speaks is another person of the same name now.'),
    was.summary === now.summary ? null : summaryWords(was.summary),
    was.confirmed === now.confirmed
      ? null
      : now.confirmed
        ? 'Is confirmed now.'
        : 'Is to be confirmed now.',
    was.ref === now.ref ? null : 'Is known by its id in this file now.',
  ])
}

const summaryWords = (was: string): string =>
  was === '' ? 'Has a summary now.' : 'Its summary is changed.'

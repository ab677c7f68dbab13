import type { PersonId } from '#shared/show/words.ts'
import { length } from '#shared/time/spoken.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import type { People } from '#shared/views/common.ts'
import type {
  InnovationChange,
  ItemChange,
  Place,
  PublicChange,
} from '#shared/views/public-differences.ts'
import type { PublicView } from '#shared/views/public.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'

const words = PUBLIC_PAGE.changes

/** What names and times are said with. */
export interface Context {
  view: Pick<PublicView, 'id' | 'title' | 'zone' | 'days'>
  people: People
}

/** What has changed, in one line. */
export function sayChange(change: PublicChange, context: Context): string {
  switch (change.what) {
    case 'published':
      return words.published
    case 'withdrawn':
      return words.withdrawn
    case 'event-title':
      return words.eventTitle(change.now, change.before)
    case 'event-place':
      return words.eventPlace(change.now)
    default:
      return change.thing === 'item' ? sayItem(change, context) : sayInnovation(change, context)
  }
}

function sayItem(change: ItemChange, { view, people }: Context): string {
  const { title } = change
  const at = (start: number): string => clockTime(start, view.zone)
  switch (change.what) {
    case 'added':
      return words.added(title)
    case 'removed':
      return words.removed(title)
    case 'confirmed':
      return words.confirmed(title, saidPlace(change.now, view))
    case 'to-confirm':
      return words.toConfirm(title, saidPlace(change.now, view))
    case 'renamed':
      return words.renamed(title, change.before)
    case 'summary':
      return words.summary(title)
    case 'moved': {
      const { before, now } = change
      const elsewhere = now.stage !== before.stage
      const said = (place: Place): string =>
        saidPlace({ ...place, stage: elsewhere ? place.stage : '' }, view)
      return words.moved(title, said(now), said(before))
    }
    case 'length':
      return words.length(title, length(change.now), length(change.before))
    case 'kind':
      return words.kind(title, PUBLIC_PAGE.kinds[change.now])
    case 'speakers':
      return words.speakers(title, namesOf(change.now, people))
    case 'tables-open':
      return words.tablesOpen(title, change.now)
    case 'pitches':
      return words.pitches(title, change.added, change.removed)
    case 'rounds':
      return words.rounds(title, change.now.map(at))
  }
}

function sayInnovation(change: InnovationChange, { people }: Context): string {
  const { title } = change
  switch (change.what) {
    case 'added':
      return words.added(title)
    case 'removed':
      return words.removed(title)
    case 'renamed':
      return words.renamed(title, change.before)
    case 'summary':
      return words.summary(title)
    case 'organisation':
      return words.organisation(title, change.now)
    case 'presenters':
      return words.presenters(title, namesOf(change.now, people))
    case 'table':
      return change.now === null ? words.noTable(title) : words.table(title, change.now)
  }
}

/** `10:40`, `Tuesday 24 November 10:40, Albert Room` */
function saidPlace({ day, start, stage }: Place, { zone, days }: Context['view']): string {
  const time = clockTime(start, zone)
  return PUBLIC_PAGE.at(days.length > 1 ? `${dayName(day)} ${time}` : time, stage)
}

/** Whoever has been erased is left out. */
const namesOf = (ids: readonly string[], people: People): string[] =>
  ids.flatMap((id) => people.get(id as PersonId)?.name ?? [])

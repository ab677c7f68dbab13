import { clockTime, dayName } from '#shared/time/zone.ts'
import type { PublicChange } from '#shared/views/public-changes.ts'
import type { PublicView } from '#shared/views/public.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'

const words = PUBLIC_PAGE.changes

/** What has changed, in one line. */
export function sayChange(change: PublicChange, { zone, days }: PublicView): string {
  const title = 'title' in change && change.title !== '' ? change.title : words.item
  switch (change.what) {
    case 'published':
      return words.published
    case 'withdrawn':
      return words.withdrawn
    case 'added':
      return words.added(title)
    case 'removed':
      return words.removed(title)
    case 'changed':
      return words.changed(title)
    case 'renamed':
      return words.renamed(change.before, title)
    case 'moved': {
      if (change.title === '') return words.movedUnnamed
      const day = days.length > 1 ? `${dayName(change.day)} ` : ''
      const to = PUBLIC_PAGE.at(`${day}${clockTime(change.start, zone)}`, change.stage)
      return words.moved(title, to)
    }
    case 'table':
      return change.table === null ? words.noTable(title) : words.table(title, change.table)
  }
}

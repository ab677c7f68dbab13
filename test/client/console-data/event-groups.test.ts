import { describe, expect, test } from 'vitest'
import type { ShowId } from '#shared/show/words.ts'
import { type Standing, standingOf } from '#shared/views/standing.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { ShowLine } from '#shared/wire/console.ts'
import { nextYear } from '../../../client/screens/console/home/event-draft.ts'
import { foundShows, groupedShows } from '../../../client/screens/console/home/event-groups.ts'

const line = (id: string, standing: Standing, day: string, of: string | null = null): ShowLine => ({
  id: id as ShowId,
  title: `Show ${id}`,
  place: 'Tŷ Gobaith',
  days: [day],
  people: 0,
  here: 0,
  standing,
  rehearsalOf: of as ShowId | null,
})
const ids = (shows: readonly ShowLine[]) => shows.map(({ id }) => id)

describe('the list of events', () => {
  test('has what runs first, then what comes soonest, then what was over last; what is put away stands apart', () => {
    const { groups, archived } = groupedShows([
      line('old', 'closed', '2024-01-01'),
      line('far', 'draft', '2027-05-05'),
      line('away', 'archived', '2023-01-01'),
      line('near', 'published', '2027-01-01'),
      line('now', 'today', '2026-06-28'),
      line('late', 'past', '2026-06-01'),
    ])
    expect(groups.map(({ group, shows }) => [group, ids(shows)])).toEqual([
      ['today', ['now']],
      ['coming', ['near', 'far']],
      ['over', ['late', 'old']],
    ])
    expect(ids(archived)).toEqual(['away'])
  })

  test('has a rehearsal right behind its event, and among its likes when that stands elsewhere', () => {
    const { groups } = groupedShows([
      line('z-rehearsal', 'today', '2026-06-28', 'z'),
      line('a', 'today', '2026-06-28'),
      line('z', 'today', '2026-06-28'),
      line('b-rehearsal', 'today', '2026-06-28', 'b'),
      line('b', 'draft', '2026-09-28'),
    ])
    expect(ids(groups[0]?.shows ?? [])).toEqual(['a', 'b-rehearsal', 'z', 'z-rehearsal'])
    expect(ids(groups[1]?.shows ?? [])).toEqual(['b'])
  })

  test('has no headings over nothing', () => {
    expect(groupedShows([])).toEqual({ groups: [], archived: [] })
  })

  test('finds by any words of title, place and address, whatever their accents', () => {
    const shows = [line('leeds', 'draft', '2027-01-01'), line('york', 'draft', '2027-01-02')]
    expect(ids(foundShows(shows, ' YORK gobaith '))).toEqual(['york'])
    expect(ids(foundShows(shows, 'ty'))).toEqual(['leeds', 'york'])
    expect(foundShows(shows, 'hull')).toEqual([])
    expect(foundShows(shows, '')).toHaveLength(2)
  })
})

test('where an event stands follows from what was done with it and from the day in its zone', () => {
  const show = {
    days: ['2026-06-28', '2026-06-30'],
    zone: 'Pacific/Auckland',
    publishedAt: null as number | null,
    closedAt: null as number | null,
    archivedAt: null as number | null,
  }
  const at = (day: string, time: string) => instantOf(day, time, 'Pacific/Auckland')
  expect(standingOf(show, at('2026-06-27', '23:59'))).toBe('draft')
  expect(standingOf({ ...show, publishedAt: 1 }, at('2026-06-27', '23:59'))).toBe('published')
  expect(standingOf(show, at('2026-06-28', '00:00'))).toBe('today')
  expect(standingOf(show, at('2026-06-29', '12:00'))).toBe('today')
  expect(standingOf(show, at('2026-06-30', '23:59'))).toBe('today')
  expect(standingOf(show, at('2026-07-01', '00:00'))).toBe('past')
  expect(standingOf({ ...show, closedAt: 1 }, at('2026-06-28', '12:00'))).toBe('closed')
  expect(standingOf({ ...show, closedAt: 1, archivedAt: 1 }, 0)).toBe('archived')
})

test('the next one is called after the next year', () => {
  expect(nextYear('Leeds 2026')).toBe('Leeds 2027')
  expect(nextYear('2025 and 2026: Leeds')).toBe('2025 and 2027: Leeds')
  expect(nextYear('Leeds Pitch & Talk')).toBe('Leeds Pitch & Talk')
})

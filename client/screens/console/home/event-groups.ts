import type { ShowLine } from '#shared/wire/console.ts'

export const GROUPS = ['today', 'coming', 'over'] as const
export type Group = (typeof GROUPS)[number]

/** Events as lists show them: what runs first, then what comes, soonest first, then what is over, newest first. */
export interface Grouped {
  groups: readonly { group: Group; shows: readonly ShowLine[] }[]
  archived: readonly ShowLine[]
}

const first = (show: ShowLine): string => show.days[0] ?? ''
const last = (show: ShowLine): string => show.days.at(-1) ?? ''
const byTitle = (a: ShowLine, b: ShowLine): number => a.title.localeCompare(b.title, 'en-GB')
const soonest = (a: ShowLine, b: ShowLine): number =>
  first(a).localeCompare(first(b)) || byTitle(a, b)
const newest = (a: ShowLine, b: ShowLine): number => last(b).localeCompare(last(a)) || byTitle(a, b)

function groupOf({ standing }: ShowLine): Group | 'archived' {
  switch (standing) {
    case 'today':
    case 'archived':
      return standing
    case 'draft':
    case 'published':
      return 'coming'
    case 'past':
    case 'closed':
      return 'over'
  }
}

export function groupedShows(shows: readonly ShowLine[]): Grouped {
  const of = (group: Group | 'archived'): ShowLine[] =>
    behindTheirs(
      shows
        .filter((show) => groupOf(show) === group)
        .toSorted(group === 'today' || group === 'coming' ? soonest : newest),
    )
  return {
    groups: GROUPS.map((group) => ({ group, shows: of(group) })).filter(
      (one) => one.shows.length > 0,
    ),
    archived: of('archived'),
  }
}

/** A rehearsal stands right after the event that it is of, where both are in the same list. */
function behindTheirs(shows: readonly ShowLine[]): ShowLine[] {
  const isHere = (id: string | null): boolean => shows.some((show) => show.id === id)
  const behind = (of: ShowLine): ShowLine[] => shows.filter((show) => show.rehearsalOf === of.id)
  return shows
    .filter((show) => !isHere(show.rehearsalOf))
    .flatMap((show) => [show, ...behind(show)])
}

/** Those whose title or place holds every word that was asked for. */
export function foundShows(shows: readonly ShowLine[], query: string): ShowLine[] {
  const plain = (text: string): string =>
    text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = plain(query).split(/\s+/).filter(Boolean)
  return shows.filter(({ title, place, id }) =>
    words.every((word) => plain(`${title} ${place} ${id}`).includes(word)),
  )
}

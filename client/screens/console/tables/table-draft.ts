import type { InnovationId, PersonId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import type { ConsoleParts } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { hostedTables } from '../common/places.ts'

/** What the form holds: numbers as they are typed. */
export interface TableDraft {
  number: string
  zone: string
  place: string
  capacity: string
  innovation: InnovationId | null
  hosts: readonly PersonId[]
}
export type DraftErrors = Partial<Record<keyof TableDraft, string>>

type Parts = Pick<ConsoleParts, 'tables' | 'hosts' | 'innovationPresenters'>

/** The form of a table as it is; of a new one: the next number, and as many seats as the last table has. */
export function draftOf(table: TableLine | null, { tables, hosts }: Parts): TableDraft {
  if (table) {
    const { number, zone, place, capacity, innovation } = table
    return {
      number: String(number),
      zone,
      place,
      capacity: String(capacity),
      innovation,
      hosts: hosts[table.id] ?? [],
    }
  }
  const last = tables.at(-1)
  return {
    number: String((last?.number ?? 0) + 1),
    zone: last?.zone ?? '',
    place: '',
    capacity: String(last?.capacity ?? 8),
    innovation: null,
    hosts: [],
  }
}

export function checkDraft(draft: TableDraft): DraftErrors {
  const within = (text: string, most: number): boolean =>
    /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
  return {
    ...(within(draft.number, 999) ? {} : { number: TABLES.numberOdd }),
    ...(within(draft.capacity, 500) ? {} : { capacity: TABLES.seatsOdd }),
  }
}

/** Presenters of an innovation who do not present at another table: likely hosts of the table it gets. */
export function likelyHosts(
  innovation: InnovationId | null,
  { hosts, innovationPresenters }: Parts,
  own: TableLine['id'] | null,
): PersonId[] {
  if (innovation === null) return []
  const hosted = hostedTables(hosts)
  return (innovationPresenters[innovation] ?? []).filter((person) => {
    const at = hosted.get(person)
    return at === undefined || at === own
  })
}

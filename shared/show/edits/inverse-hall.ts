import type { SingleCommand } from '#shared/show/commands.ts'
import { hallDraft, type HallEvent, placesNow } from '#shared/show/hall.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { TableId } from '#shared/show/words.ts'
import type { Undoing } from './edit.ts'

type Undo<Type extends HallEvent['type']> = (
  show: ReadShow,
  event: Extract<HallEvent, { type: Type }>,
) => Undoing
type HallUndos = { [Type in HallEvent['type']]: Undo<Type> }

const HALL = 'hall'

/** What names a table's place on the map, which changes apart from the table. */
export const placeKey = (id: string): string => `place-${id}`
export const placeKeys = (show: ReadShow): string[] => Object.keys(show.tables).map(placeKey)

/** Tables back to where they stand now. */
export const placeBack = (show: ReadShow, tables: readonly TableId[]): SingleCommand => ({
  type: 'place-tables',
  places: placesNow(show, tables),
})

/** How to take back changes of the map. */
export const UNDO_HALL: HallUndos = {
  'hall-saved': (show, { hall }) => {
    const before = show.hall && hallDraft(show.hall)
    if (!before)
      return {
        subject: { done: 'added', thing: 'map', name: '' },
        touches: [HALL, ...placeKeys(show)],
        inverse: [{ type: 'remove-hall' }],
      }
    const { tables, ...ground } = before
    return {
      subject: { done: 'changed', thing: 'map', name: '' },
      touches: hall.tables ? [HALL, ...placeKeys(show)] : [HALL],
      inverse: [
        { type: 'save-hall', hall: hall.tables && tables ? { ...ground, tables } : ground },
      ],
    }
  },
  'hall-removed': (show) => ({
    subject: { done: 'removed', thing: 'map', name: '' },
    touches: [HALL, ...placeKeys(show)],
    inverse: show.hall ? [{ type: 'save-hall', hall: hallDraft(show.hall) }] : [],
  }),
  'tables-placed': (show, { places }) => {
    const [one, ...more] = places.flatMap(({ table }) => show.tables[table]?.number ?? [])
    const tables = places.map(({ table }) => table)
    return {
      subject: { done: 'moved', thing: 'map', name: more.length > 0 ? '' : String(one ?? '') },
      touches: tables.map(placeKey),
      inverse: [placeBack(show, tables)],
    }
  },
}

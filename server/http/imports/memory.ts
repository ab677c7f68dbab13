import { createHash } from 'node:crypto'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { ColumnChoice } from '#shared/sheets/fields.ts'
import { SHEET_KINDS } from '#shared/wire/imports.ts'
import type { Saved, Store } from '../../store/port.ts'

/** What was said of a set of columns. Their names are kept as a hash only. */
export interface Remembered extends ColumnChoice {
  columns: string
}

const KEY = 'import-columns'
/** Of more than this the oldest are forgotten. */
const MOST = 200

const Kept = Compile(
  Type.Array(
    Type.Object({
      columns: Type.String(),
      kind: Type.Enum([...SHEET_KINDS]),
      fields: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
    }),
  ),
)

/** The same for the same column names, in whatever order and however they are written. */
export const columnsHash = (keys: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(keys.toSorted())).digest('base64url')

export const rememberedAs = (choice: ColumnChoice): Remembered => ({
  ...choice,
  columns: columnsHash(Object.keys(choice.fields)),
})

/** Choices of this server's organisers, the newest last. */
export async function remembered(store: Pick<Store, 'setting'>): Promise<Remembered[]> {
  const kept = await store.setting(KEY)
  if (kept === null) return []
  const read: unknown = JSON.parse(kept)
  // Kept by another version: what is not understood is asked again.
  return Kept.Check(read) ? read : []
}

let last: Promise<unknown> = Promise.resolve()

/** Adds to what is kept, one caller after the other. */
export function remember(
  store: Pick<Store, 'setting' | 'putSetting'>,
  choices: readonly Remembered[],
): Promise<Saved> {
  const mine = last.then(async (): Promise<Saved> => {
    if (choices.length === 0) return { ok: true }
    const newer = new Set(choices.map(({ columns }) => columns))
    const before = (await remembered(store)).filter(({ columns }) => !newer.has(columns))
    return store.putSetting(KEY, JSON.stringify([...before, ...choices].slice(-MOST)))
  })
  // Whoever asked hears of a failure; the next one only waits for the end.
  last = mine.catch(() => undefined)
  return mine
}

import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { SHEET_KINDS } from '#shared/wire/imports.ts'
import type { Saved, Store } from '../../store/port.ts'
import type { Remembered } from './remembered.ts'

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

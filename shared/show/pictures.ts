import Type from 'typebox'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { same } from './same.ts'
import type { ReadShow } from './state.ts'

const strict = { additionalProperties: false }
/** SHA-256 of a picture's bytes, as hex: its name. */
export const PictureHash = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** px of the longer side */
export const MOST_PIXELS = 6000
/** So many pictures that nothing shows are kept: undo may want them. */
export const MOST_SPARE_PICTURES = 8
/** So many are shown in breaks. */
export const MOST_BREAK_PICTURES = 12

/** The server has this picture from now on: a map may be drawn on it, or breaks show it. */
export const KeepPicture = Type.Object(
  {
    type: Type.Literal('keep-picture'),
    hash: PictureHash,
    format: Type.Union([
      Type.Literal('image/png'),
      Type.Literal('image/jpeg'),
      Type.Literal('image/webp'),
    ]),
    width: Type.Integer({ minimum: 1, maximum: MOST_PIXELS }),
    height: Type.Integer({ minimum: 1, maximum: MOST_PIXELS }),
  },
  strict,
)
const shown = {
  picture: PictureHash,
  /** what stands under it, such as the sponsor's name; may be empty */
  caption: Type.String({ maxLength: 80 }),
  /** somebody pays for it, and the screen says so */
  sponsor: Type.Boolean(),
}
const BreakPicture = Type.Object(shown, strict)
export type BreakPicture = Type.Static<typeof BreakPicture>
/** Before which other it is shown; null: last. */
const Before = Type.Union([PictureHash, Type.Null()])

/** Has hall screens show a picture in breaks, or changes what is given of one that they show. */
export const SaveBreakPicture = Type.Object(
  {
    type: Type.Literal('save-break-picture'),
    picture: shown.picture,
    caption: Type.Optional(shown.caption),
    sponsor: Type.Optional(shown.sponsor),
    before: Type.Optional(Before),
  },
  strict,
)
/** They show it no more; undo can bring it back. */
export const RemoveBreakPicture = Type.Object(
  { type: Type.Literal('remove-break-picture'), picture: PictureHash },
  strict,
)

export type PicturesCommand =
  | Type.Static<typeof KeepPicture>
  | Type.Static<typeof SaveBreakPicture>
  | Type.Static<typeof RemoveBreakPicture>
export type PicturesEvent =
  | ({ type: 'picture-kept'; drops: string[] } & Omit<Type.Static<typeof KeepPicture>, 'type'>)
  /** `before`: whose place it takes; null: last */
  | { type: 'break-picture-saved'; shown: BreakPicture; before: string | null }
  | { type: 'break-picture-removed'; picture: string }

export const decidePictures: Deciders<PicturesCommand> = {
  'keep-picture': (show, { hash, format, width, height }) => {
    if (show.pictures[hash]) return accept()
    const shown = picturesShown(show)
    const spare = Object.keys(show.pictures).filter((one) => !shown.includes(one))
    const drops = spare.slice(0, Math.max(0, spare.length + 1 - MOST_SPARE_PICTURES))
    return accept({ type: 'picture-kept', hash, format, width, height, drops })
  },
  'save-break-picture': (show, { picture, caption, sponsor, before }) => {
    const { breakPictures } = show
    if (!show.pictures[picture])
      return refuse('unknown', { what: 'picture', id: picture }, 'picture')
    const present = breakPictures.find((one) => one.picture === picture)
    if (!present && breakPictures.length >= MOST_BREAK_PICTURES)
      return refuse('pictures-full', { most: MOST_BREAK_PICTURES }, 'picture')
    if (before != null && !breakPictures.some((one) => one.picture === before))
      return refuse('unknown', { what: 'picture', id: before }, 'before')
    const saved = {
      picture,
      caption: caption?.trim() ?? present?.caption ?? '',
      sponsor: sponsor ?? present?.sponsor ?? false,
    }
    const was = afterPicture(show, picture)
    // In front of itself is where it is.
    const to = before === undefined || before === picture ? was : before
    return present && to === was && same(present, saved)
      ? accept()
      : accept({ type: 'break-picture-saved', shown: saved, before: to })
  },
  'remove-break-picture': (show, { picture }) =>
    show.breakPictures.some((one) => one.picture === picture)
      ? accept({ type: 'break-picture-removed', picture })
      : accept(),
}

/** The one that is shown after it; null: it is the last, or is not shown. */
export function afterPicture({ breakPictures }: ReadShow, picture: string): string | null {
  const at = breakPictures.findIndex((one) => one.picture === picture)
  return at < 0 ? null : (breakPictures[at + 1]?.picture ?? null)
}

/** Hashes of what the map is drawn on and of what breaks show, each once. */
export function picturesShown({
  hall,
  breakPictures,
}: Pick<ReadShow, 'hall' | 'breakPictures'>): string[] {
  const plan = hall?.ground.kind === 'picture' ? [hall.ground.picture] : []
  return [...new Set([...plan, ...breakPictures.map(({ picture }) => picture)])]
}

export const evolvePictures: Evolvers<PicturesEvent> = {
  'picture-kept': (show, { hash, format, width, height, drops }) => {
    for (const one of drops) delete show.pictures[one]
    show.pictures[hash] = { format, width, height }
  },
  'break-picture-saved': (show, { shown: one, before }) => {
    const rest = show.breakPictures.filter(({ picture }) => picture !== one.picture)
    const at = rest.findIndex(({ picture }) => picture === before)
    show.breakPictures = rest.toSpliced(at < 0 ? rest.length : at, 0, one)
  },
  'break-picture-removed': (show, { picture: gone }) => {
    show.breakPictures = show.breakPictures.filter(({ picture }) => picture !== gone)
  },
}

import type { PersonWrite, TextRow } from '#shared/show/decision.ts'
import type { PersonId, TextId } from '#shared/show/words.ts'

/** What people wrote in words of their own, by what it is and whose. Rows can be erased at any time. */
export type Texts = ReadonlyMap<TextId, TextRow>
export const NO_TEXTS: Texts = new Map()

/** characters of the longest text there is */
export const LONGEST_TEXT = 300

/** `question:per-…:inn-…`: what it is, then the ids that tell it from others of its kind. */
export const textId = (kind: string, ...ids: readonly string[]): TextId =>
  [kind, ...ids].join(':') as TextId

/** Something that was written, or is written anew; nothing left of it: erased. */
export function writeText(
  id: TextId,
  by: PersonId,
  about: PersonId | null,
  text: string,
): PersonWrite {
  const trimmed = text.trim()
  return trimmed === '' ? { eraseText: id } : { putText: { id, by, about, text: trimmed } }
}

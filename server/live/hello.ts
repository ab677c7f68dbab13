import type { PersonId, StageId } from '#shared/show/words.ts'
import { AUDIENCES, type Audience, type Hello } from '#shared/wire/live.ts'

/** Reads what a screen says of itself as it connects; null: it is none of ours. */
export function readHello(value: unknown): Hello | null {
  if (typeof value !== 'object' || value === null) return null
  const { show, audience, stage, epoch, held, person } = value as Record<string, unknown>
  if (typeof show !== 'string' || !AUDIENCES.includes(audience as Audience)) return null
  return {
    show,
    audience: audience as Audience,
    ...(typeof stage === 'string' ? { stage: stage as StageId } : {}),
    epoch: typeof epoch === 'string' ? epoch : null,
    held: typeof held === 'number' && held >= 0 ? held : 0,
    ...(person === null || typeof person === 'string' ? { person: person as PersonId | null } : {}),
  }
}

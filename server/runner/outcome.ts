import { refusalWords } from '#shared/words/refusals.ts'
import type { Outcome } from '#shared/wire/live.ts'
import type { Result } from './types.ts'

/** The result as the sender is told it, in words for people; times in the show's zone. */
export function outcomeOf(result: Result, zone: string): Outcome {
  if (result.ok) return result
  const { refusal } = result
  const { code, field } = refusal
  const message = refusalWords(refusal, zone)
  return { ok: false, code, message, ...(field === undefined ? {} : { field }) }
}

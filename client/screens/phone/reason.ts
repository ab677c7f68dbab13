import type { Reason } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'

/** Why somebody sits where they sit, in two or three words. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'choice':
      return PHONE.choiceOf(reason.choice)
    case 'yes':
      return PHONE.byYes
    case 'maybe':
      return PHONE.byMaybe
    case 'suggested':
      return PHONE.suggestedShort
  }
}

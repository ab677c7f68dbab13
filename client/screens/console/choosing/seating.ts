import type { ShowId, WindowId } from '#shared/show/words.ts'
import type { AskSeating, SeatingAnswer } from '#shared/wire/seating.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import { ask, type Asked } from '../common/ask.ts'

/** Asks for a seating. Resolves with it, or with why not in words; never rejects. */
export async function askSeating(
  show: ShowId,
  window: WindowId,
  body: AskSeating,
  signal: AbortSignal,
): Promise<Asked<SeatingAnswer>> {
  try {
    const answer = await ask<SeatingAnswer>(`/api/shows/${show}/windows/${window}/seating`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
    // No such address: a server that is older than this page.
    if (!answer.ok && (answer.code === 'not-found' || answer.code === '404'))
      return { ...answer, message: CHOOSING.tooOld }
    return answer
  } catch (error) {
    if (!signal.aborted) throw error
    return { ok: false, code: 'stopped', message: CHOOSING.stopped }
  }
}

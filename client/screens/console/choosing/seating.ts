import type { SeatingFigures, SeatingPolicy } from '#shared/show/choosing/window.ts'
import type { ShowId, TableId, WindowId } from '#shared/show/words.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import { ask, type Asked } from '../common/ask.ts'

/** What is asked of `POST /api/shows/<event>/windows/<window>/seating`. */
export interface SeatingAsk {
  /** true: it makes a run that can be published; false: it leaves no trace */
  keep: boolean
  policy?: SeatingPolicy
  everyone?: boolean
  perOrganisation?: number | null
  /** seats in every round of the window, 0: closed; tables left out keep theirs */
  tables?: Readonly<Record<TableId, number>>
}
export interface SeatingAnswer {
  /** null: a what-if */
  run: number | null
  figures: SeatingFigures
  people: number
  absent: number
  asked: Readonly<Record<TableId, number>>
  /** seats filled, over the rounds */
  filled: Readonly<Record<TableId, number>>
}

/** Asks for a seating. Resolves with it, or with why not in words; never rejects. */
export async function askSeating(
  show: ShowId,
  window: WindowId,
  body: SeatingAsk,
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

import type { ReadShow } from '#shared/show/state.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { html, type Html } from './html.ts'

/** On top of every page of a rehearsal that the server writes by itself; nothing on those of an event. */
export const rehearsalMark = ({ rehearsalOf }: Pick<ReadShow, 'rehearsalOf'>): Html | false =>
  rehearsalOf !== null &&
  html`<p class="rehearsal"><b>${PUBLIC_WORDS.rehearsal}</b> ${PUBLIC_WORDS.rehearsalHow}</p>`

import type { Actor } from '#shared/show/words.ts'
import type { Audience, PageState } from '#shared/wire/live.ts'
import type { OnAir, Screen } from './on-air.ts'

/** A screen that starts from a page, as the link does: it holds the page's parts and says so. */
export async function opened(
  all: OnAir,
  audience: Audience,
  { actor = null, cookie, page }: { actor?: Actor | null; cookie?: string; page?: PageState } = {},
): Promise<Screen> {
  const state = page ?? all.live.pageState(all.runner, audience, actor)
  const { epoch, version: held, mine } = state
  const one = await all.screen({ audience, epoch, held, person: mine?.person ?? null }, cookie)
  Object.assign(one.parts, { ...state.parts, ...one.parts })
  return one
}

/** Everything that was sent before this has arrived. */
export const heard = (one: Screen): Promise<void> =>
  new Promise((resolve) => one.socket.emit('time', () => resolve()))

import { readFileSync } from 'node:fs'
import type { Route } from '../site.ts'

/** The picture that goes with a link to a public page; px. Drawn by scripts/card.ts. */
export const CARD = { path: '/card.png', type: 'image/png', width: 1200, height: 630 } as const

const read = (): Buffer => readFileSync(new URL('card.png', import.meta.url))
let held: Buffer | null = null

/** Its address stays: others keep it beside links of years ago. */
export const card: Route = {
  id: 'card',
  method: 'GET',
  url: CARD.path,
  who: 'anyone',
  answers: 'page',
  handle: (_, { reply }) =>
    reply
      .headers({
        'cache-control': 'public, max-age=86400',
        // Pages elsewhere show it.
        'cross-origin-resource-policy': 'cross-origin',
      })
      .type(CARD.type)
      .send((held ??= read())),
}

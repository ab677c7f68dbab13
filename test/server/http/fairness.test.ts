import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type RoundId, type SegmentId, SYSTEM, type TableId } from '#shared/show/words.ts'
import { NO_FIGURES, proposal, WINDOW, windowOf } from '../../support/windows.ts'
import { doing, PAGE, talk, withProgramme } from './public-support.ts'

const ROUND = 'rnd-aaaa' as RoundId
const PATH = `${PAGE}/fairness`

/** The published programme with a round by wishes, which is open. */
async function choosing() {
  const site = await withProgramme(
    talk('seg-rounds1' as SegmentId, {
      kind: 'rounds',
      title: 'At the tables',
      length: null,
      rounds: [{ id: ROUND, move: 60_000, talk: 600_000 }],
      byItself: false,
      opensBefore: 0,
      closesBefore: 0,
      warnAt: undefined,
      dangerAt: undefined,
    }),
    { type: 'save-window', window: windowOf({ rounds: [ROUND], title: 'Talk <to> them' }) },
  )
  return site
}

test('anyone reads how tables were given out, once they were, and can check the seed', async () => {
  const site = await choosing()
  const read = async () => site.browser().get(PATH)
  expect((await read()).body).toContain('Nobody has been given tables yet.')

  await doing(site, { type: 'open-window', window: WINDOW })
  const open = (await read()).body
  const hash = /<code>([0-9a-f]{64})<\/code>/.exec(open)?.[1]
  expect(hash).toBeDefined()
  expect(open).toContain('The seed is shown once choosing has closed.')
  expect(open).toContain('Talk &lt;to&gt; them')

  await doing(site, { type: 'close-window', window: WINDOW })
  const asked = { ['tab-no12' as TableId]: 61 }
  const run = proposal({
    by: 'system',
    people: 60,
    asked,
    figures: {
      ...NO_FIGURES,
      firstChoice: 0.94,
      histogram: [2, 6, 52],
      emptySeats: 3,
      seats: 8,
    },
  })
  const proposed = await site.runner().submit({ command: run, actor: SYSTEM, repeat: null })
  // Beside the one that the server works out by itself.
  const id = proposed.ok ? proposed.version : 0
  expect((await read()).body).toContain('The seating has not been published yet.')
  await doing(site, { type: 'publish-seating', window: WINDOW, run: id })

  const { statusCode, body, headers } = await read()
  expect(statusCode).toBe(200)
  expect(headers['cache-control']).toBe('public, no-cache')
  // 94% of 60 leaves four: that could point at them.
  expect(body).toContain('All but fewer than 5')
  expect(body).toContain('12, Better Care')
  expect(body).toContain('53 seats short')
  // Two got none: hidden, and the six with one as well, or the two could be worked out.
  expect(body).toContain('fewer than 5')
  expect(body).toContain('not shown')
  expect(body).not.toMatch(/<td class="num">[1-4]<\/td>|Jo Ellis|per-/)
  const seed = /printf %s &#39;(.+?)&#39;|printf %s '(.+?)'/.exec(body)
  const told = seed?.[1] ?? seed?.[2] ?? ''
  expect(told).not.toBe('')
  expect(createHash('sha256').update(told).digest('hex')).toBe(hash)
})

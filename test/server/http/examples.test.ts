import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { PROGRAMME_FILES, SHEET_FILES } from '../../../server/http/exports/names.ts'
import { opened } from './site.ts'

const run = promisify(execFile)
const hasCurl = ['curl', 'sh'].every((tool) => spawnSync(tool, ['-c', 'true']).error === undefined)
if (!hasCurl) console.warn('The printed examples are not tried: there is no curl or no sh here.')

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

// One process a call.
test.skipIf(!hasCurl)(
  'the examples that are printed run as they stand',
  { timeout: 60_000 },
  async () => {
    const site = await opened()
    await site.access.passphrase.set('four plain words here')
    const base = await site.app.listen({ port: 0, host: '127.0.0.1' })
    const page = await (await fetch(`${base}/api/docs`)).text()
    const blocks = [...page.matchAll(/<pre[^>]*><code>(.*?)<\/code><\/pre>/gs)].map(
      ([, text = '']) => plain(text),
    )
    expect(blocks.length).toBeGreaterThan(5)
    const folder = await mkdtemp(join(tmpdir(), 'pitch-and-talk-examples-'))
    try {
      const script = `set -e\n${blocks.join('\n').replaceAll(/^curl /gm, 'echo; curl ')}\n`
      const { stdout } = await run('sh', ['-c', script], { cwd: folder })
      expect(stdout).not.toContain('"ok":false')
      expect(stdout.match(/"ok":true/g)?.length).toBeGreaterThan(15)
      expect(stdout).toContain('"applied":true')
      const files = await readdir(folder)
      for (const name of [
        ...SHEET_FILES.flatMap((each) => [`${each}.csv`, `${each}.xlsx`]),
        ...PROGRAMME_FILES,
        ...PROGRAMME_FILES.map((each) => `public-${each}`),
        'clock.svg',
        'links.csv',
        'links-without-email.csv',
      ]) {
        expect(files).toContain(name)
        expect((await stat(join(folder, name))).size, name).toBeGreaterThan(20)
      }
      expect(await readFile(join(folder, 'public-schedule.json'), 'utf8')).toContain('Opening')
      expect(await readFile(join(folder, 'clock.csv'), 'utf8')).toContain('Annexe,Opening')
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)

test('the examples name every export and import that the description has', async () => {
  const { browser } = await opened()
  const page = plain((await browser().get('/api/docs')).body)
  const { paths } = (await browser().get('/api/docs/json')).json() as { paths: object }
  const ours = Object.keys(paths).filter((path) =>
    /exports|imports|^\/s\/\{event\}\/[a-z]+\./.test(path),
  )
  expect(ours.length).toBeGreaterThan(18)
  for (const path of ours) expect(page, path).toContain(path.replace('{event}', '$EVENT'))
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyShared, openGarden, type Garden } from './planted.ts'

const impure = [
  `process.exit()`,
  `fetch('http://example.org')`,
  `setTimeout(() => {}, 1)`,
  `setInterval(() => {}, 1)`,
  `queueMicrotask(() => {})`,
  `console.log('hello')`,
  `performance.now()`,
  `crypto.getRandomValues(new Uint8Array(1))`,
  `document.title = 'hello'`,
  `localStorage.clear()`,
  `Buffer.from('hello')`,
  `import 'node:fs'; import { readFileSync } from 'node:fs'; readFileSync('x')`,
  `import { readFileSync } from 'fs'; readFileSync('x')`,
]

describe('shared/ is pure: no clock, no input or output, no browser', () => {
  let garden: Garden
  let said: string

  beforeAll(async () => {
    garden = await openGarden()
    // With the real files beside them: one parser's own types once made `process` compile everywhere.
    await copyShared(garden)
    for (const [i, line] of impure.entries()) {
      await garden.plant(`shared/planted/impure-${i}.ts`, `${line}\nexport {}\n`)
    }
    await garden.plant('shared/planted/pure.ts', `export const half = (n: number) => n / 2\n`)
    await garden.plant(
      'shared/planted/dates.ts',
      `export const now = Date.now()\nexport const die = Math.random()\n`,
    )
    said = await garden.run('tsc', ['-p', 'shared', '--pretty', 'false', '--incremental', 'false'])
  }, 60_000)
  afterAll(() => garden.remove())

  it.each(impure.map((line, i) => ({ line, i })))('$line does not compile', ({ i }) => {
    expect(said).toContain(`shared/planted/impure-${i}.ts(1,`)
  })

  it('a pure file compiles', () => {
    expect(said).not.toContain('shared/planted/pure.ts')
  })

  it('the clock and chance, which the language itself has, are refused by the linter', async () => {
    const lint = await garden.run('oxlint', ['--format', 'unix', 'shared/planted/dates.ts'])
    expect(lint).toMatch(/dates\.ts:1:.*no-restricted-properties/)
    expect(lint).toMatch(/dates\.ts:1:.*no-restricted-globals/)
    expect(lint).toMatch(/dates\.ts:2:.*no-restricted-properties/)
  }, 60_000)
})

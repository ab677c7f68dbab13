import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const rules = readFileSync(
  fileURLToPath(new URL('../../../shared/show/RULES.md', import.meta.url)),
  'utf8',
)

test('every rule is tried, and every test names a rule', () => {
  const numbered = [...rules.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, number]) => number)
  const named = readdirSync(here)
    .filter((file) => file.endsWith('.test.ts') && file !== 'rules.test.ts')
    .flatMap((file) => [
      ...readFileSync(here + file, 'utf8').matchAll(/^\s*(?:test|it)\([\s`'"]+([A-Z]\d+)\b/gm),
    ])
    .map(([, number]) => number)
  expect(new Set(numbered).size, 'no number twice').toBe(numbered.length)
  expect(new Set(named)).toEqual(new Set(numbered))
})

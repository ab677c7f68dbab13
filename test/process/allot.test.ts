import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { windowOf } from '../support/seating/window.ts'

const folder = mkdtempSync(join(tmpdir(), 'allot-'))
afterAll(() => rmSync(folder, { recursive: true }))

function allot(content: string): { code: number | null; out: string; error: string } {
  const file = join(folder, 'export.json')
  writeFileSync(file, content)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/allot.ts', file], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, error: stderr.replaceAll(file, 'export.json') }
}

const problem = windowOf(
  { people: 40, tables: 8, rounds: 4, seats: [3, 6], wishes: [4, 8], limited: 0.2 },
  1,
)
const seating = seatWindow(problem)

test('an export is seated again, exactly the same', () => {
  const { code, out } = allot(JSON.stringify({ problem, seating }))
  expect(out).toContain('40 people, 8 tables, 4 rounds, policy nested, seed "seed 1"')
  expect(out).toContain(`Exactly the seating in the export: all ${seating.visits.length} visits`)
  expect(code).toBe(0)
})

test('one visit changed by hand is found', () => {
  const visits = seating.visits.map((visit, at) => (at === 3 ? { ...visit, round: 'r9' } : visit))
  const { code, error } = allot(JSON.stringify({ problem, seating: { visits } }))
  expect(error).toContain(
    'This is not the seating in the export: 2 visits are in only one of them.',
  )
  expect(code).toBe(1)
})

test.each([
  ['{', 'The file export.json is not JSON.'],
  ['{}', 'The file export.json is not an export of a seating: the whole must have required'],
  [
    JSON.stringify({ problem: { ...problem, seed: 3 } }),
    'The file export.json is not an export of a seating: problem.seed must be string.',
  ],
  [
    JSON.stringify({ problem: { ...problem, rounds: ['r1', 'r2', 'r3'] } }),
    'The file export.json does not fit together: table t00 has seats for 4 rounds, and there are 3.',
  ],
])('a bad file is told in one sentence', (content, sentence) => {
  const { code, out, error } = allot(content)
  expect(error).toContain(sentence)
  expect([code, out]).toEqual([1, ''])
})

import { expect, test } from 'vitest'
import { emptyShow } from '#shared/show/state.ts'
import type { ShowId } from '#shared/show/words.ts'
import type { ImportReport, ImportStep } from '#shared/wire/imports.ts'
import { type Outcome, type Waiting, workInThread } from '../../../server/http/imports/reader.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rows = Array.from({ length: 19_000 }, (_, at) => `Person ${at},p${at}@example.org`)
const large = bytes(`Name,E-mail\n${rows.join('\n')}`)
const small = bytes('Name,E-mail\nJo Ellis,jo@example.org')
const show = JSON.stringify(emptyShow('hall' as ShowId))

const ask = (content: Uint8Array, waiting: Waiting = {}): Promise<Outcome> =>
  workInThread(
    () => ({
      files: [{ name: 'people.csv', kind: 'people', choice: null, content }],
      memory: [],
      show,
      people: [],
      apply: false,
    }),
    waiting,
  )
const rowsOf = (outcome: Outcome): number | string => {
  if (!outcome.ok) return outcome.why
  return (JSON.parse(new TextDecoder().decode(outcome.done.report)) as ImportReport).totals.rows
}

test('reading that takes too long is given up, and the next form is read all the same', async () => {
  const [lost, next] = await Promise.all([ask(large, { longest: 1 }), ask(small)])
  expect(rowsOf(lost)).toBe('given-up')
  expect(rowsOf(next)).toBe(1)
})

test('forms at once each get their own answer', async () => {
  const [one, other] = await Promise.all([ask(large), ask(small)])
  expect(rowsOf(one)).toBe(19_000)
  expect(rowsOf(other)).toBe(1)
})

test('says how far it has come, and ends when nobody waits any more', async () => {
  const gone = new AbortController()
  const steps: ImportStep[] = []
  const cancelled = ask(large, {
    signal: gone.signal,
    tell(step) {
      steps.push(step)
      if (step.step === 'reading' && step.row >= 4_000) gone.abort()
    },
  })
  const next = ask(small)
  expect(rowsOf(await cancelled)).toBe('cancelled')
  expect(steps[0]).toEqual({ step: 'opening', file: 'people.csv' })
  expect(steps).toContainEqual({ step: 'reading', file: 'people.csv', row: 4_000, of: 19_000 })
  expect(rowsOf(await next)).toBe(1)
  const late = new AbortController()
  late.abort()
  expect(rowsOf(await ask(large, { signal: late.signal }))).toBe('cancelled')
})

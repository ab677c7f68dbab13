import { expect, test } from 'vitest'
import { isBadFile } from '#shared/sheets/types.ts'
import { readFiles } from '../../../server/http/imports/read-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rows = Array.from({ length: 19_000 }, (_, at) => `Person ${at},p${at}@example.org`)
const large = bytes(`Name,E-mail\n${rows.join('\n')}`)
const small = bytes('Name,E-mail\nJo Ellis,jo@example.org')
const ask = (file: Uint8Array, longest?: number) =>
  readFiles({ files: [{ kind: 'people', bytes: file }], days: [] }, longest)

test('reading that takes too long is given up, and the next form is read all the same', async () => {
  const [lost, next] = await Promise.all([ask(large, 1), ask(small)])
  expect(lost).toBeNull()
  expect(next?.[0] && !isBadFile(next[0]) && next[0].lines).toHaveLength(1)
})

test('forms at once each get their own answer', async () => {
  const [one, other] = await Promise.all([ask(large), ask(small)])
  expect(one?.[0] && !isBadFile(one[0]) && one[0].lines).toHaveLength(19_000)
  expect(other?.[0] && !isBadFile(other[0]) && other[0].lines).toHaveLength(1)
})

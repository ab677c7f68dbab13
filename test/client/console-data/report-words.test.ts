import { describe, expect, it } from 'vitest'
import type { ImportFile, ImportLine, ImportReport } from '#shared/wire/imports.ts'
import { formOf, withFiles } from '../../../client/screens/console/files/imports.ts'
import {
  addWords,
  problemsFirst,
  standing,
  unsaid,
} from '../../../client/screens/console/files/report-words.ts'
import { inState, rowsOf, statesOf } from '../../../client/screens/console/files/rows.ts'

const file = (more: Partial<ImportFile>): ImportFile => ({
  name: 'people.csv',
  kind: 'people',
  rows: 0,
  added: 0,
  changed: 0,
  same: 0,
  leftOut: 0,
  notes: [],
  problems: [],
  lines: [],
  gone: [],
  table: null,
  ...more,
})
const report = (files: ImportFile[], more: Partial<ImportReport> = {}): ImportReport => ({
  files,
  totals: { rows: 0, added: 0, changed: 0, same: 0, leftOut: 0 },
  applied: false,
  blocked: false,
  message: '',
  ...more,
})
const line = (n: number, what: ImportLine['what']): ImportLine => ({ line: n, words: '', what })

describe('the button that adds', () => {
  it('says what of each kind, people first', () => {
    const files = [
      file({ kind: 'programme', added: 10 }),
      file({ kind: 'innovations', added: 1 }),
      file({ kind: 'people', added: 2_060 }),
    ]
    expect(addWords(report(files))).toBe('Add 2,060 people, 1 innovation and 10 programme items')
  })
  it('says what changes, alone or beside what is added', () => {
    expect(addWords(report([file({ changed: 1 })]))).toBe('Change 1 person')
    expect(addWords(report([file({ added: 2, changed: 3 })]))).toBe('Add 2 people; change 3 people')
  })
  it('is not there when nothing would change', () => {
    expect(addWords(report([file({ same: 60 })]))).toBeNull()
  })
  it('counts two files of one kind together', () => {
    expect(addWords(report([file({ added: 2 }), file({ added: 3 })]))).toBe('Add 5 people')
  })
})

it('a report is added, blocked, ready or nothing to do', () => {
  const some = [file({ added: 1 })]
  expect(standing(report(some))).toBe('ready')
  expect(standing(report(some, { blocked: true }))).toBe('blocked')
  expect(standing(report(some, { applied: true }))).toBe('added')
  expect(standing(report([file({ same: 3 })]))).toBe('nothing')
  const table = {
    headerRow: 1,
    columns: [],
    how: 'recognised' as const,
    settled: false,
    sheet: null,
    sheets: [],
  }
  expect(standing(report([file({ kind: null, table })], { blocked: true }))).toBe('ask')
  expect(standing(report([file({ kind: null })], { blocked: true }))).toBe('blocked')
})

describe('rows of a report', () => {
  it('what stops everything comes first, the file before its rows', () => {
    const problem = (at: number | null, blocks: boolean) => ({
      line: at,
      field: null,
      words: '',
      blocks,
    })
    const sorted = problemsFirst([
      problem(9, false),
      problem(7, true),
      problem(null, true),
      problem(2, true),
    ])
    expect(sorted.map(({ line: at, blocks }) => [at, blocks])).toEqual([
      [null, true],
      [2, true],
      [7, true],
      [9, false],
    ])
  })
  it('what is to be read comes first, and each state can be listed by itself', () => {
    const lines = [line(2, 'same'), line(3, 'added'), line(4, 'changed'), line(5, 'problem')]
    const rows = rowsOf({ lines, gone: [{ words: 'Jo Ellis', reason: 'Presents “Care”.' }] })
    expect(rows.map((row) => row.state)).toEqual(['problem', 'changed', 'added', 'same', 'gone'])
    expect(statesOf(rows)).toEqual([
      { state: 'all', count: 4 },
      { state: 'problem', count: 1 },
      { state: 'changed', count: 1 },
      { state: 'added', count: 1 },
      { state: 'same', count: 1 },
      { state: 'gone', count: 1 },
    ])
    expect(inState(rows, 'all').map((row) => row.line)).toEqual([5, 4, 3, 2])
    expect(inState(rows, 'gone')).toEqual([
      { state: 'gone', line: null, words: 'Jo Ellis', reason: 'Presents “Care”.' },
    ])
    expect(statesOf(rowsOf({ lines: [], gone: [] }))).toEqual([])
  })
  it('a row with a problem that no problem speaks of is not lost', () => {
    const problems = [{ line: 2, field: null, words: '', blocks: true }]
    const lines = [line(2, 'problem'), line(3, 'problem'), line(4, 'added')]
    expect(unsaid(file({ lines, problems })).map((one) => one.line)).toEqual([3])
  })
})

describe('chosen files', () => {
  const chosen = (name: string, text = '') => ({
    name,
    size: text.length,
    content: new Blob([text]),
    kind: null,
  })
  it('a file of the same name is the mended one, and stays what it was said to be', () => {
    const before = [{ ...chosen('a.csv', 'old'), kind: 'people' as const }, chosen('b.csv')]
    const after = withFiles(before, [chosen('a.csv', 'newer'), chosen('c.csv')])
    expect(after.map(({ name, size, kind }) => [name, size, kind])).toEqual([
      ['a.csv', 5, 'people'],
      ['b.csv', 0, null],
      ['c.csv', 0, null],
    ])
  })
  it('are sent under what they are, and only an add says so', () => {
    const files = [{ ...chosen('a.csv'), kind: 'people' as const }, chosen('b.csv')]
    expect([...formOf({ files }, false).keys()]).toEqual(['people', 'file'])
    expect([...formOf({ files }, true).keys()]).toEqual(['apply', 'people', 'file'])
    expect([...formOf({ example: true }, true).entries()]).toEqual([
      ['apply', 'yes'],
      ['example', 'yes'],
    ])
  })
})

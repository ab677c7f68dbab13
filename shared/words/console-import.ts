import { plural } from './console-data.ts'
import { listed } from './refusals.ts'

const number = (value: number): string => value.toLocaleString('en-GB')

/** The step in which an organiser says what the columns of a file are. */
export const COLUMNS = {
  title: 'What is in each column?',
  unknown:
    'We do not know this file by its column names. Say what it is and what its columns hold; what has no place here is left out.',
  unsure: (count: number): string =>
    `${plural(count, 'column')} with something in ${count === 1 ? 'it' : 'them'} ${count === 1 ? 'has' : 'have'} no place here. Is that right?`,
  recognised: 'All columns recognised.',
  remembered: 'Columns as last time.',
  chosen: 'Columns as you chose them.',
  check: 'Check the columns',
  change: 'Change',
  whichFile: (name: string): string => ` of ${name}`,
  kind: 'What is this file?',
  kinds: {
    people: 'People: who comes',
    innovations: 'Innovations: what is pitched, and at which table',
    programme: 'Programme: what happens when',
  },
  sheet: 'Which sheet of the workbook?',
  sheetRows: (name: string, rows: number): string => `${name} (${plural(rows, 'row')})`,
  headerRow: 'Column names are in row',
  headerRowHint: 'The first row is 1. What stands above it is not read.',
  readAgain: 'Read it again',
  columnHead: 'Column in the file',
  samplesHead: 'First values',
  fieldHead: 'What is this?',
  whatIs: (column: string): string => `What is “${column}”?`,
  unnamed: (place: number): string => `Column ${place}, no name`,
  noSamples: 'Empty',
  leftOut: 'Left out',
  twice: (says: string, columns: readonly string[]): string =>
    `${listed(columns.map((name) => `“${name}”`))} are all ${says}: of each row, the first with something in it counts.`,
  missing: (needs: readonly string[]): string =>
    `A column is missing: ${listed(needs)}. Choose it below, or choose another kind of file.`,
  use: 'Use these columns',
  guess: 'Back to our guess',
  cancel: 'Leave as it is',
  remembers: 'Remembered for the next file with the same column names.',
} as const

type Kind = 'programme' | 'innovations' | 'people'
export type RowState = 'all' | 'problem' | 'changed' | 'left-out' | 'added' | 'same' | 'gone'

/** What an import would do, or did. */
export const IMPORT = {
  sending: (percent: number): string => `Sending the files: ${percent}%`,
  opening: (file: string): string => `Opening ${file}…`,
  readingRow: (file: string, row: number, of: number): string =>
    `Reading row ${number(row)} of ${number(of)} in ${file}`,
  comparingRow: (row: number, of: number): string =>
    `Comparing row ${number(row)} of ${number(of)} with the event`,
  saving: 'Adding it to the event…',
  cancel: 'Cancel',
  again: 'Read the files again',
  cancelled: 'Cancelled. Nothing has been added.',
  cancelledLate:
    'Cancelled while it was being added, so it may be in the event. Choose the files again: rows that are there already show as no change.',
  inEvent: 'In the event',
  show: 'Show',
  states: {
    all: 'All',
    problem: 'To mend',
    changed: 'To change',
    'left-out': 'Left out',
    added: 'To add',
    same: 'No change',
    gone: 'Not in the file',
  } satisfies Record<RowState, string>,
  done: {
    all: 'All',
    problem: 'To mend',
    changed: 'Changed',
    'left-out': 'Left out',
    added: 'Added',
    same: 'No change',
    gone: 'Not in the file',
  } satisfies Record<RowState, string>,
  goneNote: (count: number, kind: Kind | 'schedule'): string =>
    `${kind === 'people' ? plural(count, 'person', 'people') : kind === 'innovations' ? plural(count, 'innovation') : plural(count, 'programme item')} in the event ${count === 1 ? 'is' : 'are'} not in this file. Nothing is removed: ${count === 1 ? 'it stays' : 'they stay'} as ${count === 1 ? 'it is' : 'they are'}.`,
  noPlace: 'We will not keep',
  noPlaceCell: (name: string, filled: number): string => `${name} (${plural(filled, 'cell')})`,
  noPlaceNote: 'There is no place for it here.',
  undo: 'Undo this import',
  undoing: 'Taking it back…',
  takenBack: 'Taken back',
  notUndone: 'This was not taken back',
  undone: (file: string): string => `The event is as it was before ${file}.`,
} as const

const count = (number: number, one: string): string =>
  `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`

/** What is said of a file that holds a whole event: why it cannot be loaded, and where it is wrong. */
export const WHOLE_EVENT = {
  tooLarge: (megabytes: number): string =>
    `This file is larger than ${megabytes} MB, so it was not read. An event of 5,000 people takes a fifth of that: is it the right file?`,
  tooLargeInside: (megabytes: number): string =>
    `This file unpacks to more than ${megabytes} MB, which no event of ours does, so it was not read.`,
  packed:
    'This file is packed, and cannot be unpacked: it was cut off or changed on its way. Save it anew.',
  empty: 'This file is empty.',
  notOurs:
    'This is not a file of a whole event. Choose one that was saved with “Save everything” under Event.',
  aSheet:
    'This is a spreadsheet saved as CSV, not a file of a whole event. Open or create an event, and load it there under “Files”.',
  aWorkbook:
    'This is an Excel workbook or another packed folder, not a file of a whole event. A workbook of people, innovations or a programme is loaded in an event, under “Files”.',
  newer: (version: number, known: number): string =>
    `This file was saved by a newer version of Pitch & Talk (format ${version}; this server reads up to ${known}). Update this server first.`,
  line: (line: number, words: string): string => `Line ${line}: ${words} Nothing was loaded.`,
  notText: 'this is not text that can be read.',
  notJson: 'this is not JSON: the file was cut off or changed.',
  notAnEntry: (field: string): string =>
    field === ''
      ? 'this is neither a step of the event nor a person.'
      : `this is no entry as we write them; see “${field}”.`,
  outOfOrder: (found: number, expected: number): string =>
    `here is step ${found} of the event, where step ${expected} should be. Something is missing or was moved.`,
  afterPeople: 'a step of the event stands after its people.',
  future:
    'this step has not happened yet by this computer’s clock. Set the clock of this computer, then load the file again.',
  noReplay: (type: string): string =>
    `the step “${type}” does not fit what is before it, so the event cannot be built up again.`,
  twice: 'this person stands in the file twice.',
  textTwice: 'this text stands in the file twice.',
  nobody: 'this person is not at the event.',
  counts: (what: 'step' | 'person' | 'text', found: number, said: number): string =>
    what !== 'person'
      ? `The file says that it holds ${count(said, what)} of the event, and ${count(found, what)} are in it: it was cut off. Nothing was loaded.`
      : `The file says that it holds ${said.toLocaleString('en-GB')} people, and ${found.toLocaleString('en-GB')} are in it: it was cut off. Nothing was loaded.`,
  oddPicture: 'this is no picture of this event as we write them, or it was changed.',
  pictures: (found: number, said: number): string =>
    `The event has ${count(said, 'picture')} of its hall, and ${count(found, 'picture')} are in the file: it was cut off. Nothing was loaded.`,
  unsound: (what: string): string =>
    `The steps in this file lead to an event that cannot be (${what}), so somebody has changed the file. Nothing was loaded.`,
} as const

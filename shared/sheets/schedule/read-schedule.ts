import { badFile } from '#shared/sheets/kind-of-file.ts'
import { oneLine, quote } from '#shared/sheets/text.ts'
import { isBadFile, type BadFile } from '#shared/sheets/types.ts'
import { readFrab } from './frab.ts'
import { frabJson } from './frab-json.ts'
import { frabXml } from './frab-xml.ts'
import { readCalendar } from './ical.ts'
import { readSessionize } from './sessionize.ts'
import { isSpeakersView, sessionizeOf } from './sessionize-views.ts'
import { MOST_ITEMS, type Sheet, together } from './together.ts'
import type { ReadSchedule } from './types.ts'
import { isFields, shapeWords } from './values.ts'
import { parseXml } from './xml.ts'

const EXPECTED =
  'We expected the programme as Sessionize gives it (JSON, the view All, Sessions or Grid Smart), a schedule.json or schedule.xml as pretalx and frab write it, or a calendar (.ics).'

const refuse = (words: string): BadFile => badFile('not-a-schedule', `${EXPECTED} ${words}`)

/** So many of a file's other faults are named when it is refused. */
const MOST_FAULTS = 6

type Shape = 'json' | 'xml' | 'calendar' | 'html'

/** What a text is by its first signs, whatever its file is called; null: something else, such as a table. */
export function shapeOf(text: string): Shape | null {
  const start = text.slice(0, 4_000).replace(/^(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?xml[^>]*>)+/, '')
  if (/^BEGIN:VCALENDAR\b/i.test(start)) return 'calendar'
  if (/^<(?:!doctype\s+html|html|head|body|table|div|script|meta)\b/i.test(start)) return 'html'
  if (/^<[!a-z]/i.test(start)) return 'xml'
  return /^\{\s*(?:"|\}|$)|^\[\s*(?:[{["\]]|$)/.test(start) ? 'json' : null
}

/** A schedule of another tool, from the text of its file; refused only when it is no schedule at all. */
export function readSchedule(text: string): ReadSchedule | BadFile {
  const shape = shapeOf(text)
  const sheet =
    shape === 'json'
      ? fromJson(text)
      : shape === 'xml'
        ? fromXml(text)
        : shape === 'calendar'
          ? readCalendar(text)
          : otherShape(shape)
  if (isBadFile(sheet)) return sheet
  if (sheet.founds.length === 0 && !isOurs(text))
    return refuse('This file is one of them and has nothing in it.')
  if (sheet.founds.length > MOST_ITEMS)
    return refuse(`This file has ${sheet.founds.length} items; ${MOST_ITEMS} are the most.`)
  const read = together(sheet)
  if (read.schedule.sessions.length > 0 || sheet.founds.length === 0) return read
  const first = read.leftOut[0]?.words ?? ''
  return refuse(
    `Nothing in this file has a time. The first of its ${sheet.founds.length}: ${first}`,
  )
}

/** An event that holds nothing is taken out as a programme of nothing: only of those that we write is that sure. */
const isOurs = (text: string): boolean => text.slice(0, 2_000).includes('pitch-and-talk')

const otherShape = (shape: 'html' | null): BadFile =>
  refuse(
    shape === 'html'
      ? 'This is a web page (HTML). Perhaps a sign-in page, or the page about the schedule, was saved in place of the file.'
      : 'This is something else.',
  )

function fromJson(text: string): Sheet | BadFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse(
      `This file begins as JSON and breaks${placeIn(error.message, text)}. Download it again.`,
    )
  }
  const frab = frabJson(json)
  if (frab) {
    const sheet = readFrab(frab.file)
    if (frab.misplaced !== null) {
      const more = sheet.notes.map((note) => note.replace(' We read it all the same.', ''))
      return refuse(
        [
          'This is a schedule.json that is not valid.',
          frab.misplaced,
          ...more.slice(0, MOST_FAULTS),
          'Export it anew, or ask whoever made it.',
        ].join(' '),
      )
    }
    return { ...sheet, notes: [...frab.notes, ...sheet.notes] }
  }
  const sessionize = sessionizeOf(json)
  if (sessionize) return readSessionize(sessionize)
  if (isSpeakersView(json))
    return refuse('This is Sessionize’s list of speakers, which says nothing of times and rooms.')
  return refuse(`This is a JSON file of another kind: ${shapeWords(json)}.`)
}

/** ` at line 3`, as far as the engine says where. */
function placeIn(message: string, text: string): string {
  const at = /position (\d+)/.exec(message)?.[1]
  if (at === undefined) return ''
  return ` at line ${text.slice(0, Number(at)).split('\n').length}`
}

function fromXml(text: string): Sheet | BadFile {
  const root = parseXml(text)
  if (isBadFileOrNot(root)) return root
  const frab = frabXml(root, text)
  if (frab) return readFrab(frab)
  const name = isFields(root) ? Object.keys(root).find((one) => !/^[?#!@]/.test(one)) : undefined
  return refuse(
    `This is an XML file of another kind${name === undefined ? '' : `: ${quote(oneLine(name))}`}.`,
  )
}

const isBadFileOrNot = (read: unknown): read is BadFile =>
  typeof read === 'object' && read !== null && isBadFile(read)

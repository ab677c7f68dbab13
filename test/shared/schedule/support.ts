import { existsSync, readFileSync } from 'node:fs'
import { readSchedule } from '#shared/sheets/schedule/read-schedule.ts'
import type { ForeignSession, ReadSchedule } from '#shared/sheets/schedule/types.ts'
import { isBadFile } from '#shared/sheets/types.ts'

export const SAMPLES = new URL('../../../../shared/samples/', import.meta.url)
export const hasSamples = existsSync(SAMPLES)
export const NO_SAMPLES = 'the samples folder is not beside this checkout'
export const sample = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, SAMPLES)))
export const sampleText = (name: string): string => new TextDecoder().decode(sample(name))

/** Reads a text that must be a schedule. */
export function schedule(text: string): ReadSchedule {
  const read = readSchedule(text)
  if (isBadFile(read)) throw new Error(read.words)
  return read
}

/** The words with which a text is refused. */
export function refusal(text: string): string {
  const read = readSchedule(text)
  if (isBadFile(read)) return read.words
  throw new Error(`read as ${read.schedule.sessions.length} sessions`)
}

export const sessions = (text: string): ForeignSession[] => schedule(text).schedule.sessions
export const words = (read: ReadSchedule): string[] => read.problems.map((one) => one.words)

export const uuid = (number: number): string =>
  `7b1327a5-049b-4411-8421-${String(number).padStart(12, '0')}`

/** A schedule.xml of one day and room with these events. */
export const xmlOf = (events: string, day = "date='2042-01-03'"): string =>
  `<schedule>
<conference><title>Test Event</title><acronym>test</acronym></conference>
<day index='1' ${day}>
<room name='Hall'>
${events}
</room>
</day>
</schedule>`

/** An event of a schedule.xml with these elements in place of the usual ones. */
export const xmlEvent = (elements: Record<string, string>, attributes = ''): string =>
  `<event ${attributes || `guid='${uuid(1)}' id='1'`}>${Object.entries({
    title: 'Lorem',
    start: '14:15',
    duration: '00:45',
    ...elements,
  })
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</event>`

export interface JsonEvent {
  title: string
  id?: number | string
  guid?: string
  date?: string
  start?: string
  duration?: string
  persons?: unknown
  [field: string]: unknown
}

/** A schedule.json of one day with events by room. */
export const jsonOf = (rooms: Record<string, JsonEvent[]>, date = '2026-06-28'): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: { title: 'Test Event', acronym: 'test', days: [{ index: 1, date, rooms }] },
    },
  })

export const event = (number: number, fields: Partial<JsonEvent> = {}): JsonEvent => ({
  id: number,
  guid: uuid(number),
  title: `Talk ${number}`,
  date: `2026-06-28T${String(9 + (number % 9)).padStart(2, '0')}:00:00+01:00`,
  duration: '00:30',
  ...fields,
})

/** A calendar with these events, each a list of lines. */
export const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

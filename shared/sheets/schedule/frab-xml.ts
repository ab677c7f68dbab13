import type { FrabDay, FrabFile } from './frab-fields.ts'
import { field, type Fields, isFields, items } from './values.ts'
import { lineCounter, startIndexOf } from './xml.ts'

/**
 * schedule.xml (frab, pretalx; XSD in voc/schedule): days with rooms with events. Null: it is another
 * kind of XML. `root` is what `parseXml` made of `text`.
 */
export function frabXml(root: unknown, text: string): FrabFile | null {
  const schedule = field(root, 'schedule')
  if (!isFields(schedule)) return null
  const conference = field(schedule, 'conference')
  const days = items(field(schedule, 'day'))
  if (days.length === 0 && !isFields(conference)) return null
  const lineOf = lineCounter(text)
  return {
    conference: isFields(conference) ? withoutAttributes(conference) : {},
    isXml: true,
    days: days.map((day): FrabDay => ({
      date: written(day, '@date'),
      start: written(day, '@start'),
      end: written(day, '@end'),
      rooms: [
        ...items(field(day, 'room')).map((room) => ({
          name: written(room, '@name'),
          events: eventsOf(room, lineOf),
        })),
        // Events that stand in no room.
        { name: '', events: eventsOf(day, lineOf) },
      ],
    })),
  }
}

const eventsOf = (parent: unknown, lineOf: (index: number) => number) =>
  items(field(parent, 'event')).map((event) => {
    const start = startIndexOf(event)
    return {
      fields: isFields(event) ? eventFields(event) : {},
      where: start === null ? 'its line is not known' : `line ${lineOf(start)}`,
    }
  })

/** An event's attributes and elements as the fields that schedule.json has. */
function eventFields(event: Fields): Fields {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(event)) {
    if (name === '#text') continue
    const plain = name.replace(/^@/, '')
    // `room` is a list everywhere, since days have several.
    fields[plain] = LISTED.has(plain) ? value : textIn(Array.isArray(value) ? value[0] : value)
  }
  if ('persons' in event) fields['persons'] = personsOf(field(event, 'persons'))
  for (const [list, one] of [
    ['links', 'link'],
    ['attachments', 'attachment'],
  ] as const)
    if (list in event) fields[list] = items(field(field(event, list), one))
  const recording = field(event, 'recording')
  if (isFields(recording)) {
    fields['recording'] = textIn(field(recording, 'license'))
    fields['do_not_record'] = textIn(field(recording, 'optout')) === 'true'
  }
  return fields
}

const LISTED = new Set(['persons', 'links', 'attachments', 'recording'])

const personsOf = (persons: unknown): unknown[] =>
  (Array.isArray(persons) ? (persons as unknown[]) : [persons])
    .flatMap((one) => items(field(one, 'person')))
    .map((person) =>
      isFields(person)
        ? { ...withoutAttributes(person), name: nameOf(person) }
        : { name: textIn(person) },
    )

const nameOf = (person: Fields): string =>
  textIn(field(person, '#text')) || textIn(field(person, 'name')) || textIn(field(person, '@name'))

const withoutAttributes = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/^@/, ''), value]))

const written = (parent: unknown, name: string): string => textIn(field(parent, name))

/** All text in an element, also where somebody left HTML unescaped in it. */
function textIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (depth > 20) return ''
  if (Array.isArray(value)) return value.map((one) => textIn(one, depth + 1)).join('\n')
  if (!isFields(value)) return ''
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, one]) => textIn(one, depth + 1))
    .join('\n')
}

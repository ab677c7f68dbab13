import { type CalendarEntry, programmeEntries } from '#shared/sheets/out/calendar.ts'
import { type EventsOptions, type OutEvent, programmeEvents } from '#shared/sheets/out/events.ts'
import { scheduleJson } from '#shared/sheets/out/schedule-json.ts'
import { scheduleOf } from '#shared/sheets/out/schedule.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { isPublic } from '#shared/views/common.ts'
import type { ShowRunner } from '../../runner/types.ts'
import { ChangeBook, type Changes } from './changes.ts'
import { icsOf } from './ics.ts'
import { scheduleXml } from './schedule-xml.ts'

/** Whose file it is: the organiser's has what is not confirmed and the items for the crew. */
export type Reader = 'public' | 'organiser'

export interface ProgrammeFile {
  /** the event's version at which its content last changed */
  version: number
  type: string
  text: () => string
}
/** Makes a file of the programme; `url` is the event's public page. */
export type MakeFile = (runner: ShowRunner, reader: Reader, url: string) => ProgrammeFile

export const shownTo =
  (show: ReadShow, reader: Reader): EventsOptions['shown'] =>
  (segment) =>
    reader === 'organiser' || (segment.kind !== 'note' && isPublic(show, segment))

type Known = OutEvent & { uid: string }
const books = {
  // What is gone from a schedule is not spoken of, so nothing of it needs to be kept.
  schedules: byReader<Known>((event) => ({ ...event, people: [], summary: '' })),
  calendars: byReader<CalendarEntry>((entry) => ({
    ...entry,
    description: '',
    location: '',
    status: 'cancelled',
  })),
}
function byReader<Item extends { uid: string }>(afterwards: (item: Item) => Item) {
  return { public: new ChangeBook(afterwards), organiser: new ChangeBook(afterwards) }
}

/** What files say beside their items. */
const aboutOf = ({ title, place, zone, days, stages }: ReadShow): string =>
  JSON.stringify([title, place, zone, days, Object.values(stages).map(({ name }) => name)])

function scheduleFor(runner: ShowRunner, reader: Reader, url: string) {
  const show = runner.show()
  const shown = shownTo(show, reader)
  const events = programmeEvents(show, runner.people(), { shown, pitches: 'each' })
  const known = events.map((event) => ({ ...event, uid: event.guid }))
  const { version } = books.schedules[reader].read(runner, known, aboutOf(show))
  return {
    version,
    schedule: () => scheduleOf(show, events, { version: String(version), url }),
  }
}

export const scheduleJsonFile: MakeFile = (runner, reader, url) => {
  const { version, schedule } = scheduleFor(runner, reader, url)
  return {
    version,
    type: 'application/json; charset=utf-8',
    text: () => scheduleJson(schedule()),
  }
}

export const scheduleXmlFile: MakeFile = (runner, reader, url) => {
  const { version, schedule } = scheduleFor(runner, reader, url)
  return {
    version,
    type: 'application/xml; charset=utf-8',
    text: () => scheduleXml(schedule(), `${url}/schedule.xml`),
  }
}

/** The programme as this reader's calendar has it, and when each entry last changed. */
export function programmeCalendar(runner: ShowRunner, reader: Reader) {
  const show = runner.show()
  const entries = programmeEntries(show, runner.people(), shownTo(show, reader))
  return { entries, changes: books.calendars[reader].read(runner, entries, aboutOf(show)) }
}

export const calendarFile: MakeFile = (runner, reader, url) => {
  const show = runner.show()
  const { entries, changes } = programmeCalendar(runner, reader)
  return {
    version: changes.version,
    type: 'text/calendar; charset=utf-8',
    text: () => {
      const { title, zone } = show
      const all = [...entries, ...cancelled(show, changes)]
      return icsOf({ name: title, zone, url }, all, (entry) => trackedOf(changes, entry))
    },
  }
}

/** Items that were in the calendar and are in no plan any more. One that is only hidden is not spoken of. */
const cancelled = (show: ReadShow, { gone }: Changes<CalendarEntry>): CalendarEntry[] =>
  gone
    .map(({ item }) => item)
    .filter(({ id }) => !Object.values(show.segments).some((segment) => segment.id === id))

const trackedOf = (changes: Changes<CalendarEntry>, entry: CalendarEntry) =>
  changes.gone.find(({ item }) => item === entry)?.tracked ?? changes.of(entry)

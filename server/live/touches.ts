import type { Event, EventType } from '#shared/show/events.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { ConsoleOutside, ConsoleParts } from '#shared/views/console.ts'
import type { HallParts } from '#shared/views/hall.ts'

/** of the console, which has all parts of the phone, of a hall screen, and the one of a stage display */
type PartName = keyof ConsoleParts | keyof ConsoleOutside | keyof HallParts | 'stage'

const COURSE: readonly PartName[] = [
  'course',
  'stage',
  'record',
  'rounds',
  'seats',
  'room',
  'waiting',
  'seatings',
]
const SEATS: readonly PartName[] = [
  'seats',
  'picks',
  'byHand',
  'suggested',
  'room',
  'waiting',
  'walkUps',
  'came',
  'seatings',
]

/**
 * What the frequent events change of what audiences share, so that only that is built anew. An event that
 * is not here may change anything: leaving one out costs time, naming too little would leave screens behind.
 */
const PARTS: Partial<Record<EventType, readonly PartName[]>> = {
  'table-picked': SEATS,
  'table-left': SEATS,
  'waiting-joined': ['waiting'],
  'waiting-left': ['waiting'],
  'waiting-promoted': SEATS,
  'came-counted': ['came', 'room'],
  'person-arrived': [],
  'person-walked-up': ['walkUps', 'came', 'room', 'seatings'],
  'walk-up-left': ['walkUps', 'came', 'room', 'seatings'],
  announced: ['notices', 'announcements', 'stage', 'reached'],
  'announcement-withdrawn': ['notices', 'announcements', 'stage', 'reached'],
  'bell-rung': ['bell'],
  'desk-called': ['calls'],
  'call-settled': ['calls'],
  'wishes-set': ['demand', 'turnout', 'seatings'],
  'ban-set': ['requests', 'waiting', 'seatings'],
  'pin-set': ['requests', 'seatings'],
  'musts-set': ['requests'],
  'company-set': ['requests'],
  'company-asked': [],
  'most-set': ['requests'],
  'days-set': ['requests', 'seatings'],
  'seating-proposed': ['seatings', 'windows'],
  'answer-set': ['answers', 'demand'],
  'question-asked': [],
  'question-taken-back': [],
  'note-written': [],
  'useful-said': [],
  'email-allowed': [],
  'table-proposed': ['proposals'],
  'proposal-withdrawn': ['proposals'],
  'proposal-accepted': ['proposals'],
  'proposal-declined': ['proposals'],
  'edit-made': ['edits'],
  'edit-turned': ['edits'],
  'person-checked-in': ['here', 'turnout'],
  'person-check-in-undone': ['here', 'turnout'],
  'stage-loaded': [...COURSE, 'programme'],
  'stage-finished': COURSE,
  'stage-went-back': COURSE,
  'stage-overdue': COURSE,
  'stage-blacked-out': COURSE,
  'clock-started': COURSE,
  'clock-paused': COURSE,
  'clock-resumed': COURSE,
  'clock-restarted': COURSE,
  'time-added': COURSE,
  'round-opened': COURSE,
  'round-closed': COURSE,
  'round-moved': COURSE,
  'round-ran': COURSE,
  'round-ended': COURSE,
  'round-time-added': COURSE,
  'hall-saved': ['hall'],
  'tables-placed': ['hall'],
  'hall-removed': ['hall'],
  'picture-kept': [],
  'break-picture-saved': ['breakPictures'],
  'break-picture-removed': ['breakPictures'],
}

/** Whose own part may change: nobody's, or that of the event's person and of hosts who expect them. Else everyone's. */
const MINE: Partial<Record<EventType, 'nobody' | 'person'>> = {
  'table-picked': 'person',
  'table-left': 'person',
  'answer-set': 'person',
  'person-arrived': 'person',
  'wishes-set': 'person',
  'pin-set': 'nobody',
  'musts-set': 'nobody',
  'days-set': 'nobody',
  'most-set': 'person',
  'company-asked': 'person',
  'question-asked': 'person',
  'question-taken-back': 'person',
  'note-written': 'person',
  'useful-said': 'person',
  'email-allowed': 'person',
  'table-proposed': 'person',
  'proposal-withdrawn': 'person',
  'proposal-accepted': 'person',
  'proposal-declined': 'person',
  'asking-switched': 'nobody',
  'seating-proposed': 'nobody',
  'window-opened': 'nobody',
  'window-closed': 'nobody',
  'person-added': 'person',
  'person-changed': 'person',
  'person-checked-in': 'person',
  'person-check-in-undone': 'person',
  'pass-renewed': 'person',
  'show-changed': 'nobody',
  'edit-made': 'nobody',
  'edit-turned': 'nobody',
  'programme-published': 'nobody',
  'programme-withdrawn': 'nobody',
  'screens-renewed': 'nobody',
  'clock-followed': 'nobody',
  'day-held': 'nobody',
  'day-released': 'nobody',
  'segment-moved': 'nobody',
  'pitch-saved': 'nobody',
  'pitch-moved': 'nobody',
  'pitch-deferred': 'nobody',
  'stage-loaded': 'nobody',
  'stage-finished': 'nobody',
  'stage-went-back': 'nobody',
  'stage-overdue': 'nobody',
  'stage-blacked-out': 'nobody',
  'clock-started': 'nobody',
  'clock-paused': 'nobody',
  'clock-resumed': 'nobody',
  'clock-restarted': 'nobody',
  'time-added': 'nobody',
  'round-opened': 'nobody',
  'round-closed': 'nobody',
  'round-moved': 'nobody',
  'round-ran': 'nobody',
  'round-ended': 'nobody',
  'round-time-added': 'nobody',
  'tables-swapped': 'nobody',
  'bell-rung': 'nobody',
  'hall-saved': 'nobody',
  'tables-placed': 'nobody',
  'hall-removed': 'nobody',
  'picture-kept': 'nobody',
  'break-picture-saved': 'nobody',
  'break-picture-removed': 'nobody',
}

/** After these a session may no longer see what it saw. */
const RIGHTS: readonly EventType[] = [
  'person-changed',
  'person-erased',
  'pass-renewed',
  'screens-renewed',
]

export const changesRights = (event: Event): boolean => RIGHTS.includes(event.type)

/** Names of the parts that an event may change; null: any. */
export const partsTouched = (event: Event): readonly string[] | null => PARTS[event.type] ?? null

/** The person whose own part (and that of hosts who expect them) may change; null: nobody's. */
export function mineTouched(event: Event): PersonId | 'everyone' | null {
  const whose = MINE[event.type]
  if (whose === 'nobody') return null
  return whose === 'person' && 'person' in event ? event.person : 'everyone'
}

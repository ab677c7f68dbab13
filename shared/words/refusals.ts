import type { Params, RefusalCode } from '#shared/show/decision.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import { subjectWords } from './edits.ts'

const text = (params: Params, key: string): string => String(params[key] ?? '')
const has = (params: Params, key: string): boolean => params[key] !== undefined

/** `4`, `4 and 9`, `4, 9 and 17` */
export function listed(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const KINDS: Record<string, string> = {
  stage: 'stage',
  segment: 'item',
  pitch: 'pitch',
  innovation: 'innovation',
  table: 'table',
  round: 'round',
  person: 'person',
  show: 'event',
  hall: 'map of the hall',
  picture: 'picture',
}

const EXPECTED: Record<string, string> = {
  zone: 'a time zone such as Europe/London',
  day: 'a date such as 2026-11-24',
  title: 'a title',
  'show-day': 'one of the days of this event',
  'start-on-day': 'a start on the day of the item',
  'same-kind': 'the kind of item it was before; add a new item instead',
  once: 'each round once',
  'table-once': 'each table once',
  'picture-once': 'each picture once',
}

const PHASES: Record<string, string> = {
  planned: 'has not opened yet',
  open: 'is open for choosing',
  closed: 'is closed for choosing',
  moving: 'is moving to its tables',
  talking: 'is under way',
  ended: 'is over',
}

const editWords = (params: Params): string =>
  subjectWords({
    done: text(params, 'done'),
    thing: text(params, 'thing'),
    name: text(params, 'thing') === 'person' ? '' : text(params, 'name'),
  })

function tableFull(params: Params, zone: string): string {
  const room = params['room']
  const free = Array.isArray(room) ? room : []
  const at = has(params, 'begins') ? ` at ${clockTime(Number(params['begins']), zone)}` : ''
  const still = has(params, 'still') ? ` You still have table ${text(params, 'still')}${at}.` : ''
  const other =
    free.length === 0
      ? ' No other table has room in this round. Ask the desk.'
      : free.length === 1
        ? ` Table ${listed(free)} has room.`
        : ` Tables ${listed(free)} have room.`
  return `Table ${text(params, 'table')} filled up while you were choosing.${still}${other}`
}

/** What each refusal says to the person it stops: what happened, and what to do. */
const REFUSALS: Record<RefusalCode, (params: Params, zone: string) => string> = {
  'not-allowed': () => 'You cannot do this with your link. Ask the organiser.',
  unknown: (params) =>
    `We cannot find that ${KINDS[text(params, 'what')] ?? 'thing'}. It may have been taken away: load the page again.`,
  'already-exists': (params) => `${text(params, 'what')} is there already. Choose another.`,
  'bad-value': (params) =>
    `“${text(params, 'value')}” does not fit here. We expect ${EXPECTED[text(params, 'expected')] ?? text(params, 'expected')}.`,
  superseded: () =>
    'You have done something newer on this phone since, so this older step was left out.',
  'not-saved': () =>
    'This could not be saved. The computer’s disk may be full. Nothing was changed: try again.',
  closing: () => 'The server is stopping. Nothing was changed: try again in a minute.',
  'on-hold': () => 'The day is on hold. Go on with the day first.',
  'not-on-hold': () => 'The day is not on hold.',
  'nothing-on-stage': () => 'Nothing is on stage. Start an item first.',
  'nothing-before': () => 'There is nothing to go back to: this is the first item.',
  'not-running': () => 'The clock is not running.',
  'already-running': () => 'The clock is running already.',
  'not-paused': () => 'The clock is not paused.',
  'no-more-items': () => 'There is nothing more on the programme.',
  'nobody-else-waiting': () => 'Nobody else is waiting in this block. Press Next to end it.',
  'pitch-done': () => 'This pitch has been given already.',
  'not-a-pitch-block': (params) => `“${text(params, 'segment')}” is not a pitch block.`,
  'segment-begun': (params) =>
    `“${text(params, 'segment')}” has begun, so it keeps its place in the programme.`,
  'on-stage-now': () => 'This pitch is on stage now.',
  'number-taken': (params) =>
    `There is a table ${text(params, 'table')} already. Choose another number.`,
  'capacity-below-taken': (params) =>
    `${text(params, 'taken')} people have chosen table ${text(params, 'table')}, so it cannot have ${text(params, 'capacity')} seats. Move some of them first.`,
  'table-full': tableFull,
  'round-not-open': (params) =>
    `You cannot choose a table now: round ${text(params, 'round')} ${PHASES[text(params, 'phase')] ?? 'is not open'}.${
      params['phase'] === 'planned'
        ? ' Choosing opens after the pitches.'
        : ' The desk can help you.'
    }`,
  'round-over': (params) => `Round ${text(params, 'round')} is over.`,
  'round-in-use': (params) =>
    `Round ${text(params, 'round')} cannot be taken away: people have chosen tables in it, or it has begun.`,
  'round-running': (params) => `Round ${text(params, 'round')} is still running. End it first.`,
  'round-wrong-phase': (params) =>
    `Round ${text(params, 'round')} ${PHASES[text(params, 'phase')] ?? ''}, so this cannot be done now.`,
  'pitches-running': (params) =>
    `The pitches in “${text(params, 'block')}” are still on. Finish them, then round ${text(params, 'round')} can go on.`,
  'host-on-duty': (params) =>
    `You host table ${text(params, 'table')} in round ${text(params, 'round')}. You can go elsewhere when a co-host stays there.`,
  'hosts-here': (params) => `You host table ${text(params, 'table')}: your place is kept.`,
  'hosts-elsewhere': (params) => `This person hosts table ${text(params, 'table')} already.`,
  'host-has-pick': (params) =>
    `A host of this table has a seat at table ${text(params, 'table')} in one of the rounds. Free that seat first.`,
  'show-closed': () => 'The event is closed. An organiser can open it again.',
  'day-in-use': (params) =>
    `“${text(params, 'segment')}” is on ${dayName(text(params, 'day'))}. Move or remove what is on that day first.`,
  'stage-in-use': (params) =>
    `“${text(params, 'stage')}” cannot be removed: it has items, has been used, or is the only stage.`,
  'table-in-use': (params) =>
    `${text(params, 'taken')} people have chosen table ${text(params, 'table')}, so it cannot be removed. Move them first.`,
  'person-in-use': () =>
    'Somebody who was added is here, has a seat, an answer, a table or a place in the programme by now.',
  'round-free': (params) =>
    `Nobody chooses tables in round ${text(params, 'round')}: people walk up to any table.`,
  'round-in-window': (params) =>
    `Round ${text(params, 'round')} is filled by the choices of “${text(params, 'window')}”.`,
  'round-by-wishes': (params) =>
    `Round ${text(params, 'round')} opens when its seating is published: everybody is given tables from their choices.`,
  'table-closed': (params) =>
    `Table ${text(params, 'table')} is closed in round ${text(params, 'round')}.`,
  'table-has-room': (params) =>
    `Table ${text(params, 'table')} has a free seat now: choose it, there is nothing to wait for.`,
  'not-your-table': (params) =>
    has(params, 'own')
      ? `This is table ${text(params, 'table')}. Your seat is at table ${text(params, 'own')}.`
      : `You have no seat at table ${text(params, 'table')} in this round. If there is room, walk up to it.`,
  'no-room-now': (params) =>
    `Table ${text(params, 'table')} has no free seat now. People may still be on their way to it.`,
  'round-not-begun': (params) => `Round ${text(params, 'round')} has not begun yet.`,
  'choosing-not-open': () =>
    'Choosing is not open now, so your list stays as it is. Your answers to pitches still count next time.',
  'not-for-us': (params) =>
    `You have said that “${text(params, 'innovation')}” is not for you. Change that answer first.`,
  'window-begun': (params) =>
    `“${text(params, 'window')}” has opened already, so it cannot be removed.`,
  'window-not-open': (params) => `“${text(params, 'window')}” has not opened yet.`,
  'window-not-closed': (params) =>
    `“${text(params, 'window')}” is still open. Close choosing first, then publish the seating.`,
  'window-published': (params) =>
    `The seating of “${text(params, 'window')}” has been published, so it does not open again.`,
  'kept-from-table': (params) =>
    `Somebody here is kept away from table ${text(params, 'table')}. Take that back first.`,
  'kept-at-table': (params) =>
    `This person is to sit at table ${text(params, 'table')}. Take that back first.`,
  'not-at-table': (params) =>
    `Table ${text(params, 'table')} is not open to you. The desk can tell you more.`,
  'pictures-full': (params) =>
    `Breaks show ${text(params, 'most')} pictures at most. Remove one, then add this again.`,
  'too-many-together': (params) =>
    `At most ${text(params, 'most')} people can come together, and you would be more.`,
  'edit-gone': () => 'This change is too long ago to be undone.',
  'details-gone': () =>
    'What people’s details were before is not kept once the server has restarted, so this cannot be undone.',
  'edited-since': (params) =>
    `This has been changed since (${editWords(params)}). Undo that first.`,
  'undone-before': (params) =>
    `An earlier change is undone as well (${editWords(params)}). Do that again first.`,
  'own-innovation': () => 'This is your own table, so there is nobody to ask.',
  'not-your-guest': () =>
    'This person has no seat at your table, so there is nobody to note this on.',
  'not-there': () => 'You had no seat there, so this question is not for you.',
  'not-asked': () => 'This event does not ask for this. The organiser can turn it on.',
  'round-still-on': (params) =>
    `Round ${text(params, 'round')} is not over yet. Say it when it has ended.`,
  'hosts-already': (params) => `You host table ${text(params, 'table')} already.`,
  'no-proposal': () => 'This proposal does not wait any more: it was answered or taken back.',
  'proposal-accepted': () =>
    'Your table has been accepted and is on the plan. Ask the organiser to take it away.',
}

/** A refusal in words for people; times in the show's zone. */
export const refusalWords = (
  refusal: { code: RefusalCode; params: Params },
  zone: string,
): string => REFUSALS[refusal.code](refusal.params, zone)

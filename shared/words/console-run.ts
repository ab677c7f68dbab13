import type { WindowPhase } from '#shared/show/choosing/window.ts'
import type { RoundPhase } from '#shared/show/state.ts'
import { type Instant, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { length } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { listed } from './refusals.ts'

/** Under this a show is on time: nobody plans to the second. */
const ON_TIME: Ms = 30 * SECOND
const VERY_LATE: Ms = 10 * MINUTE

export type DistanceLevel = 'early' | 'on-time' | 'late' | 'very-late'
export function distanceLevel(late: Ms): DistanceLevel {
  if (Math.abs(late) < ON_TIME) return 'on-time'
  if (late < 0) return 'early'
  return late < VERY_LATE ? 'late' : 'very-late'
}

/** `On time`, `4 minutes late`, `1 hour 5 minutes early` */
export function distanceWords(late: Ms): string {
  if (Math.abs(late) < ON_TIME) return 'On time'
  const minutes = Math.max(1, Math.round(Math.abs(late) / MINUTE))
  return `${length(minutes * MINUTE)} ${late > 0 ? 'late' : 'early'}`
}

/** What the distance means for what comes: the next chosen start, or the end of the day. */
export const nextFixed = (
  title: string,
  planned: Instant,
  expected: Instant,
  zone: string,
): string => {
  const at = clockTime(planned, zone)
  return expected - planned < ON_TIME
    ? `${title} at ${at} still holds.`
    : `${title} at ${at} moves to ${clockTime(expected, zone)}.`
}

export const peopleWord = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`

const CHOOSING_STEP: { [Phase in WindowPhase]: string } = {
  planned: 'Open choosing',
  open: 'Look at choosing',
  closed: 'Look at the seating',
  published: 'Look at the seating',
}

export const RUN = {
  title: 'Run',
  // Distance to plan
  onHold: 'On hold',
  heldSince: (at: string) => `Since ${at}. Everyone has been told, and clocks stand still.`,
  longOver: 'This was planned for another day',
  longOverThen:
    'Nobody has run it since. Give its items another day in the programme, or use the event again.',
  finished: 'The programme is over',
  finishedThen: (at: string) => `The last item ended at ${at}.`,
  endsAbout: (at: string) => `The day ends at about ${at}.`,
  beginsAt: (title: string, at: string, ago: string) => `${title} begins at ${at}, ${ago}.`,
  beginsOn: (title: string, day: string, at: string) => `${title} begins on ${day} at ${at}.`,
  shouldHaveBegun: (title: string, at: string) => `${title} was to begin at ${at}.`,
  noProgramme: 'No programme yet',
  noProgrammeThen: 'Load the programme and everything here comes to life: clock, queue, rounds.',
  loadFiles: 'Load the files',
  hold: 'Hold the day',
  release: 'Go on with the day',
  holdAsk: {
    title: 'Hold the whole day?',
    body: 'Every clock stops, and stage display and phones say that the day is on hold. Nothing that people have chosen is lost. Use it for an alarm, or when the hall must stop.',
    yes: 'Hold the day',
  },
  releaseAsk: (since: string) => ({
    title: 'Go on with the day?',
    body: `Clocks go on where they stood at ${since}, and everyone is told.`,
    yes: 'Go on',
  }),
  held: 'The day is on hold.',
  released: 'The day goes on.',
  // Now
  now: 'Now',
  nowCount: (index: number, of: number) => `Now, ${index} of ${of}`,
  nothingOn: 'Nothing is on stage',
  nothingOnThen: (what: string) => `${what} comes first.`,
  allDone: 'All items have been on. Previous goes back to the last one.',
  phase: {
    ready: 'Ready',
    running: 'Running',
    warning: 'Nearly done',
    danger: 'Last seconds',
    over: 'Over time',
    paused: 'Paused',
    changeover: 'Changeover',
    held: 'On hold',
  },
  kind: {
    'pitch-block': 'Pitches',
    talk: 'Talk',
    panel: 'Panel',
    ceremony: 'Ceremony',
    break: 'Break',
    rounds: 'Rounds',
    note: 'Note for the crew',
  },
  table: (number: number) => `table ${number}`,
  noTable: 'no table',
  timeUsed: 'Time used',
  added: (by: Ms) => `${length(by)} ${by < 0 ? 'taken off' : 'added'}`,
  ofLength: (ms: Ms) => length(ms),
  notes: 'Notes:',
  blackedOut: 'The stage display is dark.',
  // Controls
  controls: 'Clock on stage',
  start: (what: string) => `Start: ${what}`,
  startNow: (what: string) => `Start now: ${what}`,
  startClock: 'Start',
  next: (what: string) => `Next: ${what}`,
  endPitches: 'End the pitches',
  endDay: 'End the programme',
  pause: 'Pause',
  resume: 'Go on',
  previous: 'Previous',
  restart: 'Restart',
  finish: 'Finish',
  finishHint: 'Ends this and gets the next one ready, without starting it',
  load: 'Put on another…',
  absent: 'Absent',
  late: 'Late',
  blackout: 'Blackout',
  lit: 'The stage display is lit again.',
  restartAsk: (what: string, run: Ms) => ({
    title: 'Start this clock again?',
    body: `${what} has run for ${length(run)}. The clock goes back to the start and runs.`,
    yes: 'Restart',
  }),
  finished1: (what: string) => `${what} is finished.`,
  roundCannotPause: 'The clock of a round cannot be paused. Add time, or hold the day.',
  // Load another
  loadTitle: 'Put on another item',
  loadBody: 'It is put on with its clock ready; you start it.',
  loadFind: 'Find an item or a presenter',
  loadNone: 'Nothing on the programme is called that.',
  loadAsk: (on: string, next: string) => ({
    title: `Put on ${next}?`,
    body: `${on} is on, and its clock runs. It counts as finished then; Previous brings it back.`,
    yes: 'Put it on',
  }),
  loaded: (what: string) => `${what} is on, ready to start.`,
  given: 'given',
  // Up next
  comingUp: 'Coming up',
  nextLine: (what: string) => `Next: ${what}`,
  choosingOpens: 'Choosing opens',
  choosingCloses: 'Choosing closes',
  roundMoves: (round: number) => `Round ${round}: move`,
  roundTalks: (round: number) => `Round ${round}: talk`,
  roundEnds: (round: number) => `Round ${round} ends`,
  // Queue
  queueCount: (done: number, away: number, toCome: number) =>
    [
      ...(done > 0 ? [`${done} done`] : []),
      ...(away > 0 ? [`${away} sent to the end`] : []),
      toCome === 0 ? 'none to come' : `${toCome} to come`,
    ].join(', '),
  queueEmpty:
    'No pitches in this block yet. They come with the innovations file, in the order of its rows.',
  noBlock: 'There is no pitch block on the programme.',
  queueToCome: (block: string) => `${block}, to come, in the order they are called`,
  allOf: (count: number) => `Show all ${count}`,
  fewer: 'Show fewer',
  done: 'done',
  isAbsent: 'absent',
  isLate: 'late',
  drag: (who: string) => `Move ${who}`,
  more: (who: string) => `More for ${who}`,
  putOn: 'Put on now',
  toFront: 'Call next',
  up: 'Move up',
  down: 'Move down',
  sendAbsent: 'Absent: to the end',
  sendLate: 'Late: to the end',
  movedTo: (who: string, before: string | null) =>
    before === null ? `Last in this block: ${who}.` : `${who}: now before ${before}.`,
  sentToEnd: (who: string) => `Sent to the end of the block: ${who}.`,
  // Rounds
  rounds: 'Rounds',
  noRounds: 'There are no rounds on the programme.',
  round: (number: number) => `Round ${number}`,
  roundPhase: {
    planned: 'not open yet',
    open: 'choosing open',
    closed: 'choosing closed',
    moving: 'moving',
    talking: 'talking',
    ended: 'over',
  } satisfies { [Phase in RoundPhase]: string },
  roundTimes: (moves: string, talks: string, ends: string) => `move ${moves}, ${talks}–${ends}`,
  roundFill: (taken: number, capacity: number) => `${taken} of ${capacity}`,
  openChoosing: 'Open choosing',
  openAll: 'Open choosing for all rounds',
  closeChoosing: 'Close choosing',
  reopen: 'Open choosing again',
  move: 'Move now',
  run: 'Start talking',
  end: 'End round',
  skip: 'Skip this round',
  toRound: (step: string, number: number) => `${step}: round ${number}`,
  /** the large button, which stands for itself */
  bigStep: {
    open: () => 'Open choosing',
    move: (number: number) => `Move to round ${number}`,
    run: (number: number) => `Start talking, round ${number}`,
    end: (number: number) => `End round ${number}`,
  },
  /** a round by wishes: on the large button, and in the list of rounds */
  toChoosing: (phase: WindowPhase) => CHOOSING_STEP[phase],
  waitsFor: (phase: WindowPhase, title: string, closes: string | null) =>
    ({
      planned: `waits for choosing of “${title}”, which has not opened`,
      open: `waits for choosing of “${title}”, open${closes === null ? '' : ` until ${closes}`}`,
      closed: `waits for you to publish the seating of “${title}”`,
      published: 'not open yet',
    })[phase],
  leaveRoundAsk: (number: number) => ({
    title: `Leave round ${number}?`,
    body: `The stage goes back to the item before. Round ${number} and its clock go on at the tables.`,
    yes: 'Go back',
  }),
  roundMore: (number: number) => `More for round ${number}`,
  roundAdd: (by: string) => `${by} for this round`,
  closed: (number: number) => `Choosing for round ${number} is closed.`,
  pitchesOnAsk: (block: string, waiting: readonly string[], step: string) => ({
    title: `${block}: still on`,
    body:
      waiting.length === 0
        ? `The last pitch is on stage. End the pitches, then: ${step.toLowerCase()}?`
        : `${listed(waiting.slice(0, 4))}${waiting.length > 4 ? ` and ${waiting.length - 4} more` : ''} ${waiting.length === 1 ? 'has' : 'have'} not pitched. End the pitches all the same, then: ${step.toLowerCase()}?`,
    yes: 'End the pitches',
    no: 'Wait for them',
  }),
  otherOnAsk: (running: number, next: number, left: Ms) => ({
    title: `End round ${running}?`,
    body: `Round ${running} is still on${left > 0 ? `, with ${length(left)} left` : ''}. It ends before round ${next} begins.`,
    yes: `End round ${running}`,
  }),
  earlyAsk: (number: number, at: string, ms: Ms) => ({
    title: `Move to round ${number} now?`,
    body: `It is expected at ${at}, in ${length(ms)}. Everyone’s phone will send them to their table at once.`,
    yes: 'Move now',
  }),
  endEarlyAsk: (number: number, left: Ms) => ({
    title: `End round ${number} now?`,
    body: `There are ${length(left)} left. Everyone is told that the round is over.`,
    yes: 'End the round',
  }),
  skipAsk: (number: number, people: number) => ({
    title: `Skip round ${number}?`,
    body:
      people === 0
        ? 'Nobody has chosen a table in it yet. It will not take place.'
        : `${peopleWord(people)} ${people === 1 ? 'has' : 'have'} chosen a table in it. It will not take place.`,
    yes: 'Skip it',
  }),
  // Strip
  figures: 'Figures',
  here: 'Here',
  hereOf: (here: number, all: number) => `${here} of ${all}`,
  answered: 'Have answered a pitch',
  seated: 'Have a table in the next round',
  screens: 'Screens',
  noScreens: 'none yet',
  screensOf: (on: number, all: number) => `${on} of ${all}`,
  openStage: 'Open a stage display',
  openHall: 'Open a hall screen',
  ring: 'Ring the bell',
  rang: 'The bell has been rung on every hall screen.',
} as const

/** `+0:21` over time: the word beside it says which way. */
export const overtime = (text: string): string => text.replace('\u2212', '+')

/** Every word of the stage display: read from 25 metres by someone who is speaking. */
export const STAGE = {
  phase: {
    ready: 'Ready',
    running: 'Running',
    warning: 'Nearly done',
    danger: 'Finish now',
    over: 'Over time',
    paused: 'Paused',
    changeover: 'Changeover',
    held: 'On hold',
    finished: 'Finished',
    break: 'Break',
    moving: 'Time to move',
    talking: 'Time to talk',
  },
  held: 'Please wait. Nothing is lost.',
  finished: 'Thank you',
  nothingYet: 'Nothing on yet',
  nothing: 'Nothing on',
  /** before whoever comes after what is on */
  next: 'Next: ',
  /** before whoever opens the stage, when nothing is on */
  first: 'First: ',
  /** under the name of a presenter who is walking on */
  comesOn: 'Comes on next',
  roundOf: (number: number, of: number) => `Round ${number} of ${of}`,
  timeUsed: 'Time used',
  rehearsal: 'Rehearsal',
  /** no line to the server: this screen counts on by itself */
  ownClock: 'Own clock',
} as const

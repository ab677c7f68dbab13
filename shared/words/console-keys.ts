/** The help on keys, in the order it is read. */
export const KEYS = {
  button: 'Keys',
  title: 'Keys for the run view',
  body: 'They work while nothing is being typed and no dialog is open. Holding a key down counts once.',
  on: 'Keys are on',
  list: [
    { keys: ['space'], what: 'Start, pause or go on' },
    { keys: ['n', '→'], what: 'Next' },
    { keys: ['p', '←'], what: 'Previous, with the clock it had' },
    { keys: ['+', '−'], what: '10 seconds more or less' },
    { keys: [']', '['], what: '1 minute more or less' },
    { keys: ['b'], what: 'Blackout of the stage display' },
    { keys: ['?'], what: 'This help' },
  ],
} as const

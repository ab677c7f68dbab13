import { length } from '#shared/time/spoken.ts'
import type { Ms } from '#shared/time/instant.ts'

/** The words of the console's frame, round every screen. */
export const CONSOLE = {
  console: 'Console',
  skip: 'Skip to the page',
  allEvents: 'All events of this server',
  screens: {
    run: 'Run',
    programme: 'Programme',
    innovations: 'Innovations',
    choosing: 'Choosing',
    tables: 'Tables',
    people: 'People',
    files: 'Files',
    record: 'Record',
    event: 'Event',
  },
  live: 'Live',
  denser: 'Denser',
  noConnection: 'No connection',
  lostFor: (ms: Ms) => `for ${length(Math.max(1_000, ms))}.`,
  whileLost:
    'The clock goes on by this computer’s own; everything else is as it was. The buttons of the stage come back with the connection.',
  signedIn: (name: string) => `Signed in as ${name}.`,
  signOut: 'Sign out',
  loading: 'Loading',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undone: 'Taken back.',
  putAway: 'Put this message away',
  failed: {
    title: 'This screen could not be shown',
    body: 'The show goes on: nothing was changed. If there is no connection, wait for it, then try again.',
    again: 'Try again',
  },
} as const

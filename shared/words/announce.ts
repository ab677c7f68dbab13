import type { AnnouncedTo } from '#shared/show/announcements.ts'
import type { Instant } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'

/** The console's words for what the crew says to many. */
export const ANNOUNCE = {
  open: 'Announce',
  title: 'Say something to many',
  to: 'To',
  kinds: {
    phones: 'All phones',
    hosts: 'All hosts',
    table: 'Everybody of one table',
    stage: 'The stage display',
    hall: 'The hall screens',
  } satisfies { [Kind in AnnouncedTo['kind']]: string },
  table: 'Table',
  text: 'What to say',
  textHint: (left: number) => `${left} characters left. Names of people do not belong here.`,
  minutes: 'Minutes that it stands',
  say: 'Say it',
  said: (to: string) => `Said to: ${to}.`,
  errors: {
    text: 'Write what to say.',
    minutes: 'Write a number of minutes from 1 to 240.',
    table: 'Choose a table.',
  },
  now: 'Said at present',
  none: 'Nothing is said at present.',
  until: (until: Instant, zone: string) => `until ${clockTime(until, zone)}`,
  reached: (have: number, of: number) =>
    of === 0
      ? 'None of its screens is connected.'
      : `${have} of ${of} connected ${of === 1 ? 'screen has' : 'screens have'} it.`,
  withdraw: 'Take it away',
  withdrawn: 'It is taken off every screen.',
  atTable: (table: number) => `Everybody of table ${table}`,
} as const

import { listed } from './refusals.ts'

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Words of what anyone may read of an event: its page, its items and innovations, and what has changed. */
export const PUBLIC_PAGE = {
  what: 'At a pitch & talk, people who have made something new tell the whole room about it, one after another, in a minute or two each. Then each of them hosts a table, and you go from table to table to talk with those whose work could help yours.',
  phone: 'At the event? Open your phone page',
  phoneAfter: 'Were you there? Open your phone page',
  toProgramme: 'Programme',
  toInnovations: 'Innovations A–Z',
  onThisPage: 'On this page',

  rehearsal: 'Rehearsal: not the real event',
  rehearsalHow: 'This is a copy for trying things out. Nothing that you do here counts.',
  over: 'This event is over',
  overHow: 'The programme stays here, as it was planned.',
  notYet: 'The programme will be published here.',
  neverPublished: 'Its programme is not published here.',
  more: 'More will be added.',
  toConfirmHow: 'What is on then will be told here once it is confirmed again.',
  noItems: 'Nothing is confirmed yet. The programme will be here, item by item.',
  noInnovations: 'The innovations will be listed here, each with its table, once they are added.',

  programme: 'Programme',
  innovations: 'Innovations A–Z',
  innovationsHow: (count: number): string =>
    count === 1
      ? 'One innovation, and where to find it.'
      : `All ${count} of them, and where to find each.`,
  zoneOfTimes: (zone: string): string => `Times are those of ${zone.replaceAll('_', ' ')}.`,

  kinds: {
    'pitch-block': 'Pitches',
    rounds: 'At the tables',
    talk: 'Talk',
    panel: 'Panel',
    ceremony: 'Ceremony',
    break: 'Break',
  },
  with: (names: readonly string[]): string => `With ${listed(names)}`,
  tablesOpen: 'The tables are open meanwhile: walk up to any of them.',
  pitches: (count: number): string => plural(count, 'pitch', 'pitches'),
  round: (number: number): string => `Round ${number}`,
  roundOf: (minutes: string): string => `${minutes} at the table you have chosen`,
  roundFree: (minutes: string): string => `${minutes}, walk up to any table`,
  to: 'to',
  at: (time: string, stage: string): string => (stage === '' ? time : `${time}, ${stage}`),

  table: (number: number): string => `Table ${number}`,
  tableWord: 'Table',
  zoneWord: 'Zone ',
  noTable: 'Its table will be told here.',
  noTableShort: 'No table yet',
  pitched: 'Hear the pitch',
  pitchedAt: (time: string): string => `Pitch at ${time}`,
  meet: 'Talk to them',
  presentedBy: (names: readonly string[]): string => `Presented by ${listed(names)}`,
  allInnovations: 'All innovations',
  wholeProgramme: 'The whole programme',

  tools: 'For other tools',
  toolsHow: 'The same programme for calendars, planners and feed readers.',
  calendar: 'Calendar (iCalendar)',
  scheduleJson: 'Schedule (JSON)',
  scheduleXml: 'Schedule (XML)',
  feed: 'Changes (Atom feed)',

  gone: {
    item: 'This item is not in the programme any more',
    innovation: 'This innovation is not part of the event any more',
    how: 'It has been taken out since. What is on now is on the event’s page.',
    unknownItem: 'There is no such item in the programme',
    unknownInnovation: 'There is no such innovation at this event',
    unknownHow: 'Check the address, or look for it on the event’s page.',
    notYet: 'The programme is not published yet',
    notYetHow: 'It will be on the event’s page.',
    withdrawn: 'The programme was taken back for now',
    withdrawnHow: 'It will be here again when it is published again.',
    back: 'To the event’s page',
  },

  description: (when: string, place: string): string =>
    `${[when, place].filter((part) => part !== '').join(', ')}. Short pitches on stage, then conversations at the presenters’ tables.`,

  list: {
    upcoming: 'Coming up',
    past: 'Past events',
    noneUpcoming: 'No event is coming up at the moment.',
  },

  changes: {
    feed: (title: string): string => `${title}: changes of the programme`,
    published: 'The programme is published',
    withdrawn: 'The programme was taken back for now',
    added: (title: string): string => `Added: ${title}`,
    removed: (title: string): string => `Taken out: ${title}`,
    confirmed: (title: string, at: string): string => `Now confirmed: ${title}, ${at}`,
    toConfirm: (title: string, at: string): string =>
      `To be confirmed again: ${title === '' ? 'the item of' : `${title},`} ${at}`,
    renamed: (title: string, before: string): string => `New title: ${title} (it was ${before})`,
    moved: (title: string, now: string, before: string): string =>
      `${title}: now ${now} instead of ${before}`,
    length: (title: string, now: string, before: string): string =>
      `${title}: now ${now} long instead of ${before}`,
    kind: (title: string, kind: string): string => `${title}: now listed as “${kind}”`,
    summary: (title: string): string => `${title}: new description`,
    speakers: (title: string, names: readonly string[]): string =>
      names.length === 0 ? `${title}: other speakers` : `${title}: now with ${listed(names)}`,
    presenters: (title: string, names: readonly string[]): string =>
      names.length === 0
        ? `${title}: other presenters`
        : `${title}: now presented by ${listed(names)}`,
    organisation: (title: string, organisation: string): string =>
      organisation === ''
        ? `${title}: no organisation is told any more`
        : `${title}: its organisation is now ${organisation}`,
    tablesOpen: (title: string, open: boolean): string =>
      open
        ? `${title}: the tables are open meanwhile`
        : `${title}: the tables are not open meanwhile any more`,
    pitches: (title: string, added: readonly string[], removed: readonly string[]): string => {
      const parts = [
        added.length > 0 ? `now also ${listed(added)}` : '',
        removed.length > 0 ? `without ${listed(removed)}` : '',
      ].filter((part) => part !== '')
      return `${title}: ${parts.length === 0 ? 'the pitches in another order' : parts.join(', ')}`
    },
    rounds: (title: string, times: readonly string[]): string =>
      times.length === 0 ? `${title}: no rounds for now` : `${title}: rounds at ${listed(times)}`,
    table: (title: string, number: number): string => `${title}: now at table ${number}`,
    noTable: (title: string): string => `${title}: no table for now`,
    eventTitle: (title: string, before: string): string =>
      `The event is now called ${title} (it was ${before})`,
    eventPlace: (place: string): string =>
      place === ''
        ? 'Where the event will be is not told for now'
        : `The event will now be at ${place}`,
    andMore: (count: number): string => `and ${count} more`,
  },
} as const

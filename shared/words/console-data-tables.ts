import { plural } from './console-data.ts'
import { listed } from './refusals.ts'

/** The first ones by name: a sentence of sixty names is read by nobody. */
const named = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 7).join(', ')} and ${names.length - 7} more` : listed(names)

export const TABLES = {
  title: 'Tables',
  tables: 'tables',
  seats: 'seats a round',
  rounds: 'rounds',
  add: 'Add a table',
  printGuests: 'Print who comes',
  emptyTitle: 'No tables yet',
  emptyWords:
    'Every innovation has a table where its presenters talk. They come with your innovations file; you can also add them one by one.',
  loadFile: 'Load a file',
  noRoundsTitle: 'No rounds yet',
  noRoundsWords: 'Rounds come with the programme. Until then you can set up the tables.',
  gridTitle: 'Seats taken, by round and table',
  gridHint: 'Arrow keys move about; Enter shows who sits there.',
  legendSome: 'Seats taken',
  legendFull: 'Full',
  legendNone: 'Nobody yet',
  legendClosed: 'Closed, or no innovation',
  roundHead: 'Round',
  tableHead: 'Table',
  round: (number: number): string => `Round ${number}`,
  noTable: 'No table',
  withoutTable: (count: number): string => `${plural(count, 'person', 'people')} without a table`,
  cell: (round: number, table: number, taken: number, capacity: number): string =>
    `Round ${round}, table ${table}: ${taken} of ${capacity}`,
  byHandCount: (count: number): string => `, ${count} by hand`,
  cameCount: (came: number | null): string => (came === null ? ', not counted' : `, ${came} came`),
  cameOf: (came: number, taken: number): string => `${came}/${taken}`,
  cameSheet: (came: number | null, taken: number): string =>
    came === null ? 'Not counted: no seat is given away.' : `${came} of ${taken} came.`,
  legendCame: '5/8: 5 of 8 came',
  closedCell: (round: number, table: number): string => `Round ${round}, table ${table}: closed`,
  byHand: 'by hand',
  byHandHint: 'No seating moves them',
  suggested: 'suggested',
  suggestedHint: 'Nobody asked for it: it filled a free round',
  roundSeats: 'Seats in this round',
  roundSeatsLabel: (usual: number): string => `Seats here in this round alone (usually ${usual})`,
  roundSeatsSave: 'Save',
  roundSeatsSaved: (table: number, round: number, seats: number): string =>
    `Table ${table} has ${plural(seats, 'seat')} in round ${round}.`,
  isClosed: 'This table is closed in this round: nobody can be seated here.',
  openAgain: 'Open it again',
  openedIn: (table: number, round: number): string => `Table ${table} is open in round ${round}.`,
  closeIn: (round: number): string => `Close the table in round ${round}`,
  closedIn: (table: number, round: number): string => `Table ${table} is closed in round ${round}.`,
  closeAsk: (table: number, round: number, names: readonly string[], seatedAgain: boolean) => ({
    title: `Close table ${table} in round ${round}?`,
    body: `${named(names)} ${names.length === 1 ? 'gives' : 'give'} up ${names.length === 1 ? 'the seat' : 'their seats'} here at once, and ${
      seatedAgain
        ? `${names.length === 1 ? 'gets' : 'get'} another where there is room`
        : `${names.length === 1 ? 'has' : 'have'} no table in round ${round} until you seat them again`
    }.`,
    yes: 'Close it',
  }),
  tooFew: (names: readonly string[], seats: number): string =>
    `${named(names)} ${names.length === 1 ? 'sits' : 'sit'} here. Move ${plural(names.length - seats, 'person', 'people')} first, or close the table in this round.`,
  lowered: (lines: readonly string[]): string =>
    `More people sit here already: ${listed(lines)}. Move them first.`,
  loweredIn: (round: number, taken: number): string => `${taken} in round ${round}`,
  cellTitle: (table: number, round: number): string => `Table ${table}, round ${round}`,
  standsAt: (spot: number) => `In this round at the place of table ${spot}`,
  noInnovation: 'No innovation yet',
  taken: (taken: number, capacity: number): string =>
    `${taken} of ${plural(capacity, 'seat')} taken`,
  nobody: 'Nobody has chosen this table in this round.',
  hosts: 'Presenters here',
  noHosts: 'No presenter is set for this table.',
  away: (table: number): string => `at table ${table} in this round`,
  who: 'Who sits here',
  move: 'Move',
  moveTo: (name: string): string => `Move ${name} to`,
  chooseTable: 'Choose a table…',
  option: (table: number, title: string, free: number): string =>
    `Table ${table}, ${title}: ${free > 0 ? `${free} free` : 'full'}`,
  noTableOption: 'No table',
  moved: (name: string, table: number): string => `${name} is at table ${table} now.`,
  freed: (name: string): string => `${name} has no table in this round now.`,
  full: (table: number, capacity: number, room: readonly number[]): string =>
    `Table ${table} is full: all ${capacity} seats are taken. ${
      room.length === 0
        ? 'No other table has room in this round: give one more seats.'
        : `${room.length === 1 ? 'Table' : 'Tables'} ${listed(room)} ${room.length === 1 ? 'has' : 'have'} room.`
    }`,
  hostsHere: (name: string): string => `${name} presents at this table: a place is kept.`,
  onDuty: (name: string, table: number): string =>
    `${name} is the only presenter at table ${table} in this round. When a colleague stays there, they can go.`,
  over: 'This round is over: its seats stay as they were.',
  seatSomeone: 'Seat someone here',
  findPerson: 'Name or organisation',
  seat: 'Seat here',
  seatedAt: (table: number): string => `now at table ${table}`,
  noOneFound: 'Nobody of that name is on the list.',
  everyoneSeated: 'Everyone has a table in this round.',
  withoutTitle: (round: number): string => `Without a table in round ${round}`,
  here: 'here',
  notHere: 'not here',
  listTitle: 'All tables',
  number: 'Number',
  innovation: 'Innovation',
  presenters: 'Presenters',
  zone: 'Zone',
  place: 'Place',
  seatsHead: 'Seats',
  actions: 'Do',
  change: 'Change',
  swap: 'Swap',
  of: (table: number): string => `table ${table}`,
  addTitle: 'New table',
  changeTitle: (table: number): string => `Table ${table}`,
  numberOdd: 'A table has a number from 1 to 999.',
  seatsOdd: 'A table has 1 to 500 seats.',
  zoneHint: 'A letter from A to H gets a colour and a shape. You can leave it open.',
  placeHint: 'As you would tell a guest: left wall, third from the stage.',
  capacityHint: 'Seats for visitors, presenters not counted.',
  addHost: 'Add a presenter',
  addHostHint: 'To choose someone else, first make them a presenter under People.',
  chooseHost: 'Choose…',
  saved: (table: number): string => `Table ${table} is saved.`,
  remove: (table: number): string => `Remove table ${table}`,
  removed: (table: string): string => `Table ${table} is removed.`,
  swapTitle: (table: number): string => `Swap table ${table}`,
  swapWords:
    'The two tables change number, zone and place with one another. Presenters and everyone who chose them follow.',
  swapWith: 'With',
  swapOption: (table: number, title: string, place: string): string =>
    [`Table ${table}, ${title}`, place].filter((words) => words !== '').join(': '),
  swapDo: 'Swap',
  swapped: (a: number, b: number): string => `Tables ${a} and ${b} have changed places.`,
} as const

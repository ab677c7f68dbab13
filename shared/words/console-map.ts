/** Words of the map of the hall on the console. */
export const HALL_MAP = {
  seatsView: 'Seats',
  mapView: 'Map',
  views: 'What to see',
  title: 'Map of the hall',
  emptyTitle: 'No map yet',
  emptyWords:
    'With a map, phones show everybody the way to their table. Lay the tables out in rows, or load a picture of the hall and tap where each table stands.',
  emptyCrew: 'An organiser can lay the tables out on a map; phones then show the way to each.',
  layOut: 'Lay out in rows',
  laidOut: (count: number): string =>
    `${count === 1 ? 'The table is' : `All ${count} tables are`} on the map.`,
  picture: 'Load a picture of the hall',
  otherPicture: 'Load another picture',
  drawn: 'The map is drawn on this picture. Now tap where each table stands.',
  again: 'Lay out again',
  columns: 'Tables in a row',
  order: 'Numbers go',
  orders: { rows: 'row by row', snake: 'there and back' },
  columnsOdd: 'Between 1 and 40 tables in a row.',
  remove: 'Remove the map',
  removed: 'The map is removed.',
  canvas: 'The map. Arrow keys move what is chosen, with Shift further.',
  how: 'Drag a table to its place. Or choose one: arrow keys move it, with Shift further.',
  howTap: (what: string): string => `Tap where ${what} stands.`,
  choose: 'Choose',
  nothing: 'Nothing chosen',
  table: (number: number): string => `Table ${number}`,
  aTable: (number: number): string => `table ${number}`,
  tableOption: (number: number, title: string, placed: boolean): string =>
    `Table ${number}${title === '' ? '' : `, ${title}`}${placed ? '' : ' (not on the map)'}`,
  stage: 'Stage',
  theStage: 'the stage',
  door: (number: number, of: number): string => (of > 1 ? `Door ${number}` : 'Door'),
  theDoor: (number: number, of: number): string => (of > 1 ? `door ${number}` : 'the door'),
  addDoor: 'Add a door',
  addStage: 'Add the stage',
  across: 'Across, %',
  down: 'Down, %',
  place: 'Put it there',
  percentOdd: 'Between 0 and 100.',
  off: 'Take off the map',
  mark: (what: string, x: number, y: number): string => `${what}: ${x} % across, ${y} % down`,
  moved: (what: string, x: number, y: number): string =>
    `${what} is now ${x} % across and ${y} % down.`,
  missing: (count: number): string =>
    count === 0
      ? 'Every table is on the map.'
      : `${count} ${count === 1 ? 'table is' : 'tables are'} not on the map yet.`,
  noDoor: 'Without a door, phones mark the table of somebody’s first round and no way to it.',
  list: 'The map as a list',
  notOn: 'not on the map',
} as const

import type { SeatingPolicy } from '#shared/show/choosing/window.ts'

/** The page that says how tables were given out. */
export const FAIRNESS = {
  title: 'How tables were given out',
  lead: 'Everybody put what they wanted in order, and all were seated at once. Who was first or fast did not count.',
  notYet:
    'Nobody has been given tables yet. How it was done will be shown here as soon as they have.',
  noPublished: 'The seating has not been published yet.',
  tooFew: 'Fewer than 5 people were seated, so nothing is said of them.',
  publishedAt: (at: string) => `Published at ${at}.`,

  people: (count: number) => `${count} people were seated`,
  got: 'Who got what',
  firstChoice: 'got their first choice',
  topThree: 'got at least one of their first three',
  worstOff: 'is the fewest tables of their choice that anybody got who chose',
  emptySeats: (of: number) => `of ${of} seats stayed empty`,
  few: 'fewer than 5',
  fewPeople: 'Fewer than 5 people',
  allButFew: 'All but fewer than 5',
  hidden: 'not shown',
  histogram: 'Tables of their choice',
  histogramRow: (visits: number) =>
    visits === 0 ? 'None' : `${visits} ${visits === 1 ? 'table' : 'tables'}`,
  peopleHead: 'People',
  picture: 'Picture',
  fewHow:
    'Counts from 1 to 4 are not shown, so that they point at nobody; “not shown” stands where such a count could be worked out.',

  tables: 'Why tables were tight',
  tablesHow:
    'How many people asked for each table at all, and how many seats it had over all rounds.',
  table: 'Table',
  asked: 'Asked',
  seats: 'Seats',
  came: 'So',
  without: (count: number) => `${count} ${count === 1 ? 'seat' : 'seats'} short`,
  enough: 'enough',
  closed: 'closed',

  decided: 'How it was decided',
  policy: {
    nested:
      'First choices came first: as many as possible got their first choice, then their first three, then their first five; within that, whoever had least came first.',
    strict:
      'Everybody came to the same number of tables first: nobody got another table of their choice while somebody had fewer and could have had it.',
  } satisfies { [Policy in SeatingPolicy]: string },
  here: 'Only people who had arrived were seated.',
  everyone: 'Everybody was seated, whether they had arrived or not.',
  perOrganisation: (most: number) =>
    `At most ${most} ${most === 1 ? 'person' : 'people'} of one organisation sat at a table together.`,
  ties: 'Where two had the same claim, chance decided: one number, the seed, drawn by the server when choosing opened. Its hash was shown while people chose, so that nobody could pick another seed once they knew what was asked for.',
  hash: 'Hash, shown from the start',
  seed: 'Seed, shown since choosing closed',
  seedLater: 'The seed is shown once choosing has closed.',
  check:
    'To check: the SHA-256 of the seed is the hash. On any computer with a terminal, this prints it:',
  back: 'The event’s page',
} as const

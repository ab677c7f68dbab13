/** Longest texts taken from a sheet, in characters; short enough for badges, cards and displays. */
export const LONGEST = {
  title: 200,
  organisation: 200,
  summary: 1_000,
  itemText: 10_000,
  place: 120,
  zone: 20,
  stage: 80,
  name: 120,
  email: 254,
  jobTitle: 200,
  ticket: 64,
} as const

/** A picture that is chosen from this computer. */
export const PICTURE = {
  hint: 'PNG, JPEG or WebP. A large one is made smaller first.',
  loading: 'Loading…',
  odd: 'This file cannot be read as a picture. Choose a PNG, JPEG or WebP picture.',
} as const

/** What hall screens show in breaks. */
export const BREAK_PICTURES = {
  title: 'Pictures for breaks',
  lead: 'Hall screens show them in breaks, each for 12 seconds, with the time and what is next beside it. Wide pictures (16 to 9) fill the screen best.',
  empty:
    'No pictures yet. In breaks, hall screens show the time, what is next and the code to join.',
  add: 'Add a picture',
  added: 'The picture is added. Say what it is, and whether a sponsor pays for it.',
  full: (most: number): string => `That is all ${most}. Remove one to add another.`,
  picture: (number: number, caption: string): string =>
    caption === '' ? `Picture ${number}` : `Picture ${number}, ${caption}`,
  caption: 'What stands under it',
  noCaption: 'Add a line of words',
  captionOdd: (most: number): string => `At most ${most} characters.`,
  captionSaved: 'The words under the picture are changed.',
  sponsor: 'A sponsor’s',
  sponsorHow: 'Screens say “Sponsor” beside it.',
  earlier: 'Show earlier',
  later: 'Show later',
  remove: 'Remove',
  moved: 'The order is changed.',
  removed: 'The picture is removed.',
  marked: (sponsor: boolean): string =>
    sponsor
      ? 'Screens say that a sponsor pays for it.'
      : 'Screens say no more that it is a sponsor’s.',
} as const

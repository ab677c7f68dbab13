/** The words with which an organiser answers somebody who would host a table. */
export const PROPOSAL = {
  acceptTitle: (name: string): string =>
    name === '' ? 'A table for this proposal' : `A table for ${name}`,
  acceptLead: 'Everybody reads these words. The table is there from the next round on.',
  title: 'Title',
  titleMissing: 'Write a title.',
  organisation: 'Organisation',
  summary: 'In one line',
  accept: 'Give them the table',
  accepted: (number: number): string => `Table ${number} is on the plan`,
  declineTitle: (name: string): string => `Decline${name === '' ? '' : `, and tell ${name} why`}`,
  reason: 'Reason',
  reasonHint: 'They read it on their phone. One line is enough.',
  decline: 'Decline',
  declined: 'Declined. They read it on their phone.',
} as const

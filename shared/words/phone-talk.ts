/** What leads phones to what people say to each other: questions, feedback, tables of their own. */
export const PHONE_TALK = {
  ask1: 'Ask this table something',
  asked1: 'Your question to this table',
  askList: 'Ask your tables something',
  proposal: {
    none: 'Propose a table of your own',
    waiting: 'Your table waits for an answer',
    accepted: 'Your table is accepted',
    declined: 'Your table was declined',
  },
  wasUseful: (table: number) => `Was table ${table} useful?`,
  usefulYes: 'Yes',
  usefulNo: 'No',
  talks: 'Your talks, and who may e-mail you',
} as const

/** Spreadsheets, each as .csv and .xlsx. */
export const SHEET_FILES = [
  'programme',
  'innovations',
  'people',
  'picks',
  'wishes',
  'attendance',
  'consents',
  'clock',
] as const
/** The programme for other programs: for organisers, and the published part for everyone. */
export const PROGRAMME_FILES = ['schedule.json', 'schedule.xml', 'calendar.ics'] as const

export type SheetFile = (typeof SHEET_FILES)[number]
export type ProgrammeFileName = (typeof PROGRAMME_FILES)[number]

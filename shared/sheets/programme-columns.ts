import { columnsOf, type Columns } from './headers.ts'

export type ProgrammeField =
  | 'day'
  | 'start'
  | 'end'
  | 'length'
  | 'kind'
  | 'title'
  | 'stage'
  | 'pitchLength'
  | 'changeover'
  | 'byItself'
  | 'warnAt'
  | 'dangerAt'
  | 'rounds'
  | 'move'
  | 'talk'
  | 'opensBefore'
  | 'closesBefore'
  | 'fixedStart'
  | 'walkUp'
  | 'choosing'
  | 'summary'
  | 'notes'
  | 'confirmed'
  | 'tablesOpen'
  | 'speakers'
  | 'emails'
  | 'id'

export const PROGRAMME_COLUMNS: Columns<ProgrammeField> = columnsOf([
  { field: 'day', says: 'Day', names: 'date, start date, dydd, dyddiad' },
  {
    field: 'start',
    says: 'Start',
    names: 'start time, starts, starts at, begins, begin, from, time, when',
  },
  {
    field: 'end',
    says: 'End',
    names: 'end time, ends, ends at, finish, finish time, finishes, to, until',
  },
  {
    field: 'length',
    says: 'Length',
    names: 'duration, lasts, minutes, mins, how long, planned length',
  },
  {
    field: 'kind',
    says: 'Kind',
    names: 'type, item type, item kind, kind of item, session type, segment type, format',
  },
  {
    field: 'title',
    says: 'Title',
    names: 'item, session title, session name, session, item title, name, activity, what, teitl',
  },
  { field: 'stage', says: 'Stage', names: 'room, hall, venue, location, where' },
  {
    field: 'pitchLength',
    says: 'Pitch length',
    names:
      'length of a pitch, length of each pitch, pitch time, pitch duration, each pitch, per pitch, pitch',
  },
  {
    field: 'changeover',
    says: 'Changeover',
    names: 'changeover length, changeover time, turnaround, handover, gap, between pitches',
  },
  {
    field: 'byItself',
    says: 'By itself',
    names: 'runs by itself, automatic, automatically, auto, auto advance, autorun',
  },
  {
    field: 'warnAt',
    says: 'Warn at',
    names: 'warn, warning, warning at, warn when left, amber, yellow, first warning',
  },
  {
    field: 'dangerAt',
    says: 'Danger at',
    names: 'danger, danger when left, red, last warning, final warning, second warning',
  },
  {
    field: 'rounds',
    says: 'Rounds',
    names: 'number of rounds, no of rounds, how many rounds, round count',
  },
  {
    field: 'move',
    says: 'Move',
    names: 'move time, move length, time to move, moving, walk, walking time',
  },
  {
    field: 'talk',
    says: 'Talk',
    names: 'talk time, talk length, time to talk, talking, round length, round time, table time',
  },
  {
    field: 'opensBefore',
    says: 'Opens before',
    names: 'choosing opens before, choosing opens, opens, open before',
  },
  {
    field: 'closesBefore',
    says: 'Closes before',
    names: 'choosing closes before, choosing closes, closes, close before',
  },
  {
    field: 'fixedStart',
    says: 'Fixed start',
    names: 'fixed, fixed time, fixed start time, pinned, start is fixed',
  },
  {
    field: 'walkUp',
    says: 'Walk up',
    names: 'walk up rounds, walk-up round, free rounds, without choosing, no choosing',
  },
  {
    field: 'choosing',
    says: 'Choosing',
    names: 'how people choose, how people get tables, way of choosing, tables are given',
  },
  {
    field: 'summary',
    says: 'Summary',
    names: 'short description, description, abstract, what it is about, about, crynodeb',
  },
  {
    field: 'notes',
    says: 'Notes for the crew',
    names: 'notes, crew notes, internal notes, note, comments, remarks, nodiadau',
  },
  { field: 'confirmed', says: 'Confirmed', names: 'is confirmed, confirmation, cadarnhawyd' },
  {
    field: 'tablesOpen',
    says: 'Tables open',
    names: 'tables are open, open tables, hosts at tables, hosts at their tables',
  },
  {
    field: 'speakers',
    says: 'Speakers',
    names: 'speaker, speaker name, speaker names, speakers names, chair, panellists, siaradwyr',
    many: true,
  },
  {
    field: 'emails',
    says: 'Speaker e-mails',
    names: 'speaker e-mail, speakers e-mails, speaker e-mail address, speaker e-mail addresses',
    many: true,
  },
  { field: 'id', says: 'Item id', names: 'our item id' },
])

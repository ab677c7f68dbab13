import { columnsOf, type Columns } from './headers.ts'

export type InnovationField =
  | 'title'
  | 'organisation'
  | 'summary'
  | 'pitchBlock'
  | 'order'
  | 'pitchLength'
  | 'presenters'
  | 'emails'
  | 'table'
  | 'zone'
  | 'place'
  | 'capacity'

export const ORGANISATION_NAMES =
  'organization, organisation name, organization name, name of organisation, company, company name, council, local authority, authority, employer, institution, affiliation, workplace, account name, organization 1 name, sefydliad, firma, organización, organisasjon, société, entreprise, empresa, azienda, bedrijf'

export const INNOVATION_COLUMNS: Columns<InnovationField> = columnsOf([
  {
    field: 'title',
    says: 'Title',
    names:
      'innovation, innovation title, innovation name, name of innovation, pitch title, proposal title, entry, project, product, solution, name, teitl',
  },
  { field: 'organisation', says: 'Organisation', names: `${ORGANISATION_NAMES}, supplier` },
  {
    field: 'summary',
    says: 'Summary',
    names:
      'one line summary, summary in one line, in one line, one line, short summary, short description, tagline, strapline, what it does, description, abstract, crynodeb',
  },
  {
    field: 'pitchBlock',
    says: 'Pitch block',
    names: 'block, pitch session, pitch block title, pitches, session',
  },
  {
    field: 'order',
    says: 'Order',
    names: 'pitch order, running order, order in block, pitch number, position, slot, turn',
  },
  {
    field: 'pitchLength',
    says: 'Pitch length',
    names: 'own pitch length, length of pitch, pitch time, pitch duration, length, duration',
  },
  {
    field: 'presenters',
    says: 'Presenters',
    names:
      'presenter, presenter name, presenter names, presenters names, speakers, speaker, speaker name, speaker names, hosts, host, host name, table host, table hosts, contact name',
    many: true,
  },
  {
    field: 'emails',
    says: 'Presenter e-mails',
    names:
      'presenters e-mails, presenter e-mail, presenter e-mail address, presenter e-mail addresses, speaker e-mail, speaker e-mails, host e-mail, host e-mails, contact e-mail, e-mails, e-mail, e-mail address, e-mail addresses',
    many: true,
  },
  { field: 'table', says: 'Table number', names: 'table, table no' },
  { field: 'zone', says: 'Zone', names: 'table zone, area, hall zone' },
  {
    field: 'place',
    says: 'Place',
    names: 'place in words, table place, where, where it is, location, directions',
  },
  {
    field: 'capacity',
    says: 'Capacity',
    names: 'seats, places, chairs, number of seats, table capacity, seats at the table',
  },
])

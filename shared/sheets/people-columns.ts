import { columnsOf, type Columns } from './headers.ts'
import { ORGANISATION_NAMES } from './innovation-columns.ts'

export type PeopleField =
  | 'ticket'
  | 'first'
  | 'last'
  | 'name'
  | 'email'
  | 'organisation'
  | 'jobTitle'
  | 'role'
  | 'ticketType'
  | 'status'
  | 'voided'
  | 'quantity'

// Names used by Eventbrite, Tito, Luma, Hi.Events, pretalx, pretix and address books.
export const PEOPLE_COLUMNS: Columns<PeopleField> = columnsOf([
  {
    field: 'ticket',
    says: 'Ticket number',
    names:
      'attendee #, attendee no, attendee id, ticket #, ticket no, ticket reference, ticket ref, ticket code, ticket secret, public id, reference, ref, guest id, registration number, registration id, delegate number, delegate id, badge number, barcode, barcode #, api id, short id, ticket id, id, user id, member id, customer id',
  },
  {
    field: 'first',
    says: 'First name',
    names:
      'forename, forenames, given name, given names, first, fname, enw cyntaf, prénom, vorname, förnamn',
  },
  {
    field: 'last',
    says: 'Last name',
    names: 'surname, family name, last, lname, second name, cyfenw, nachname, efternamn',
  },
  {
    field: 'name',
    says: 'Name',
    names:
      'full name, attendee name, delegate name, guest name, participant name, contact name, display name, enw, enw llawn, namn',
  },
  {
    field: 'email',
    says: 'E-mail',
    names:
      'e-mail address, work e-mail, work e-mail address, primary e-mail, contact e-mail, e-mail 1 value, mail, e-bost, cyfeiriad e-bost, e-post',
  },
  { field: 'organisation', says: 'Organisation', names: ORGANISATION_NAMES },
  {
    field: 'jobTitle',
    says: 'Job title',
    names:
      'job, job role, position, job position, occupation, designation, role at the organisation, teitl swydd, swydd, title',
  },
  {
    field: 'role',
    says: 'Role',
    names:
      'roles, event role, person type, attendee type, delegate type, participant type, badge type, type',
  },
  {
    field: 'ticketType',
    says: 'Ticket type',
    names:
      'ticket, ticket name, ticket title, ticket type name, ticket class, admission, product, tags',
  },
  {
    field: 'status',
    says: 'Status',
    names:
      'attendee status, approval status, registration status, booking status, ticket status, order status, payment status, rsvp status, rsvp, attending, attendance, are you attending, will you attend, confirmed, response',
  },
  {
    field: 'voided',
    says: 'Cancelled',
    names:
      'canceled, is cancelled, is canceled, cancelled at, canceled at, cancellation date, void status, void, voided, refunded, is refunded, refunded at, refund date',
  },
  {
    field: 'quantity',
    says: 'Quantity',
    names: 'qty, ticket quantity, number of tickets, tickets',
  },
])

import { LONGEST } from './limits.ts'
import { emailIn, keyOf, naturalName, surnameOf } from './names.ts'
import { droppedWords, garbled, openSheet, type SheetRow } from './open.ts'
import { choosePeopleColumns } from './people-choice.ts'
import { PEOPLE_COLUMNS, type PeopleField } from './people-columns.ts'
import { bookingState, isVoid, LEFT_OUT_WORDS, rolesIn } from './people-words.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { count, isNothing, labelOf, list, oneLine, plain, quote, rowWords } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type LeftOut,
  type LeftOutReason,
  type PersonRow,
  type ReadSheet,
} from './types.ts'

type Field = PeopleField

/** The people sheet, from a ticket shop or typed by hand. */
export function readPeople(content: Content, how: HowToRead = {}): ReadSheet<PersonRow> | BadFile {
  const sheet = openSheet('people', PEOPLE_COLUMNS, content, how, choosePeopleColumns)
  if (isBadFile(sheet)) return sheet
  const read: ReadSheet<PersonRow> = {
    kind: 'people',
    lines: [],
    rows: [],
    leftOut: [],
    problems: sheet.problems,
    dropped: [],
    fields: sheet.fields,
    notes: sheet.notes,
  }
  const seen = new Map<string, { line: number; name: string }>()
  const hasOrganisations = sheet.mapping.has('organisation')
  if (!hasOrganisations) read.notes.push('The file has no column for the organisation.')
  for (const row of sheet.rows) {
    const { first, last, name } = nameOf(row)
    const shown = name || (emailIn(row.cell('email').text) ?? '')
    read.lines.push({ line: row.line, label: labelOf(shown, row.cell('organisation').text) })
    const out = staysOut(row, name)
    if (out) {
      const ticket = row.cell('ticket').text || null
      const who = { ticket, email: emailIn(row.cell('email').text), name }
      read.leftOut.push({ ...leftOut(row.line, name, out), who })
      continue
    }
    const reader = rowReader(row, shown)
    const value = readPerson(row, reader, name, last || surnameOf(name), hasOrganisations)
    const before = seen.get(value.key)
    if (before && plain(before.name) !== plain(name))
      reader.blocking(
        'ticket',
        'same-ticket',
        `has the ticket number of row ${before.line}, ${before.name}.`,
      )
    read.problems.push(
      ...reader.problems,
      ...garbled(row.line, name, [first, name, value.organisation, value.jobTitle]),
    )
    if (!reader.whole) continue
    if (before) {
      const words = rowWords(row.line, name, `is in row ${before.line} already.`)
      read.leftOut.push({ line: row.line, reason: 'same-person', words })
      continue
    }
    seen.set(value.key, { line: row.line, name })
    read.rows.push({ line: row.line, value })
    read.notes.push(...unnamedTickets(row, name))
  }
  read.dropped = sheet.dropped()
  read.notes.push(
    ...[leftOutWords(read.leftOut), droppedWords(read.dropped)].filter((words) => words !== null),
  )
  return read
}

function nameOf(row: SheetRow<Field>): { first: string; last: string; name: string } {
  const first = row.cell('first').text
  const last = row.cell('last').text
  const whole = naturalName(row.cell('name').text)
  // Some shops put the whole name into both: the parts win, since they tell the surname.
  return { first, last, name: oneLine(`${first} ${last}`) || whole }
}

function staysOut(row: SheetRow<Field>, name: string): LeftOutReason | null {
  for (const text of row.cells('status')) {
    const state = bookingState(oneLine(text))
    if (state !== 'in' && state !== 'unknown') return state
  }
  if (row.cells('voided').some((text) => isVoid(oneLine(text)))) return 'cancelled'
  // A ticket that was bought and not yet given to anybody.
  return name === '' && isNothing(row.cell('email').text) ? 'nobody-named' : null
}

function leftOut(line: number, name: string, reason: LeftOutReason): LeftOut {
  const words =
    reason === 'nobody-named'
      ? `Row ${line} names nobody and stays out.`
      : rowWords(line, name, `is ${LEFT_OUT_WORDS[reason]} and stays out.`)
  return { line, reason, words }
}

function readPerson(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  name: string,
  surname: string,
  hasOrganisations: boolean,
): PersonRow {
  if (name === '') reader.blocking('name', 'missing', 'has no name.')
  if (name.length > LONGEST.name)
    reader.blocking(
      'name',
      'too-long',
      `has ${name.length} letters in the name; ${LONGEST.name} is the most.`,
    )
  for (const written of row.cells('status'))
    if (bookingState(oneLine(written)) === 'unknown')
      reader.remark(
        'status',
        'not-understood',
        `has the status ${quote(written)}, which we do not know. They stay in.`,
      )
  const ticket = reader.text('ticket', 'ticket number', LONGEST.ticket)
  const email = readEmail(row, reader)
  const organisation = reader.text('organisation', 'organisation', LONGEST.organisation)
  if (organisation === null && hasOrganisations && reader.whole)
    reader.remark('organisation', 'missing', 'has no organisation.')
  return {
    key:
      ticket !== null
        ? keyOf('ticket', ticket)
        : email !== null
          ? `${email}|${plain(name)}`
          : keyOf(name, organisation),
    ticket,
    name,
    surname,
    email,
    organisation,
    jobTitle: reader.text('jobTitle', 'job title', LONGEST.jobTitle),
    ...readRoles(row, reader),
  }
}

function readEmail(row: SheetRow<Field>, reader: RowReader<Field>): string | null {
  const { text } = row.cell('email')
  if (isNothing(text)) return null
  const email = emailIn(text)
  if (email === null || email.length > LONGEST.email) {
    reader.remark(
      'email',
      'not-understood',
      `has ${quote(text)} as e-mail address, which does not look like one. It is not kept.`,
    )
    return null
  }
  return email
}

function readRoles(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
): Pick<PersonRow, 'roles' | 'rolesSaid'> {
  const { text } = row.cell('role')
  const said = rolesIn(text)
  if (said.length > 0) return { roles: said, rolesSaid: true }
  if (!isNothing(text))
    reader.remark(
      'role',
      'not-understood',
      `has the role ${quote(text)}, which we do not know. They come in as a delegate.`,
    )
  const byTicket = rolesIn(row.cells('ticketType').join('; '))
  return byTicket.length > 0
    ? { roles: byTicket, rolesSaid: true }
    : { roles: ['delegate'], rolesSaid: false }
}

/** An order for three people that names one of them. */
function unnamedTickets(row: SheetRow<Field>, name: string): string[] {
  const tickets = Number(row.cell('quantity').text || 1)
  if (!Number.isInteger(tickets) || tickets < 2) return []
  return [
    `Row ${row.line}, ${name}, is for ${tickets} tickets and names one person. The other ${tickets - 1} are not added.`,
  ]
}

/** "5 rows stay out: 3 refunded, 2 not attending." */
export function leftOutWords(rows: readonly LeftOut[]): string | null {
  if (rows.length === 0) return null
  const counts = [...Map.groupBy(rows, ({ reason }) => reason)].map(
    ([reason, group]) => `${group.length} ${LEFT_OUT_WORDS[reason]}`,
  )
  return `${count(rows.length, 'row stays', 'rows stay')} out: ${list(counts)}.`
}

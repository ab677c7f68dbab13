import { LONGEST } from './limits.ts'
import { emailIn, naturalName, splitList, splitNames } from './names.ts'
import type { SheetRow } from './open.ts'
import type { RowReader } from './row-reader.ts'
import { count, isNothing, quote } from './text.ts'
import type { NamedPerson } from './types.ts'

interface Fields<Field extends string> {
  names: Field
  emails: Field
  /** one of them in words: `presenter` */
  says: string
}

/**
 * People whom a row names, names and e-mails side by side; `Jo Ellis <jo@…>` says both at once. Names
 * that stand in columns of their own are whole, those in one cell are taken apart.
 */
export function readNamed<Field extends string>(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  fields: Fields<Field>,
): NamedPerson[] {
  const nameCells = row.cells(fields.names)
  const emailCells = row.cells(fields.emails)
  const several = nameCells.length > 1
  const written = several ? nameCells : nameCells.flatMap(splitNames)
  const emails = emailCells.length > 1 ? emailCells : emailCells.flatMap(splitEmails)
  const names = written.filter((name) => !isNothing(name))
  if (emails.filter((email) => !isNothing(email)).length > names.length) {
    const more = `${count(emails.length, 'e-mail')} for ${count(names.length, fields.says)}`
    reader.blocking(
      fields.emails,
      'disagrees',
      `has ${more}. Write them in the same order, with semicolons between.`,
    )
    return []
  }
  return written.flatMap((text, index) => {
    if (isNothing(text)) return []
    const inName = emailIn(text)
    const name = naturalName(text.replace(/\s*<[^<>]*>\s*$/, ''))
    const said = emails[index] ?? ''
    const email = isNothing(said) ? inName : emailIn(said)
    if (!isNothing(said) && email === null)
      reader.remark(
        fields.emails,
        'not-understood',
        `has ${quote(said)} as an e-mail address, which does not look like one. It is not kept.`,
      )
    if (name.length > LONGEST.name)
      reader.blocking(
        fields.names,
        'too-long',
        `has a ${fields.says} with ${name.length} letters in the name; ${LONGEST.name} is the most.`,
      )
    return [{ name, email }]
  })
}

/** Addresses hold no commas or spaces, so those part them too. */
const splitEmails = (text: string): string[] => {
  const parts = splitList(text)
  return parts.length > 1 ? parts : (parts[0]?.split(/\s*,\s*|\s+(?=[^<>]*@)(?![^<]*>)/) ?? [])
}

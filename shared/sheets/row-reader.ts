import type { Ms } from '#shared/time/instant.ts'
import { length as spoken } from '#shared/time/spoken.ts'
import type { Unit } from './headers.ts'
import { parseLength } from './lengths.ts'
import { splitList } from './names.ts'
import type { SheetRow } from './open.ts'
import { isNothing, quote, rowWords } from './text.ts'
import type { Problem, ProblemCode } from './types.ts'

/** Reads the cells of one row and remembers what is wrong with it. */
export interface RowReader<Field extends string> {
  problems: Problem[]
  /** false: the row cannot be taken */
  readonly whole: boolean
  /** "Row 47, Jo Ellis, `rest`" */
  blocking(field: Field | null, code: ProblemCode, rest: string): void
  remark(field: Field | null, code: ProblemCode, rest: string): void
  /** null when blank, `-`, `n/a` */
  text(field: Field, says: string, longest: number): string | null
  /** the same with its line breaks */
  longText(field: Field, says: string, longest: number): string | null
  length(field: Field, says: string): Ms | null
  /** one or several, `12m; 10m` */
  lengths(field: Field, says: string): Ms[] | null
  /** Refuses a length outside of what `thing` may last. */
  between(
    field: Field,
    length: Ms | null,
    thing: string,
    range: readonly [least: Ms, most: Ms],
  ): void
  number(field: Field, says: string, range: readonly [least: number, most: number]): number | null
  yesNo(field: Field, says: string): boolean | null
  /** one or several, `no; yes` */
  yesNos(field: Field, says: string): boolean[] | null
}

const YES = /^(?:y|yes|true|1|x|on|✓|✔|☑|automatic(?:ally)?|auto|by itself|fixed|ie|ydy|oes)$/i
const NO = /^(?:n|no|false|0|off|✗|by hand|hand|manual(?:ly)?|na|nage)$/i

export function rowReader<Field extends string>(
  row: SheetRow<Field>,
  label: string,
): RowReader<Field> {
  const problems: Problem[] = []
  const say = (field: Field | null, code: ProblemCode, blocks: boolean, rest: string): void => {
    problems.push({ line: row.line, field, code, blocks, words: rowWords(row.line, label, rest) })
  }
  const oneLength = (field: Field, says: string, text: string, unit: Unit | null): Ms | null => {
    const ms = parseLength(text, unit)
    if (ms === null)
      reader.blocking(
        field,
        'not-understood',
        `has ${quote(text)} as its ${says}. We read lengths such as 5, 5m, 90s, 1h30 or 2:30.`,
      )
    return ms
  }
  const oneYesNo = (field: Field, says: string, text: string): boolean | null => {
    if (NO.test(text)) return false
    if (YES.test(text)) return true
    reader.blocking(
      field,
      'not-understood',
      `has ${quote(text)} under ${says}. We expected yes or no.`,
    )
    return null
  }
  const reader: RowReader<Field> = {
    problems,
    get whole() {
      return !problems.some(({ blocks }) => blocks)
    },
    blocking: (field, code, rest) => say(field, code, true, rest),
    remark: (field, code, rest) => say(field, code, false, rest),
    text(field, says, longest) {
      const { text } = row.cell(field)
      if (isNothing(text)) return null
      if (text.length <= longest) return text
      reader.blocking(
        field,
        'too-long',
        `has ${text.length} letters as its ${says}; ${longest} is the most.`,
      )
      return null
    },
    longText(field, says, longest) {
      const text = row.cells(field).find((cell) => !isNothing(cell)) ?? ''
      if (text.length <= longest) return text === '' ? null : text
      return reader.text(field, says, longest)
    },
    length(field, says) {
      const { text, unit } = row.cell(field)
      return isNothing(text) ? null : oneLength(field, says, text, unit)
    },
    lengths(field, says) {
      const { text, unit } = row.cell(field)
      if (isNothing(text)) return null
      return all(splitList(text).map((part) => oneLength(field, says, part, unit)))
    },
    between(field, length, thing, [least, most]) {
      if (length === null || (length >= least && length <= most)) return
      reader.blocking(
        field,
        'not-understood',
        `has ${quote(row.cell(field).text)}. We expected ${thing} to last from ${spoken(least)} to ${spoken(most)}.`,
      )
    },
    number(field, says, [least, most]) {
      const { text } = row.cell(field)
      if (isNothing(text)) return null
      const digits = /^\D{0,12}?(\d{1,9})(?:\.0+)?$/.exec(text)
      const value = digits ? Number(digits[1]) : NaN
      if (value >= least && value <= most && !/[-−]\d/.test(text)) return value
      reader.blocking(
        field,
        'not-understood',
        `has ${quote(text)} as its ${says}. We expected a whole number from ${least} to ${most}.`,
      )
      return null
    },
    yesNo(field, says) {
      const { text } = row.cell(field)
      return NO.test(text) || !isNothing(text) ? oneYesNo(field, says, text) : null
    },
    yesNos(field, says) {
      const { text } = row.cell(field)
      if (!NO.test(text) && isNothing(text)) return null
      return all(splitList(text).map((part) => oneYesNo(field, says, part)))
    },
  }
  return reader
}

/** null: one of them was not understood, and that has been said */
const all = <Value>(values: readonly (Value | null)[]): Value[] | null => {
  const whole = values.filter((value) => value !== null)
  return whole.length === values.length && whole.length > 0 ? whole : null
}

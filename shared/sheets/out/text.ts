import { oneLine, tidy } from '#shared/sheets/text.ts'

// What XML 1.0 does not allow anywhere, beside the controls that `tidy` takes out.
const NOT_IN_XML = /[\ufffe\uffff]/g

/** Text that every format can hold: whole characters, no controls but tab and line feed. */
export const clean = (text: string): string => tidy(text.toWellFormed()).replace(NOT_IN_XML, '')

export const cleanLine = (text: string): string => oneLine(clean(text))

/** `Café & Talk: part 2` as `cafe-talk-part-2`; '' when no letter from a to z and no digit is in it. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

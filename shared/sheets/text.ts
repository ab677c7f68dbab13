// Controls other than tab and line feed, soft hyphens, marks that only steer the direction of writing.
const INVISIBLE = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Trimmed, in one Unicode form, without invisible characters; line breaks become `\n`. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .trim()

export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ')

/** For comparing: without case, accents, spaces and punctuation. `#` and `&` are words, `Ŵ` is `w`. */
export const plain = (text: string): string =>
  text
    .replace(/#/g, ' number ')
    .replace(/&/g, ' and ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Cells in which people write that there is nothing. */
export const isNothing = (text: string): boolean =>
  text === '' || /^(?:n\/?a|none|nil|null|-+|–|—|\?+|tb[ac])$/i.test(text)

export const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`

/** Short enough to stand in a sentence. */
export const quote = (text: string): string => {
  const line = oneLine(text)
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}

/** `Jo Ellis, Leeds City Council` */
export const labelOf = (...parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null && !isNothing(part))
    .map((part) => oneLine(part ?? ''))
    .join(', ')

/** `Row 47, Jo Ellis, has no organisation.` */
export const rowWords = (line: number, label: string, rest: string): string =>
  label === '' ? `Row ${line} ${rest}` : `Row ${line}, ${oneLine(label)}, ${rest}`

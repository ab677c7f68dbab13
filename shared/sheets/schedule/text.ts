import { tidy } from '#shared/sheets/text.ts'

/** Longer texts are not looked at beyond this: an event keeps less. */
const LOOK_AT = 40_000
const BREAKS = /^(?:p|div|ul|ol|h[1-6]|blockquote|pre|table|tr|section|article)$/
const KNOWN =
  /^(?:a|abbr|b|big|br|cite|code|dd|del|dl|dt|em|figure|font|hr|i|img|ins|kbd|li|mark|q|s|small|span|strike|strong|sub|sup|tbody|td|th|thead|tt|u|wbr)$/
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** Text that may be HTML as plain text: paragraphs, list marks and addresses of links are kept. */
export function plainText(written: string): string {
  const text = written.slice(0, LOOK_AT)
  let isHtml = false
  let link: string | null = null
  const bare = text.replace(
    /<(\/?)([a-z][a-z0-9]*)\b([^<>]{0,2000})>/gi,
    (tag, end, name, rest) => {
      const word = String(name).toLowerCase()
      if (!BREAKS.test(word) && !KNOWN.test(word)) return tag
      isHtml = true
      if (word === 'a') {
        const address = link
        link = end === '' ? addressIn(String(rest)) : null
        return end !== '' && address !== null ? ` (${address})` : ''
      }
      if (word === 'br' || word === 'hr') return '\n'
      if (word === 'li') return end === '' ? '\n- ' : ''
      return BREAKS.test(word) ? '\n\n' : ''
    },
  )
  return tidy(isHtml ? decoded(bare) : bare)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

const addressIn = (attributes: string): string | null =>
  /\bhref\s{0,9}=\s{0,9}["']?(https?:[^\s"'>]+)/i.exec(attributes)?.[1] ?? null

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all
  })

/** Parts one under the other; what another part says already is said once. */
export function joined(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null)
  if (said.length === 0) return null
  const texts = said.map(plainText).filter((text) => text !== '')
  return texts
    .filter((text, at) => !texts.some((other, index) => covers(other, index, text, at)))
    .join('\n\n')
}

const covers = (other: string, index: number, text: string, at: number): boolean =>
  index !== at && (other === text ? index < at : other.includes(text))

/** At most so many characters, cut between words where there is one near; never through a letter. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > most * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`
}

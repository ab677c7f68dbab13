/** Text that is safe to put into a page as it is. Made by `html` and `raw` only. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Part = Html | string | number | null | false | readonly Part[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

function written(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(written).join('')
  return escapeHtml(String(part))
}

/**
 * html`<p>${words}</p>`: whatever is put in is escaped, unless it is Html itself. Line breaks in the
 * template are for its readers and sent as one space. A template holds whole elements: the formatter
 * closes what is left open.
 */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(String.raw({ raw: inOneLine(texts) }, ...parts.map(written)))

const lines = new WeakMap<TemplateStringsArray, readonly string[]>()
function inOneLine(texts: TemplateStringsArray): readonly string[] {
  const known = lines.get(texts)
  if (known) return known
  const joined = texts.map((text) => text.replace(/\s*\n\s*/g, ' '))
  lines.set(texts, joined)
  return joined
}

/** Text that is HTML already, such as an SVG that we drew. Never for anything people typed. */
export const raw = (text: string): Html => new Html(text)

/** Data for a page's script. Nothing in it can end the element or begin a comment. */
export const jsonScript = (id: string, data: unknown): Html =>
  html`<script type="application/json" id="${id}">
    ${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
  </script>`

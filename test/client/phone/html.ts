/** What a page without scripts offers, read from its HTML. */
export interface FoundForm {
  method: string
  action: string
  fields: Record<string, string>
  buttons: { words: string; name?: string; value?: string }[]
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

const plain = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', '’')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The words of the page between `<main>` and `</main>`. */
export const wordsOf = (html: string): string => plain(/<main.*<\/main>/s.exec(html)?.[0] ?? '')

export const headingOf = (html: string): string => plain(/<h1.*?<\/h1>/s.exec(html)?.[0] ?? '')

/** All addresses that links of the page lead to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => attribute(tag, 'href') ?? '')

export const formsOf = (html: string): FoundForm[] =>
  [...html.matchAll(/(<form[^>]*>)(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => ({
    method: attribute(tag, 'method') ?? 'get',
    action: attribute(tag, 'action') ?? '',
    fields: Object.fromEntries(
      [...inside.matchAll(/<input[^>]*>/g)].map(([input]) => [
        attribute(input, 'name') ?? '',
        attribute(input, 'value') ?? '',
      ]),
    ),
    buttons: [...inside.matchAll(/(<button[^>]*>)(.*?)<\/button>/gs)].map(
      ([, button = '', words = '']) => ({
        words: plain(words),
        ...named(button, 'name'),
        ...named(button, 'value'),
      }),
    ),
  }))

const named = (tag: string, name: string): Partial<Record<string, string>> => {
  const value = attribute(tag, name)
  return value === undefined ? {} : { [name]: value }
}

/** The state that the page's scripts start from. */
export const stateOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)?.[1] ?? '')

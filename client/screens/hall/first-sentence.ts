/** Longer than this is not read in passing. */
const MOST = 140

/** The first sentence of a text, cut at a word when it is long. */
export function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/.exec(line) ?? [line]
  if (sentence.length <= MOST) return sentence
  const cut = sentence.slice(0, MOST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST - 30))}…`
}

import { html, type Html } from '../../html.ts'

/** What people typed into a large field: an empty line begins a paragraph. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => html`<p>${part}</p>`)

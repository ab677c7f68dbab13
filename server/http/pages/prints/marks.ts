import { html, type Html } from '../../html.ts'

/**
 * A zone on paper, by letter and shape beside its colour: printers are often black and white, and a zone with a
 * name is written out.
 */
export function tableMark(zone: string): Html | false {
  const letter = zone.replace(/^zone\s+/i, '').trim()
  if (letter === '') return false
  return /^[A-Ha-h]$/.test(letter)
    ? html`<span class="zone zone--${letter.toLowerCase()}">${letter.toUpperCase()}</span>`
    : html`<span class="zonename">${zone}</span>`
}

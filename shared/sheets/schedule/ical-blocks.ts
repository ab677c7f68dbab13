export interface Blocks {
  /** the calendar's own lines */
  head: string
  zones: string[]
  events: { text: string; line: number }[]
}

/** A calendar's text cut into its parts, each with the line on which it begins. Other parts (to-dos) fall away. */
export function blocksOf(text: string): Blocks {
  const blocks: Blocks = { head: '', zones: [], events: [] }
  const head: string[] = []
  let open: { name: string; from: number; lines: string[] } | null = null
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const name = /^BEGIN:(VEVENT|VTIMEZONE|VTODO|VJOURNAL|VFREEBUSY)\s*$/i.exec(line)?.[1]
    // A part that never ends breaks off where the next begins.
    if (name !== undefined) {
      if (open) close(blocks, open)
      open = { name: name.toUpperCase(), from: index + 1, lines: [line.trim()] }
      continue
    }
    if (!open) {
      if (line !== '' && !/^(?:BEGIN|END):VCALENDAR\s*$/i.test(line)) head.push(line)
      continue
    }
    if (/^END:VCALENDAR\s*$/i.test(line)) continue
    if (line !== '') open.lines.push(line)
    if (line.trim().toUpperCase() !== `END:${open.name}`) continue
    close(blocks, open)
    open = null
  }
  if (open) close(blocks, open)
  return { ...blocks, head: head.join('\r\n') }
}

function close(
  blocks: Blocks,
  { name, from, lines }: { name: string; from: number; lines: string[] },
): void {
  if (lines.at(-1)?.trim().toUpperCase() !== `END:${name}`) lines.push(`END:${name}`)
  if (name === 'VEVENT') blocks.events.push({ text: lines.join('\r\n'), line: from })
  if (name === 'VTIMEZONE') blocks.zones.push(lines.join('\r\n'))
}

import type { ProgrammeField as Field } from './programme-columns.ts'
import type { SheetRow } from './open.ts'
import type { RowReader } from './row-reader.ts'
import { plain, quote } from './text.ts'
import type { ProgrammeRow } from './types.ts'

export type Kind = ProgrammeRow['kind']

const KIND_WORDS: Record<Kind, RegExp> = {
  'pitch-block':
    /^(?:pitch(?:es)?|pitch ?block|pitching|pitch session|elevator pitch(?:es)?|lightning talks?)$/,
  rounds:
    /^(?:rounds?|tables?|table talks?|table rounds?|rotations?|conversations?|rounds? of tables|speed dating)$/,
  break:
    /^(?:break|coffee(?: break)?|tea(?: break)?|lunch(?: break)?|dinner|refreshments|registration|arrivals?|networking|pause)$/,
  panel: /^(?:panel|panel (?:discussion|talk|session)|discussion|debate)$/,
  ceremony:
    /^(?:ceremony|(?:opening|closing|awards?|prize) ceremony|awards?|prizes|prize ?giving)$/,
  talk: /^(?:talk|keynote|speech|speaker|presentation|session|welcome|opening|closing|q ?(?:&|and) ?a|demo|workshop)$/,
  note: /^(?:notes?|info(?:rmation)?|announcement|notice|housekeeping|reminder|message)$/,
}
const KINDS: readonly Kind[] = [
  'pitch-block',
  'panel',
  'ceremony',
  'talk',
  'break',
  'rounds',
  'note',
]
/** What an item is called that has no title. */
export const TITLES: Record<Kind, string> = {
  'pitch-block': 'Pitches',
  rounds: 'Rounds',
  break: 'Break',
  panel: 'Panel',
  ceremony: 'Ceremony',
  talk: 'Talk',
  note: 'Note',
}

/** By the Kind column, else by what else is in the row. */
export function kindOf(row: SheetRow<Field>, reader: RowReader<Field>): Kind | null {
  const written = row.cell('kind').text
  const word = written.toLowerCase().replace(/[-_]/g, ' ').trim()
  const said = KINDS.find((kind) => KIND_WORDS[kind].test(word))
  if (said) return said
  if (written !== '') {
    reader.blocking(
      'kind',
      'not-understood',
      `is of a kind we do not know, ${quote(written)}. We know pitch block, talk, panel, ceremony, break, rounds and note.`,
    )
    return null
  }
  if (row.cell('pitchLength').text !== '') return 'pitch-block'
  if (row.cell('rounds').text !== '') return 'rounds'
  const words = plain(row.cell('title').text)
  if (/break|lunch|coffee|refreshments|registration|networking/.test(words)) return 'break'
  return /pitches/.test(words) ? 'pitch-block' : 'talk'
}

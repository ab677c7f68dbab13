import type { DeepReadonly, Innovation, PitchBlock, ReadShow } from '#shared/show/state.ts'
import type { People } from '#shared/sheets/plan/work.ts'
import { pitchBlocks } from '#shared/sheets/plan/pitch-blocks.ts'
import { plain } from '#shared/sheets/text.ts'
import type { Cell } from '#shared/sheets/write.ts'
import { lengthCell, nameColumns } from './cells.ts'
import type { Sheet } from './sheet.ts'

type ReadInnovation = DeepReadonly<Innovation>
type ReadBlock = DeepReadonly<PitchBlock>

/**
 * Every innovation with its presenters, its place in the pitches and its table, under the names that our
 * own import reads. Loaded again unchanged, it changes nothing.
 */
export function innovationsSheet(show: ReadShow, people: People): Sheet {
  const all = Object.values(show.innovations)
  const namesOf = ({ presenters }: ReadInnovation): string[] =>
    presenters.flatMap((id) => people.get(id)?.name ?? [])
  const names = nameColumns('Presenter', all.map(namesOf))
  const blocks = pitchBlocks(show)
  const pitches = Object.values(show.pitches)
  const tables = Object.values(show.tables)
  const lines = all.map((innovation) => {
    const pitch = pitches.find((each) => each.innovation === innovation.id)
    const at = blocks.findIndex(({ id }) => id === pitch?.block)
    const block = blocks[at]
    const order = pitch && block ? block.pitches.indexOf(pitch.id) + 1 : 0
    const table = tables.find((each) => each.innovation === innovation.id)
    const cells: Cell[] = [
      innovation.title,
      innovation.organisation,
      innovation.summary,
      block ? blockName(blocks, block, at) : blocks.length > 0 ? 'not pitched' : '',
      order > 0 ? order : '',
      pitch?.length == null ? '' : lengthCell(pitch.length),
      ...names.cells(namesOf(innovation)),
      table?.number ?? '',
      table?.zone ?? '',
      table?.place ?? '',
      table?.capacity ?? '',
    ]
    return { at: at < 0 ? Infinity : at, order, number: table?.number ?? Infinity, cells }
  })
  return {
    header: [
      'Title',
      'Organisation',
      'Summary',
      'Pitch block',
      'Order',
      'Pitch length',
      ...names.header,
      'Table number',
      'Zone',
      'Place',
      'Capacity',
    ],
    rows: lines
      .sort((a, b) => compare(a.at, b.at) || a.order - b.order || compare(a.number, b.number))
      .map(({ cells }) => cells),
  }
}

/** Infinity less Infinity is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** Its title, or which one it is when several have that title. */
function blockName(blocks: readonly ReadBlock[], { title }: ReadBlock, at: number): string {
  const namesakes = blocks.filter((block) => plain(block.title) === plain(title))
  return namesakes.length === 1 && plain(title) !== '' ? title : `Block ${at + 1}`
}

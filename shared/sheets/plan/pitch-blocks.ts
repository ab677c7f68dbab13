import type { DeepReadonly, PitchBlock, ReadShow } from '#shared/show/state.ts'
import { list, plain, quote } from '#shared/sheets/text.ts'
import type { InnovationPlan } from './innovations.ts'
import { mend } from './work.ts'

export type ReadBlock = DeepReadonly<PitchBlock>

/** Pitch blocks in programme order. */
export const pitchBlocks = (show: ReadShow): ReadBlock[] =>
  Object.values(show.stages)
    .flatMap((stage) => stage.segments)
    .flatMap((id) => {
      const segment = show.segments[id]
      return segment?.kind === 'pitch-block' ? [segment] : []
    })

/** The block a row names, by title, part of it, or number; without a name the only one there is. */
export function blockFor(
  blocks: readonly ReadBlock[],
  { row, plan }: InnovationPlan,
): ReadBlock | null {
  const { pitchBlock } = row
  if (blocks.length === 0) return null
  if (pitchBlock === null) return unnamed(blocks, { row, plan })
  const found = named(blocks, pitchBlock)
  const [only, another] = found
  if (only && !another) return only
  const titles = list(blocks.map(({ title }) => quote(title)))
  mend(
    plan,
    'pitchBlock',
    only
      ? `is in the pitch block ${quote(pitchBlock)}, and the programme has ${found.length} of them. Give them different titles.`
      : `is in the pitch block ${quote(pitchBlock)}, which the programme does not have. It has ${titles}.`,
  )
  return null
}

function named(blocks: readonly ReadBlock[], written: string): ReadBlock[] {
  const text = plain(written)
  const exact = blocks.filter(({ title }) => plain(title) === text)
  if (exact.length > 0) return exact
  const part = blocks.filter(({ title }) => plain(title).includes(text))
  if (part.length === 1 && !/^\d+$/.test(text)) return part
  const number = /^(?:pitch)?(?:block|session|pitches)?(\d{1,2})$/.exec(text)?.[1]
  const nth = number === undefined ? undefined : blocks[Number(number) - 1]
  return nth ? [nth] : []
}

function unnamed(
  blocks: readonly ReadBlock[],
  { row, plan }: Pick<InnovationPlan, 'row' | 'plan'>,
): ReadBlock | null {
  const [only, another] = blocks
  if (only && !another && (row.order !== null || row.presenters.length > 0)) return only
  mend(
    plan,
    'pitchBlock',
    'has no pitch block, so it is in the showcase and at its table, and is not pitched.',
    { blocks: false },
  )
  return null
}

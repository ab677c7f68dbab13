import type { PitchId, SegmentId, TableId } from '#shared/show/words.ts'
import type { SharedParts } from '#shared/views/common.ts'
import { listed } from '#shared/words/refusals.ts'

/** How an item is called on the console. */
export interface Billing {
  /** presenters of a pitch, or the item's title: what people call it */
  name: string
  /** what a pitch is about; '' for other items */
  about: string
  organisation: string
  /** where they can be met */
  table: { id: TableId; number: number } | null
}

export function billingOf(
  { programme, innovations, tables }: Pick<SharedParts, 'programme' | 'innovations' | 'tables'>,
  segment: SegmentId,
  pitch: PitchId | null,
): Billing {
  const innovationId = pitch ? programme.pitches[pitch]?.innovation : undefined
  const innovation = innovationId ? innovations[innovationId] : undefined
  if (!innovation) {
    const name = programme.segments[segment]?.title ?? ''
    return { name, about: '', organisation: '', table: null }
  }
  const table = tables.find((one) => one.innovation === innovationId)
  const { presenters, title, organisation } = innovation
  return {
    name: presenters.length === 0 ? title : listed(presenters),
    about: presenters.length === 0 ? '' : title,
    organisation,
    table: table ? { id: table.id, number: table.number } : null,
  }
}

import { hasBegun } from '#shared/show/programme/decide.ts'
import type { DeepReadonly, Pitch } from '#shared/show/state.ts'
import type { PitchId } from '#shared/show/words.ts'
import { count, quote } from '#shared/sheets/text.ts'
import type { InnovationPlan } from './innovations.ts'
import { arranged, moves } from './order.ts'
import { blockFor, pitchBlocks, type ReadBlock } from './pitch-blocks.ts'
import { lasting } from './words.ts'
import { mend, type Work } from './work.ts'

interface Placed extends InnovationPlan {
  pitch: PitchId
}

/** Puts the innovations into the queues of their pitch blocks. Gives notes for the file. */
export function planPitches(work: Work, plans: readonly InnovationPlan[]): string[] {
  const blocks = pitchBlocks(work.show)
  if (blocks.length === 0) return waitsForProgramme(plans)
  const placed = Map.groupBy(
    inOrder(plans).flatMap((one): (Placed & { block: ReadBlock })[] => {
      const given = Object.values(work.show.pitches).filter(
        ({ innovation }) => innovation === one.id,
      )
      if (one.row.isNotPitched) return notPitched(work, one, given)
      // An innovation that has a place keeps it when the file does not say another.
      const kept = one.row.pitchBlock === null ? given[0]?.block : undefined
      const block = blocks.find(({ id }) => id === kept) ?? blockFor(blocks, one)
      if (!block) return []
      const pitch = planPitch(work, one, block, given)
      return pitch === null ? [] : [{ ...one, pitch, block }]
    }),
    ({ block }) => block,
  )
  for (const [block, queue] of placed) order(work, block, queue)
  return []
}

/** A file takes nothing away. */
function notPitched(
  work: Work,
  { plan }: InnovationPlan,
  given: readonly DeepReadonly<Pitch>[],
): [] {
  const [pitch] = given
  const block = pitch ? work.show.segments[pitch.block] : undefined
  if (block)
    mend(
      plan,
      'pitchBlock',
      `is not pitched by the file, and is pitched in ${quote(block.title)}. It stays there; take it out under Programme.`,
      { blocks: false },
    )
  return []
}

function waitsForProgramme(plans: readonly InnovationPlan[]): string[] {
  const waiting = plans.filter(({ row }) => row.pitchBlock !== null)
  return waiting.length === 0
    ? []
    : [
        `${count(waiting.length, 'innovation names', 'innovations name')} a pitch block, and the programme has none yet. Add the programme, then this file once more, and they get their place in the queue.`,
      ]
}

/** By the order written; rows without one come after, as they stand in the file. */
const inOrder = (plans: readonly InnovationPlan[]): InnovationPlan[] =>
  plans.toSorted((a, b) => (a.row.order ?? Infinity) - (b.row.order ?? Infinity) || 0)

function planPitch(
  work: Work,
  { id: innovation, row, plan }: InnovationPlan,
  block: ReadBlock,
  given: readonly DeepReadonly<Pitch>[],
): PitchId | null {
  const present = given.find((one) => one.block === block.id) ?? given.find((one) => !one.done)
  const length = row.pitchLength ?? present?.length ?? null
  const same = present?.block === block.id && present.length === length
  if (same) return hasBegun(work.show, block.id) ? null : present.id
  const late = isOver(work, block, present)
  if (late) {
    plan.says.push(`${late} Its pitch stays as it is.`)
    plan.leftOut = !plan.changes
    return null
  }
  const pitch = present?.id ?? work.newId<PitchId>('pit')
  const draft = { id: pitch, block: block.id, innovation, length }
  if (!work.send(plan, { type: 'save-pitch', pitch: draft })) return null
  if (plan.isNew) return pitch
  if (present?.block !== block.id) plan.says.push(`Is now pitched in ${quote(block.title)}.`)
  if (present && present.length !== length && length !== null)
    plan.says.push(`Its pitch is now ${lasting(length)} long.`)
  return pitch
}

/** Why this pitch can no longer be touched. */
function isOver(
  work: Work,
  block: ReadBlock,
  present: DeepReadonly<Pitch> | undefined,
): string | null {
  if (present?.done) return 'It has been pitched.'
  const begun = [block.id, present?.block].find((id) => id !== undefined && hasBegun(work.show, id))
  const title = begun === undefined ? '' : (work.show.segments[begun]?.title ?? '')
  return begun === undefined ? null : `${quote(title)} has begun.`
}

/** Only rows that say an order are put in one: without it the order made by hand stays. */
function order(work: Work, { id: block, title }: ReadBlock, placed: readonly Placed[]): void {
  const segment = work.show.segments[block]
  const queue = segment?.kind === 'pitch-block' ? [...segment.pitches] : []
  const wanted = placed.filter(
    ({ row, pitch }) => row.order !== null && work.show.pitches[pitch]?.deferred === null,
  )
  const ids = wanted.map(({ pitch }) => pitch)
  for (const { id, before } of moves(queue, arranged(queue, ids))) {
    const moved = wanted.find(({ pitch }) => pitch === id)
    const cause = moved ?? wanted.at(-1)
    if (!cause) return
    const sent = work.send(cause.plan, { type: 'move-pitch', pitch: id, before })
    if (!sent || cause.plan.isNew) continue
    cause.plan.says.push(
      moved
        ? `Is now number ${ids.indexOf(id) + 1} in ${quote(title)}.`
        : `A pitch that is not in the file now comes elsewhere in ${quote(title)}.`,
    )
  }
}

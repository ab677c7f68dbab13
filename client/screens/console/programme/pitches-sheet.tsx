import { useState } from 'react'
import { type Course, pitchLength, stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, PitchBlock } from '#shared/show/state.ts'
import type { InnovationId, PitchId, SegmentId } from '#shared/show/words.ts'
import { type Instant, SECOND } from '#shared/time/instant.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { newId } from '../common/new-id.ts'
import { Sheet } from '../common/dialog.tsx'
import { useConsole, useNow } from '../console-context.ts'
import { useStage } from '../run/use-stage.ts'
import { useCourse } from '../use-course.ts'
import { PitchList } from './pitch-list.tsx'

/** The pitches of a block in the order they are called: moved, given their own length, added, removed. */
export function PitchesSheet({ block: id, close }: { block: SegmentId; close: () => void }) {
  const { may } = useConsole()
  const { course, stageId } = useCourse()
  const now = useNow(10 * SECOND)
  const actions = useStage()
  const block = course.segments[id]
  if (block?.kind !== 'pitch-block') return null
  const begins = stageTimes(course, block.stage, now).get(id)?.plannedStart ?? now
  return (
    <Sheet title={EDIT.pitchesOf(block.title)} close={close} wide>
      <PitchList
        block={block}
        starts={plannedStarts(course, block, begins)}
        actions={block.stage === stageId ? actions : null}
      />
      {may('save-pitch') && <AddPitch block={block} />}
    </Sheet>
  )
}

/** When each pitch would begin if the block ran as planned, in the order they are called now. */
function plannedStarts(
  course: Course,
  block: DeepReadonly<PitchBlock>,
  begins: Instant,
): ReadonlyMap<PitchId, Instant> {
  let at = begins
  return new Map(
    block.pitches.map((id) => {
      const own = at
      at += pitchLength(block, course.pitches[id]) + block.changeover
      return [id, own]
    }),
  )
}

function AddPitch({ block }: { block: DeepReadonly<PitchBlock> }) {
  const { parts, send, online } = useConsole()
  const [chosen, setChosen] = useState('')
  const pitched = new Set(Object.values(parts.programme.pitches).map((pitch) => pitch.innovation))
  const free = Object.entries(parts.innovations)
    .filter(([id]) => !pitched.has(id as InnovationId))
    .toSorted(([, a], [, b]) => a.title.localeCompare(b.title, 'en-GB'))
  const add = async (innovation: InnovationId): Promise<void> => {
    const id = newId<PitchId>('pit')
    const title = parts.innovations[innovation]?.title ?? ''
    await send(
      { type: 'save-pitch', pitch: { id, block: block.id, innovation, length: null } },
      { key: `pitch:${id}`, useful: 15_000, done: EDIT.pitchAdded(title), undo: 'edit' },
    )
    setChosen('')
  }
  return (
    <div className="row add-pitch">
      <select
        aria-label={EDIT.addPitch}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{free.length === 0 ? EDIT.allPitched : EDIT.chooseInnovation}</option>
        {free.map(([id, { title, organisation }]) => (
          <option key={id} value={id}>
            {organisation === '' ? title : `${title}, ${organisation}`}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        aria-disabled={chosen === '' || !online || undefined}
        onClick={() => {
          if (chosen !== '' && online) void add(chosen as InnovationId)
        }}
      >
        {EDIT.addPitch}
      </button>
    </div>
  )
}

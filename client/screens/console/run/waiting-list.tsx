import { DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { DeepReadonly, PitchBlock } from '#shared/show/state.ts'
import type { PitchId } from '#shared/show/words.ts'
import { RUN } from '#shared/words/console-run.ts'
import { Grip } from '../common/grip.tsx'
import { billingOf } from '../billing.ts'
import { AT_ONCE, useConsole } from '../console-context.ts'
import { MoreMenu, type MoreItem } from '../more-menu.tsx'
import { droppedBefore, stepBefore } from '../common/reorder.ts'
import type { StageActions } from './use-stage.ts'

interface WaitingListProps {
  block: DeepReadonly<PitchBlock>
  /** everyone who waits, in the order they are called */
  queue: readonly PitchId[]
  shown: readonly PitchId[]
  actions: StageActions | null
  numberOf: (pitch: PitchId) => number
  timeOf: (pitch: PitchId) => string
}

/** Pitches to come: dragged with the pointer, by touch or with the keyboard; the same steps stand in each menu. */
export function WaitingList({ block, queue, shown, actions, numberOf, timeOf }: WaitingListProps) {
  const { parts, may, online } = useConsole()
  const move = useMove(block, queue)
  const canMove = may('move-pitch')
  const name = (pitch: PitchId): string => billingOf(parts, block.id, pitch).name
  const { dragAndDropHooks } = useDragAndDrop<{ id: PitchId }>({
    isDisabled: !online,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': name(String(key) as PitchId) })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map((key) => String(key) as PitchId)
      if (moved === undefined) return
      move(moved, droppedBefore(queue, moved, String(target.key) as PitchId, target.dropPosition))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
  })
  return (
    <GridList
      aria-label={RUN.queueToCome(block.title)}
      className="queue queue--waiting"
      items={shown.map((id) => ({ id }))}
      {...(canMove ? { dragAndDropHooks } : {})}
      disallowTypeAhead
      // Rows are drawn again when what they say changes, not only when they come and go.
      dependencies={[parts, queue, canMove, online, numberOf, timeOf, actions]}
    >
      {({ id }) => (
        <Row
          pitch={id}
          name={name(id)}
          about={billingOf(parts, block.id, id).about}
          number={numberOf(id)}
          time={timeOf(id)}
          canMove={canMove}
          items={itemsFor(id, { queue, block, actions, move })}
        />
      )}
    </GridList>
  )
}

interface RowProps {
  pitch: PitchId
  name: string
  about: string
  number: number
  time: string
  canMove: boolean
  items: MoreItem[]
}

function Row({ pitch, name, about, number, time, canMove, items }: RowProps) {
  const { parts, online } = useConsole()
  const deferred = parts.programme.pitches[pitch]?.deferred ?? null
  return (
    <GridListItem
      id={pitch}
      textValue={`${number}, ${name}, ${about}, ${time}`}
      className={`queue__row ${deferred === 'absent' ? 'is-absent' : ''}`}
    >
      {canMove ? <Grip label={RUN.drag(name)} /> : <span className="grip grip--none" />}
      <span className="queue__no">{number}</span>
      <span className="queue__what" title={`${name}, ${about}`}>
        <b>{name}</b> <span>{about}</span>
      </span>
      {deferred && (
        <span className="chip">{deferred === 'absent' ? RUN.isAbsent : RUN.isLate}</span>
      )}
      <time>{time}</time>
      {canMove && <MoreMenu label={RUN.more(name)} items={items} off={!online} />}
    </GridListItem>
  )
}

type Move = (pitch: PitchId, before: PitchId | null | undefined) => void

function useMove(block: DeepReadonly<PitchBlock>, queue: readonly PitchId[]): Move {
  const { parts, send } = useConsole()
  return (pitch, before) => {
    if (before === undefined) return
    const name = (id: PitchId): string => billingOf(parts, block.id, id).name
    const was = queue[queue.indexOf(pitch) + 1] ?? null
    void send(
      { type: 'move-pitch', pitch, before },
      {
        key: `move:${pitch}`,
        useful: AT_ONCE,
        done: RUN.movedTo(name(pitch), before === null ? null : name(before)),
        undo: { type: 'move-pitch', pitch, before: was },
      },
    )
  }
}

function itemsFor(
  pitch: PitchId,
  {
    queue,
    block,
    actions,
    move,
  }: Pick<WaitingListProps, 'queue' | 'block' | 'actions'> & { move: Move },
): MoreItem[] {
  const [first] = queue
  const up = stepBefore(queue, pitch, -1)
  const down = stepBefore(queue, pitch, 1)
  return [
    { words: RUN.putOn, run: () => void actions?.putOn(block.id, pitch) },
    ...(first === undefined || first === pitch
      ? []
      : [{ words: RUN.toFront, run: () => move(pitch, first) }]),
    ...(up === undefined ? [] : [{ words: RUN.up, run: () => move(pitch, up) }]),
    ...(down === undefined ? [] : [{ words: RUN.down, run: () => move(pitch, down) }]),
    { words: RUN.sendAbsent, run: () => actions?.sendToEnd(pitch, 'absent') },
    { words: RUN.sendLate, run: () => actions?.sendToEnd(pitch, 'late') },
  ]
}

import { useState } from 'react'
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { pitchLength } from '#shared/show/course.ts'
import type { DeepReadonly, PitchBlock } from '#shared/show/state.ts'
import type { PitchId } from '#shared/show/words.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { HOUR, type Instant, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { ITEM, PROGRAMME } from '#shared/words/console-programme.ts'
import { RUN } from '#shared/words/console-run.ts'
import { Grip } from '../common/grip.tsx'
import { billingOf } from '../billing.ts'
import { useConsole } from '../console-context.ts'
import { type MoreItem, MoreMenu } from '../more-menu.tsx'
import { droppedBefore, stepBefore } from '../common/reorder.ts'
import type { StageActions } from '../run/use-stage.ts'
import { useCourse } from '../use-course.ts'
import { InPlace } from './in-place.tsx'

interface PitchListProps {
  block: DeepReadonly<PitchBlock>
  starts: ReadonlyMap<PitchId, Instant>
  actions: StageActions | null
}

export function PitchList({ block, starts, actions }: PitchListProps) {
  const { parts, may, online, send } = useConsole()
  const { course, stage } = useCourse()
  const [typing, setTyping] = useState(false)
  const name = (id: PitchId): string => billingOf(parts, block.id, id).name
  const on = stage?.on?.segment === block.id ? stage.on.pitch : null
  const queue = block.pitches.filter((id) => !course.pitches[id]?.done && id !== on)
  const move = (pitch: PitchId, before: PitchId | null | undefined): void => {
    if (before === undefined) return
    const done = RUN.movedTo(name(pitch), before === null ? null : name(before))
    void send(
      { type: 'move-pitch', pitch, before },
      { key: `move:${pitch}`, useful: 15_000, done, undo: 'edit' },
    )
  }
  const { dragAndDropHooks } = useDragAndDrop<{ id: PitchId }>({
    isDisabled: !online || typing,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': name(String(key) as PitchId) })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map((key) => String(key) as PitchId)
      if (moved === undefined || !queue.includes(moved)) return
      move(moved, droppedBefore(queue, moved, String(target.key) as PitchId, target.dropPosition))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
  })
  const save = (pitch: PitchId, length: number | null): void => {
    const held = course.pitches[pitch]
    if (!held) return
    const { innovation } = held
    void send(
      { type: 'save-pitch', pitch: { id: pitch, block: block.id, innovation, length } },
      { key: `pitch:${pitch}`, useful: 15_000, done: PROGRAMME.saved(name(pitch)), undo: 'edit' },
    )
  }
  const menu = (pitch: PitchId): MoreItem[] => {
    const up = stepBefore(queue, pitch, -1)
    const down = stepBefore(queue, pitch, 1)
    const waits = queue.includes(pitch)
    return [
      ...(actions && pitch !== on && may('load-item')
        ? [{ words: PROGRAMME.putOn, run: () => void actions.putOn(block.id, pitch) }]
        : []),
      ...(waits && up !== undefined ? [{ words: RUN.up, run: () => move(pitch, up) }] : []),
      ...(waits && down !== undefined ? [{ words: RUN.down, run: () => move(pitch, down) }] : []),
      ...(waits && may('remove-pitch')
        ? [
            {
              words: EDIT.remove,
              danger: true,
              run: () =>
                void send(
                  { type: 'remove-pitch', pitch },
                  {
                    key: `remove:${pitch}`,
                    useful: 15_000,
                    done: EDIT.pitchRemoved(name(pitch)),
                    undo: 'edit',
                  },
                ),
            },
          ]
        : []),
    ]
  }
  return (
    <GridList
      aria-label={EDIT.pitchesOf(block.title)}
      className="queue queue--waiting pitch-list"
      items={block.pitches.map((id) => ({ id }))}
      {...(may('move-pitch') ? { dragAndDropHooks } : {})}
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      dependencies={[parts, course, online, starts, on]}
      renderEmptyState={() => <p className="muted">{RUN.queueEmpty}</p>}
    >
      {({ id }) => {
        const pitch = course.pitches[id]
        const { name: called, about } = billingOf(parts, block.id, id)
        const at = starts.get(id)
        const items = menu(id)
        return (
          <GridListItem
            id={id}
            textValue={`${called}, ${about}`}
            className="queue__row"
            data-done={pitch?.done || undefined}
          >
            {queue.includes(id) ? (
              <Grip label={RUN.drag(called)} />
            ) : (
              <span className="grip grip--none" />
            )}
            <span className="queue__no">{block.pitches.indexOf(id) + 1}</span>
            <span className="queue__what" title={`${called}, ${about}`}>
              <b>{called}</b> <span>{about}</span>
            </span>
            {(pitch?.done || id === on || pitch?.deferred) && (
              <span className="chip">
                {id === on
                  ? RUN.now
                  : pitch?.done
                    ? RUN.done
                    : pitch?.deferred === 'absent'
                      ? RUN.isAbsent
                      : RUN.isLate}
              </span>
            )}
            <time className="num">{at === undefined ? '' : clockTime(at, course.zone)}</time>
            {may('save-pitch') && pitch && online ? (
              <InPlace
                label={PROGRAMME.pitchLength(called)}
                value={pitch.length === null ? '' : countdown(pitch.length)}
                check={lengthError}
                save={(text) => save(id, text === '' ? null : parseLength(text))}
                onTyping={setTyping}
                className="num"
              >
                {countdown(pitchLength(block, pitch))}
              </InPlace>
            ) : (
              <span className="num">{countdown(pitchLength(block, pitch))}</span>
            )}
            {items.length > 0 && <MoreMenu label={RUN.more(called)} items={items} off={!online} />}
          </GridListItem>
        )
      }}
    </GridList>
  )
}

function lengthError(text: string): string | null {
  if (text === '') return null
  const ms = parseLength(text)
  return ms === null || ms < SECOND || ms > HOUR ? ITEM.errors.pitchLength : null
}

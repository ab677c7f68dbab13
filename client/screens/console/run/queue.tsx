import { useState } from 'react'
import { pitchTimes, waiting } from '#shared/show/course.ts'
import type { PitchId } from '#shared/show/words.ts'
import { SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { blockToShow } from './queue-order.ts'
import { WaitingList } from './waiting-list.tsx'
import type { StageActions } from './use-stage.ts'

/** How many rows are shown at first, and how many of them at most were on before. */
const ROWS = 8
const BEFORE = 2

/** The pitches of the block: those that were, the one that is on, and those to come, which can be moved. */
export function Queue({ actions }: { actions: StageActions | null }) {
  const { parts } = useConsole()
  const { course, stage } = useCourse()
  const now = useNow(10 * SECOND)
  const [all, setAll] = useState(false)
  const block = blockToShow(course, stage)
  if (!block) {
    return (
      <section className="panel">
        <h2>{RUN.kind['pitch-block']}</h2>
        <p className="muted">{RUN.noBlock}</p>
      </section>
    )
  }
  const on = stage?.on?.segment === block.id ? stage.on.pitch : null
  const queue = waiting(course, block, on)
  const done = block.pitches.filter((id) => course.pitches[id]?.done && id !== on)
  const away = queue.filter((id) => course.pitches[id]?.deferred).length
  const times = pitchTimes(course, block, now)
  const number = (id: PitchId): number => block.pitches.indexOf(id) + 1
  const shownDone = all ? done : done.slice(-BEFORE)
  const shownQueue = all ? queue : queue.slice(0, ROWS - shownDone.length - (on ? 1 : 0))
  const hidden = done.length + queue.length - shownDone.length - shownQueue.length
  return (
    <section className="panel" aria-labelledby="queue">
      <div className="panel__head">
        <h2 id="queue" className="clip" title={block.title}>
          {block.title}
        </h2>
        <p className="small muted">{RUN.queueCount(done.length, away, queue.length)}</p>
      </div>
      {block.pitches.length === 0 && <p className="muted">{RUN.queueEmpty}</p>}
      {(shownDone.length > 0 || on) && (
        <ol className="queue">
          {shownDone.map((id) => (
            <Line key={id} pitch={id} number={number(id)} said={RUN.done} />
          ))}
          {on && <Line pitch={on} number={number(on)} said={RUN.now.toLowerCase()} current />}
        </ol>
      )}
      {queue.length > 0 && (
        <WaitingList
          block={block}
          queue={queue}
          shown={shownQueue}
          actions={actions}
          numberOf={number}
          timeOf={(id) => {
            const at = times.get(id)
            return at === undefined ? '' : clockTime(at, parts.show.zone)
          }}
        />
      )}
      {(hidden > 0 || all) && (
        <button
          type="button"
          className="button button--quiet button--small"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? RUN.fewer : RUN.allOf(block.pitches.length)}
        </button>
      )}
    </section>
  )
}

interface LineProps {
  pitch: PitchId
  number: number
  said: string
  current?: boolean
}

function Line({ pitch, number, said, current = false }: LineProps) {
  const { parts } = useConsole()
  const block = parts.programme.pitches[pitch]?.block
  if (!block) return null
  const { name, about } = billingOf(parts, block, pitch)
  return (
    <li className={current ? '' : 'is-done'} aria-current={current ? 'step' : undefined}>
      <span className="queue__no">{number}</span>
      <span className="queue__what" title={`${name}, ${about}`}>
        <b>{name}</b> <span>{about}</span>
      </span>
      <span className="queue__time">{said}</span>
    </li>
  )
}

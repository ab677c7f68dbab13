import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { type Course, pitchLength, pitchTimes } from '#shared/show/course.ts'
import type { DeepReadonly, PitchBlock } from '#shared/show/state.ts'
import type { InnovationId, PitchId, SegmentId } from '#shared/show/words.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { HOUR, type Instant, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { ITEM, PROGRAMME } from '#shared/words/console-programme.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'
import { Field } from '../common/field.tsx'
import { Press } from '../press.tsx'
import type { StageActions } from '../run/use-stage.ts'
import { useCourse } from '../use-course.ts'

interface PitchRowsProps {
  block: DeepReadonly<PitchBlock>
  plannedStart: Instant
  actions: StageActions | null
}

/** The pitches of a block in the order they are called, with the time each is expected. */
export function PitchRows({ block, plannedStart, actions }: PitchRowsProps) {
  const { parts, may, online } = useConsole()
  const { course, stage } = useCourse()
  const now = useNow(10_000)
  const [editing, setEditing] = useState<PitchId | null>(null)
  const times = pitchTimes(course, block, now)
  const planned = plannedStarts(course, block, plannedStart)
  const real = useRealTimes(block.id)
  return (
    <>
      {block.pitches.map((id, index) => {
        const pitch = course.pitches[id]
        if (!pitch) return null
        const { name, about } = billingOf(parts, block.id, id)
        const isOn = stage?.on?.pitch === id
        const at = times.get(id)
        return (
          <tr key={id} className="programme__pitch" aria-current={isOn ? 'step' : undefined}>
            <th scope="row" colSpan={2}>
              <span className="queue__no">{index + 1}</span> {name}
              <span className="about"> {about}</span>
            </th>
            <td className="nowrap">
              {countdown(pitchLength(block, pitch))}
              {pitch.length !== null && (
                <span className="muted"> {ITEM.ownLength.toLowerCase()}</span>
              )}
            </td>
            <td className="num-left" data-label={PROGRAMME.head.planned}>
              {clockTime(planned[index] ?? plannedStart, course.zone)}
            </td>
            <td
              className="num-left"
              data-label={at === undefined ? undefined : PROGRAMME.head.expected}
            >
              {!pitch.done && !isOn && at !== undefined ? clockTime(at, course.zone) : '\u2013'}
            </td>
            <td className="num-left">{real.get(pitch.innovation) ?? '\u2013'}</td>
            <td>
              {isOn ? (
                <span className="chip chip--running">{RUN.now}</span>
              ) : (
                <span className="muted">{standing(pitch)}</span>
              )}
            </td>
            <td className="actions-cell">
              {actions && !isOn && may('load-item') && (
                <Press
                  className="button--quiet button--small"
                  off={!online || course.heldSince !== null}
                  label={PROGRAMME.putOnOf(name)}
                  onPress={() => void actions.putOn(block.id, id)}
                >
                  {PROGRAMME.putOn}
                </Press>
              )}{' '}
              {may('save-pitch') && (
                <button
                  type="button"
                  className="button button--quiet button--small"
                  aria-label={PROGRAMME.pitchLength(name)}
                  onClick={() => setEditing(id)}
                >
                  {ITEM.length}
                </button>
              )}
            </td>
          </tr>
        )
      })}
      {editing !== null && (
        <OwnLength block={block} pitch={editing} close={() => setEditing(null)} />
      )}
    </>
  )
}

const standing = ({ done, deferred }: { done: boolean; deferred: string | null }): string => {
  if (done) return RUN.done
  return deferred === null ? '' : deferred === 'absent' ? RUN.isAbsent : RUN.isLate
}

/** When each pitch would begin if the block ran as planned, in the order they are called now. */
function plannedStarts(
  course: Course,
  block: DeepReadonly<PitchBlock>,
  begins: Instant,
): Instant[] {
  let at = begins
  return block.pitches.map((id) => {
    const own = at
    at += pitchLength(block, course.pitches[id]) + block.changeover
    return own
  })
}

/** When pitches of this block really were on, as far back as the record on screen goes. */
function useRealTimes(block: SegmentId): ReadonlyMap<InnovationId, string> {
  const { parts } = useConsole()
  const time = (at: Instant): string => clockTime(at, parts.show.zone)
  return new Map(
    parts.record
      .filter((line) => line.segment === block && line.phase === 'pitch')
      .flatMap((line) =>
        line.innovation
          ? [[line.innovation, `${time(line.begunAt)}\u2013${time(line.endedAt)}`]]
          : [],
      ),
  )
}

interface OwnLengthProps {
  block: DeepReadonly<PitchBlock>
  pitch: PitchId
  close: () => void
}

/** A pitch has its own length when it needs one. */
function OwnLength({ block, pitch: id, close }: OwnLengthProps) {
  const { parts, send } = useConsole()
  const { course } = useCourse()
  const pitch = course.pitches[id]
  const [text, setText] = useState(() => (pitch?.length == null ? '' : countdown(pitch.length)))
  const [error, setError] = useState<string>()
  if (!pitch) return null
  const { name } = billingOf(parts, block.id, id)
  const save = async (): Promise<void> => {
    const length = text.trim() === '' ? null : parseLength(text)
    if (text.trim() !== '' && (length === null || length < SECOND || length > HOUR)) {
      return setError(ITEM.errors.pitchLength)
    }
    const { innovation } = pitch
    const answer = await send(
      { type: 'save-pitch', pitch: { id, block: block.id, innovation, length } },
      { key: `pitch:${id}`, useful: 10_000, done: PROGRAMME.saved(name) },
    )
    if (answer.ok) close()
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => open || close()}>
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {PROGRAMME.pitchLength(name)}
          </Heading>
          <form
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              void save()
            }}
          >
            <Field label={ITEM.ownLength} hint={ITEM.ownLengthHint} error={error}>
              {(control) => (
                <input
                  {...control}
                  ref={focusNow}
                  autoComplete="off"
                  placeholder={countdown(block.pitchLength)}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
            <div className="row row--form">
              <button className="button button--primary">{ITEM.save}</button>
              <button type="button" className="button" onClick={close}>
                {CONSOLE.cancel}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

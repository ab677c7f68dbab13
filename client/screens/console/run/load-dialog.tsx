import { useId, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { PitchId, SegmentId } from '#shared/show/words.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { useConsole } from '../console-context.ts'
import { focusNow } from '../focus-now.ts'
import { Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'

interface Item {
  segment: SegmentId
  pitch: PitchId | null
  name: string
  about: string
  given: boolean
}

/** Any item or pitch of the programme can be put on, found by name. */
export function LoadDialog({
  off,
  putOn,
}: {
  off: boolean
  putOn: (segment: SegmentId, pitch: PitchId | null) => Promise<boolean>
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Press className="button--quiet button--small" off={off} onPress={() => setOpen(true)}>
        {RUN.load}
      </Press>
      <ModalOverlay className="veil" isOpen={open} isDismissable onOpenChange={setOpen}>
        <Modal>
          <Dialog className="dialog">
            <Heading slot="title" level={2}>
              {RUN.loadTitle}
            </Heading>
            <p className="muted">{RUN.loadBody}</p>
            <Choices
              choose={(item) => {
                setOpen(false)
                void putOn(item.segment, item.pitch)
              }}
            />
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {CONSOLE.cancel}
            </button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

function Choices({ choose }: { choose: (item: Item) => void }) {
  const id = useId()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const items = useItems().filter(
    ({ name, about }) => wanted === '' || `${name} ${about}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{RUN.loadFind}</label>
        <input
          id={id}
          type="search"
          ref={focusNow}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      {items.length === 0 ? (
        <p className="muted">{RUN.loadNone}</p>
      ) : (
        <ul className="itemlist">
          {items.map((item) => (
            <li key={item.pitch ?? item.segment} className={item.pitch ? 'is-within' : ''}>
              <button type="button" onClick={() => choose(item)}>
                <b>{item.name}</b> {item.about}
                {item.given && <span className="muted"> ({RUN.given})</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function useItems(): Item[] {
  const { parts } = useConsole()
  const { course, stage } = useCourse()
  return (stage?.segments ?? []).flatMap((id): Item[] => {
    const segment = course.segments[id]
    if (!segment || segment.kind === 'note') return []
    const { name, about } = billingOf(parts, id, null)
    const own: Item = { segment: id, pitch: null, name, about, given: segment.endedAt !== null }
    if (segment.kind !== 'pitch-block') return [own]
    const pitches = segment.pitches.map((pitch): Item => {
      const billing = billingOf(parts, id, pitch)
      const given = course.pitches[pitch]?.done === true
      return { segment: id, pitch, name: billing.name, about: billing.about, given }
    })
    // A block without anyone waiting has no beginning to go to.
    return pitches.some((pitch) => !pitch.given) ? [own, ...pitches] : pitches
  })
}

import { useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { CONSOLE } from '#shared/words/console.ts'
import { focusNow } from '../focus-now.ts'
import type { Questions } from './questions.ts'

/** The question that is asked now. Escape and a click beside it mean no. */
export function Ask({ questions }: { questions: Questions }) {
  const asked = useSyncExternalStore(questions.asked.subscribe, questions.asked.getSnapshot)
  if (!asked) return null
  const { title, body, yes, no = CONSOLE.cancel, danger = false, answer } = asked
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => open || answer(false)}
    >
      <Modal>
        <Dialog role="alertdialog" className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <p>{body}</p>
          <div className="row">
            <button
              type="button"
              className={`button ${danger ? 'button--danger-solid' : 'button--primary'}`}
              onClick={() => answer(true)}
            >
              {yes}
            </button>
            {/* The safe answer has the focus: an Enter too many does nothing. */}
            <button type="button" className="button" ref={focusNow} onClick={() => answer(false)}>
              {no}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

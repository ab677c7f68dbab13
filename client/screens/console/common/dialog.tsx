import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { DATA } from '#shared/words/console-data.ts'

/** A sheet over the page; Escape, a click beside it and its own button close it. */
export function Sheet({
  title,
  children,
  close,
  wide = false,
}: {
  title: ReactNode
  children: ReactNode
  close: () => void
  wide?: boolean
}) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => open || close()}>
      <Modal>
        <Dialog className={wide ? 'dialog dialog--wide' : 'dialog'}>
          <div className="row row--ends dialog__head">
            <Heading slot="title" level={2} className="grow">
              {title}
            </Heading>
            <button type="button" className="button button--quiet button--small" onClick={close}>
              {DATA.close}
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { CONSOLE } from '#shared/words/console.ts'
import { KEYS } from '#shared/words/console-keys.ts'

interface HelpProps {
  open: boolean
  close: () => void
  on: boolean
  setOn: (on: boolean) => void
}

/** Which key does what, and the switch that turns them off. */
export function Help({ open, close, on, setOn }: HelpProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {KEYS.title}
          </Heading>
          <p>{KEYS.body}</p>
          <table className="table">
            <tbody>
              {KEYS.list.map(({ keys, what }) => (
                <tr key={what}>
                  <th scope="row" className="nowrap">
                    {keys.map((key) => (
                      <kbd key={key} className="kbd kbd--apart">
                        {key}
                      </kbd>
                    ))}
                  </th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <label className="choice">
            <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
            <span>{KEYS.on}</span>
          </label>
          <button type="button" className="button" onClick={close}>
            {CONSOLE.close}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

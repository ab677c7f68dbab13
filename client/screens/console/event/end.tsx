import { EVENT } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { Part } from './part.tsx'

/** Ends the event, or opens it again. */
export function End() {
  const { parts, ask, send } = useConsole()
  const end = async (): Promise<void> => {
    const { endAsk: title, endBody: body, end: yes } = EVENT
    if (!(await ask({ title, body, yes, danger: true }))) return
    await send({ type: 'close-show' }, { key: 'close-show', useful: 15_000, done: EVENT.ended })
  }
  const open = (): void =>
    void send({ type: 'reopen-show' }, { key: 'close-show', useful: 15_000, done: EVENT.opened })
  return parts.show.closedAt === null ? (
    <Part title={EVENT.endTitle} lead={EVENT.endLead}>
      <p>
        <button type="button" className="button button--danger" onClick={() => void end()}>
          {EVENT.end}
        </button>
      </p>
    </Part>
  ) : (
    <Part title={EVENT.openTitle} lead={EVENT.openLead}>
      <p>
        <button type="button" className="button" onClick={open}>
          {EVENT.open}
        </button>
      </p>
    </Part>
  )
}

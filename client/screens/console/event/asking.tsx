import { useId } from 'react'
import { EVENT } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { Part } from './part.tsx'

const BOTH = ['feedback', 'proposals'] as const

/** What phones ask people, and whether they may propose tables: off until somebody turns it on. */
export function Asking() {
  return (
    <Part title={EVENT.askingTitle} lead={EVENT.askingLead}>
      {BOTH.map((what) => (
        <Switch key={what} what={what} />
      ))}
    </Part>
  )
}

function Switch({ what }: { what: (typeof BOTH)[number] }) {
  const { parts, send, may } = useConsole()
  const id = useId()
  const [words, how] = EVENT.asking[what]
  const on = parts.show.asks[what]
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          disabled={!may('switch-asking')}
          aria-describedby={id}
          onChange={() =>
            void send(
              { type: 'switch-asking', what, on: !on },
              { key: `asking:${what}`, useful: 15_000 },
            )
          }
        />
        <span>{words}</span>
      </label>
      <p className="muted small" id={id}>
        {how}
      </p>
    </>
  )
}

import { useState } from 'react'
import { EVENT } from '#shared/words/console-event.ts'
import { postJson } from '../common/ask.ts'
import { useConsole } from '../console-context.ts'
import { Failure, Part } from './part.tsx'

/** Makes a rehearsal of this event and goes there. */
export function Rehearse() {
  const { parts } = useConsole()
  const [now, setNow] = useState(true)
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const rehearse = async (): Promise<void> => {
    if (making) return
    setMaking(true)
    setFailure(null)
    const answer = await postJson<{ id: string }>(`/api/shows/${parts.show.id}/rehearsal`, { now })
    if (answer.ok) return location.assign(`/console/${answer.body.id}`)
    setMaking(false)
    setFailure(answer.message)
  }
  return (
    <Part title={EVENT.rehearseTitle} lead={EVENT.rehearseLead}>
      <label className="choice">
        <input type="checkbox" checked={now} onChange={() => setNow(!now)} />
        <span>{EVENT.atOnce}</span>
      </label>
      <p className="muted small" aria-live="polite">
        {now ? EVENT.atOnceHow : EVENT.asPlanned}
      </p>
      <Failure title={EVENT.failed} words={failure} />
      <p className="form__act">
        <button type="button" className="button" aria-busy={making} onClick={() => void rehearse()}>
          {making ? EVENT.working : EVENT.rehearse}
        </button>
      </p>
    </Part>
  )
}

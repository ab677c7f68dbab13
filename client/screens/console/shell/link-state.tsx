import { useSyncExternalStore } from 'react'
import { SECOND } from '#shared/time/instant.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { useConsole, useNow } from '../console-context.ts'

/** One word in the head: is what I see true? */
export function LinkChip() {
  const { online } = useConsole()
  return (
    <span className={`chip ${online ? 'chip--plain' : 'chip--warning'}`}>
      {online ? CONSOLE.live : CONSOLE.noConnection}
    </span>
  )
}

/** Across the page while there is no line: how old what is shown is, and what still works. */
export function LostLine() {
  const { online, link } = useConsole()
  return online ? (
    <div role="status" />
  ) : (
    <div role="status" className="lost">
      <b>{CONSOLE.noConnection}</b> <LostFor link={link} /> {CONSOLE.whileLost}
    </div>
  )
}

function LostFor({ link }: Pick<ReturnType<typeof useConsole>, 'link'>) {
  const { since } = useSyncExternalStore(link.status.subscribe, link.status.getSnapshot)
  const now = useNow(SECOND, since)
  // Counted out loud once; a screen reader need not hear every second.
  return <span aria-hidden="true">{CONSOLE.lostFor(now - since)}</span>
}

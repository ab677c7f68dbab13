import { EVENT } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { useRemoving } from './removing.ts'

/** Asks, then throws the rehearsal away. */
export function useThrowAway(): () => void {
  const { ask } = useConsole()
  const remove = useRemoving()
  const run = async (): Promise<void> => {
    const { throwTitle: title, throwBody: body, throwAway: yes } = EVENT
    if (!(await ask({ title, body, yes, danger: true }))) return
    const failure = await remove('')
    // The line was given up for it, so the page begins anew.
    await ask({ title: EVENT.failed, body: failure, yes: EVENT.reload })
    location.reload()
  }
  return () => void run()
}

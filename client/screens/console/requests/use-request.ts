import type { SingleCommand } from '#shared/show/commands.ts'
import { useConsole } from '../console-context.ts'

/** Asks something of the seating and says so, with an undo; true: it is kept. */
export function useRequest(): (
  command: SingleCommand,
  said: { done: string; undo: SingleCommand },
) => Promise<boolean> {
  const { send } = useConsole()
  return async (command, { done, undo }) => {
    const key = `request:${JSON.stringify(command)}`
    return (await send(command, { key, useful: 15_000, done, undo })).ok
  }
}

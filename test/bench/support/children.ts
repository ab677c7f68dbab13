import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** Keeps a process on one core, where the system can. */
export function pin(pid: number | undefined, core: 0 | 1): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)])
}

/** A child process that answers one request at a time over Node's own channel. */
export interface Child<Requests extends Record<string, { with: unknown; gives: unknown }>> {
  process: ChildProcess
  ask<Name extends keyof Requests & string>(
    name: Name,
    given: Requests[Name]['with'],
  ): Promise<Requests[Name]['gives']>
  end(): Promise<void>
}

/**
 * Starts test/bench/<file> on one core of its own (0: the server, 1: those who press), where the system can;
 * null: wherever it likes, for a server whose threads are to share the work.
 */
export function child<Requests extends Record<string, { with: unknown; gives: unknown }>>(
  file: string,
  core: 0 | 1 | null,
  nodeArgs: readonly string[] = [],
): Child<Requests> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const command = [process.execPath, ...nodeArgs, path]
  const [program = '', ...args] =
    canPin && core !== null ? ['taskset', '-c', String(core), ...command] : command
  const spawned = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const exit = once(spawned, 'exit')
  return {
    process: spawned,
    async ask(name, given) {
      spawned.send({ name, given })
      const [answer] = (await Promise.race([
        once(spawned, 'message'),
        exit.then(() => {
          throw new Error(`${file} ended before it answered ${name}`)
        }),
      ])) as [{ gives?: never; failed?: string }]
      if (answer.failed !== undefined) throw new Error(`${file} ${name}: ${answer.failed}`)
      return answer.gives as never
    },
    async end() {
      if (spawned.exitCode === null && spawned.signalCode === null) spawned.kill('SIGKILL')
      await exit
    },
  }
}

/** The other side: answers the requests that arrive. */
export function answer<
  Requests extends Record<string, { with: unknown; gives: unknown }>,
>(handlers: {
  [Name in keyof Requests]: (given: Requests[Name]['with']) => Promise<Requests[Name]['gives']>
}): void {
  process.on('message', (message: { name: string; given: never }) => {
    const handler = handlers[message.name]
    if (!handler) throw new Error(`nobody answers ${message.name}`)
    handler(message.given).then(
      (gives) => process.send?.({ gives: gives ?? null }),
      (error: unknown) => process.send?.({ failed: String(error) }),
    )
  })
}

/** ms of a clock that all processes of this computer share */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6

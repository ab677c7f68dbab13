import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const childFile = (name: string): string =>
  fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))

export interface Child {
  process: ChildProcess
  /** what it has said so far, a line each */
  lines: string[]
  /** resolves with the next line that matches; fails when the child ends without it */
  said(pattern: RegExp): Promise<string>
  /** resolves when it has ended and everything it said is in `lines` */
  ended: Promise<void>
}

/** Runs a script of test/store/children; `command` may stand in for `node` and its arguments. */
export function child(name: string, args: readonly string[], command?: readonly string[]): Child {
  const [program = process.execPath, ...before] = command ?? []
  const run = spawn(program, [...before, childFile(name), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface({ input: run.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = once(run, 'close').then(() => {})
  return {
    process: run,
    lines,
    ended,
    async said(pattern) {
      for (;;) {
        const line = lines.find((one) => pattern.test(one))
        if (line !== undefined) return line
        const more = once(reader, 'line')
        if (run.exitCode !== null || run.signalCode !== null)
          throw new Error(`ended without ${pattern}: ${lines.join(' | ')}`)
        await Promise.race([more, ended])
      }
    },
  }
}

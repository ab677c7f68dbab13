import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

/** One system call. `began` and `ended` are places in the trace, comparable over all threads. */
export interface Syscall {
  pid: number
  name: string
  /** arguments as strace prints them: file descriptors with what they stand for, strings escaped */
  args: string
  began: number
  ended: number
  /** what it returned; -1 when it failed or never came back */
  result: number
}

const CALLS = 'write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync'
const FLAGS = ['-D', '-f', '-yy', '--seccomp-bpf', '-e', `trace=${CALLS}`]

/** Why nothing can be traced on this machine, as a sentence for the skipped test; null when it can. */
export function whyNoStrace(): string | null {
  const tried = spawnSync('strace', [...FLAGS, '-o', '/dev/null', 'true'], { encoding: 'utf8' })
  if (tried.error) return 'strace is not installed (Debian: apt install strace)'
  return tried.status === 0 ? null : `strace does not work here: ${tried.stderr.trim()}`
}

export interface Traced {
  /** the traced process itself: its pid, signals and output are Node's own */
  child: ChildProcessByStdio<null, Readable, Readable>
  /** all its calls, once it has ended; can be asked once */
  calls(): Promise<Syscall[]>
}

/** Runs `node` with these arguments, its writes and syncs recorded with up to 16 kB of what they wrote. */
export function traceNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Traced {
  const folder = mkdtempSync(join(tmpdir(), 'strace-'))
  const file = join(folder, 'trace')
  const child = spawn('strace', [...FLAGS, '-s', '16384', '-o', file, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const gone = new RegExp(String.raw`^${child.pid} +\+\+\+ (?:exited|killed)`, 'm')
  return {
    child,
    async calls() {
      // strace itself ends a moment after the process it traced.
      for (let tries = 0; tries < 1000; tries++) {
        const text = existsSync(file) ? readFileSync(file, 'latin1') : ''
        if (gone.test(text)) {
          rmSync(folder, { recursive: true })
          return parseTrace(text)
        }
        await wait(20)
      }
      throw new Error('the traced process has not ended')
    },
  }
}

const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)/
const BEGUN = /^(\d+) +(\w+)\((.*?),? <unfinished \.\.\.>$/
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+|\?)/

/** The calls of a trace in the order in which they began. */
export function parseTrace(text: string): Syscall[] {
  const calls: Syscall[] = []
  const open = new Map<string, Syscall>()
  text.split('\n').forEach((line, place) => {
    const resumed = RESUMED.exec(line)
    const call = resumed && open.get(`${resumed[1]} ${resumed[2]}`)
    if (resumed && call) {
      call.args += resumed[3]
      call.ended = place
      call.result = Number(resumed[4])
      return
    }
    const [, pid = '', name = '', args = '', result] = WHOLE.exec(line) ?? BEGUN.exec(line) ?? []
    if (!name) return
    const begun = { pid: Number(pid), name, args, began: place, ended: Infinity, result: -1 }
    calls.push(begun)
    if (result === undefined) open.set(`${pid} ${name}`, begun)
    else Object.assign(begun, { ended: place, result: Number(result) })
  })
  return calls
}

/** What the call's first argument stands for: a path, or as `TCP:[127.0.0.1:80->127.0.0.1:51234]`. */
export const target = (call: Syscall): string => /^\d+<(.*?)>(?:,|$)/.exec(call.args)?.[1] ?? ''

const isSync = (call: Syscall): boolean =>
  (call.name === 'fdatasync' || call.name === 'fsync') && call.result === 0

/** The completed syncs of files whose path matches. */
export const syncsOf = (calls: readonly Syscall[], path: RegExp): Syscall[] =>
  calls.filter((call) => isSync(call) && path.test(target(call)))

export interface Answers {
  /** how many answers were found */
  total: number
  /** the tokens of those written before what they promise was on disk */
  early: string[]
}

/**
 * Finds answers that ran ahead of the disk. `tokenOf` names what an answer answers (null: not an
 * answer) by a token that stands in the log too, such as the command's id: plain letters, digits
 * and hyphens, none of which begins another. An answer is in time when a write to a file matching
 * `log` held its token, and a sync of that file began after that write and ended before the answer
 * began.
 */
export function answersAhead(
  calls: readonly Syscall[],
  log: RegExp,
  tokenOf: (call: Syscall) => string | null,
): Answers {
  const written = calls.filter((call) => call.name.startsWith('pwrite') && log.test(target(call)))
  const syncs = syncsOf(calls, log)
  const answers = calls.flatMap((call) => {
    const token = tokenOf(call)
    return token === null ? [] : [{ call, token }]
  })
  const early = answers.filter(({ call, token }) => {
    const saved = written.find((write) => write.args.includes(token))
    if (!saved) return true
    return !syncs.some(
      (sync) =>
        target(sync) === target(saved) && sync.began > saved.ended && sync.ended < call.began,
    )
  })
  return { total: answers.length, early: early.map(({ token }) => token) }
}

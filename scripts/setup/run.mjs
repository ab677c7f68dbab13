import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {...string} parts @returns {string} */
export const at = (...parts) => join(root, ...parts)

const exe = process.platform === 'win32' ? '.exe' : ''

/** The Node 24 that npm brought. */
export const ownNode = at('node_modules', 'node', 'bin', `node${exe}`)

/** Where npm scripts find it; npm leaves this out when it links before the program is there. */
export const ownNodeLink = at(
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
)

/** A reason to stop that is told in one sentence, without a stack. */
export class Stop extends Error {}

/** @param {string} path */
const isOurs = (path) => path.startsWith(at('node_modules') + sep)

const outerPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder !== at('node_modules', '.bin') && !isOurs(folder))

/**
 * The Node that was here before us. `npm ci` deletes node_modules, and our own Node with it,
 * so whatever installs packages must run on this one.
 */
function outerNode() {
  const onPath = outerPath
    .map((folder) => join(folder, `node${exe}`))
    .filter((file) => existsSync(file))
  const candidates = [process.env.npm_node_execpath, process.execPath, ...onPath]
  return candidates.find((file) => file && !isOurs(file)) ?? process.execPath
}

/**
 * Runs a command to its end; what it says on stderr is kept, for the sentence when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, outer?: boolean, env?: Record<string, string> }} [options] outer: on the Node that was here before us
 * @returns {{ ok: boolean, said: string }}
 */
export function run(command, args, options = {}) {
  const path = options.outer ? { PATH: outerPath.join(delimiter) } : {}
  const done = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...path, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const said = [done.stdout, done.stderr, done.error?.message].filter(Boolean).join('\n')
  return { ok: done.status === 0, said }
}

/** @param {string[]} args */
export function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js')
    ? run(outerNode(), [script, ...args], { outer: true })
    : run('npm', args, { outer: true })
}

/** @param {string[]} args @param {string} cwd */
export const nodeFromOutside = (args, cwd) => run(outerNode(), args, { cwd, outer: true })

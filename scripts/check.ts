/**
 * `npm run check`: types in every room, lint and walls, format, all three at once.
 * What each has to say is printed in one piece; the exit code is 1 when any of them refuses.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const checks = [
  { name: 'types', command: 'tsc', args: ['-b', '--pretty', 'false'] },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check', '--no-error-on-unmatched-pattern'] },
]

type Outcome = { name: string; ok: boolean; output: string; ms: number }

function run(check: (typeof checks)[number]): Promise<Outcome> {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(`${root}node_modules/.bin/${check.command}`, check.args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    const end = (ok: boolean) =>
      resolve({ name: check.name, ok, output, ms: performance.now() - began })
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

const outcomes = await Promise.all(checks.map(run))
for (const { name, ok, output, ms } of outcomes) {
  if (!ok) console.log(`\n${output.trim()}\n`)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${(ms / 1000).toFixed(1)} s)`)
}
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1

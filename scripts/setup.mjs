/**
 * Runs before `npm start`, `npm test` and their like: brings what is missing or out of date, nothing else.
 * Plain JavaScript for any Node from 20 on, because it is what brings the Node the rest runs on.
 *
 *   node scripts/setup.mjs install | start | test
 *
 * install: the packages, and Node 24 among them. start: and the built client. test: and the tests' tools.
 */
import { build } from './setup/build.mjs'
import { install } from './setup/install.mjs'
import { Stop } from './setup/run.mjs'
import { tools } from './setup/tools.mjs'

const oldest = 20
const goal = process.argv[2] ?? 'start'

function steps() {
  if (Number(process.versions.node.split('.')[0]) < oldest) {
    throw new Stop(
      `Pitch & Talk needs Node ${oldest} or newer to start, and this is ${process.version}: install a newer one from https://nodejs.org and run the same command again.`,
    )
  }
  if (!['install', 'start', 'test'].includes(goal)) {
    throw new Stop(`setup knows install, start and test, not "${goal}".`)
  }
  install({ development: goal !== 'start' })
  if (goal !== 'install') build()
  if (goal === 'test') tools()
}

try {
  steps()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`\n${error.message}\n`)
  // `npm test` promises this line whatever happens; npm will not run the tests after this.
  if (process.env.npm_lifecycle_event === 'pretest') console.log('0 passed, 1 failed, 0 skipped')
  process.exitCode = 1
}

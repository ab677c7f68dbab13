// Runs in a thread of its own: reading a large file would stop the clocks of everyone else.
import { parentPort } from 'node:worker_threads'
import { readAny } from '#shared/sheets/read-any.ts'
import type { ToRead } from './read-files.ts'

parentPort?.on('message', ({ files, days }: ToRead) =>
  parentPort?.postMessage(files.map(({ kind, bytes }) => readAny(kind, bytes, { days }))),
)

// Runs in a thread of its own: reading and comparing a large file would stop the clocks of everyone else.
import { answerJobs } from '../../threads/answer.ts'
import { workThrough } from './work-through.ts'

answerJobs(workThrough, ({ report, commands }) =>
  [report, commands].flatMap((bytes) => (bytes === null ? [] : [bytes.buffer])),
)

/** Tries argv[3] times to commit one event to the store in argv[2], and says each time how it went. */
import { setTimeout as wait } from 'node:timers/promises'
import { SHOW, fact } from '../facts.ts'
import { opened, say } from './opened.ts'

const store = await opened({ folder: process.argv[2] ?? '' })
const [entry] = await store.shows()
let n = (entry?.lastN ?? 0) + 1
for (let tries = Number(process.argv[3]); tries > 0; tries--) {
  const outcome = await store.commit(SHOW, n - 1, [fact(n, { commandId: `cmd-${n}-end` })], [])
  if (outcome.ok) say(`saved cmd-${n++}-end`)
  else {
    say(outcome.reason)
    await wait(20)
  }
}
await store.close()

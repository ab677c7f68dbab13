/** Beside a running server: when argv[3] (ms since the epoch) comes, takes settings link-0 … link-19. */
import { opened, say } from './opened.ts'

const store = await opened({ folder: process.argv[2] ?? '', lock: false })
say('open')
// Spinning starts all takers within microseconds of one another, which no timer does.
while (Date.now() < Number(process.argv[3]));
let taken = 0
for (let i = 0; i < 20; i++) if ((await store.takeSetting(`link-${i}`, `hash-${i}`)).ok) taken++
say(`taken ${taken}`)
await store.close()

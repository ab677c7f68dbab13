/** As a user without any rights where the test runs as root: says how opening argv[2] ends. */
import { opened, say } from './opened.ts'

if (process.getuid?.() === 0) process.setuid?.(65534)
const store = await opened({ folder: process.argv[2] ?? '' })
say('open')
await store.close()

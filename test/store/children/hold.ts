/** Opens the store in argv[2] and holds it until the process is ended from outside. */
import { opened, say } from './opened.ts'

const store = await opened({ folder: process.argv[2] ?? '' })
say('open')
setInterval(() => void store.shows(), 60_000)

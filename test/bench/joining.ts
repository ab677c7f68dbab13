import { isDeepStrictEqual } from 'node:util'
import { dataFolder } from '../support/server.ts'
import { withPair } from './support/pair.ts'
import type { Figure } from './support/report.ts'

const PHONES = 1000
const ONE_MB = 1_000_000

/** A thousand phones whose pages hold the state connect, as after a break of the venue's Wi-Fi. */
export const joining = (): Promise<Figure[]> =>
  withPair(async ({ hall, crowd }) => {
    const data = dataFolder()
    const opened = await hall.ask('open', {
      folder: data.folder,
      people: PHONES,
      tables: 15,
      capacity: 8,
    })
    const { port, cookies, show, epoch, version } = opened
    const held = await hall.ask('state', null)
    const before = await hall.ask('cpu', null)
    const hello = { show, audience: 'phone', epoch, held: version }
    const { ms } = await crowd.ask('join', { port, cookies, hello })
    const after = await hall.ask('cpu', null)
    const { received, sent } = await crowd.ask('bytes', null)
    const now = await hall.ask('state', null)
    const same = isDeepStrictEqual(withoutTime(now.state), withoutTime(held.state))
    data.done()
    const beside = 'a widely used stage timer: 30.6 GB, 36.5 s'
    return [
      {
        name: `${PHONES} phones join: bytes to and from all sockets`,
        value: (received + sent) / ONE_MB,
        unit: 'MB',
        limit: 1,
        beside,
      },
      {
        name: `${PHONES} phones join: server CPU for all`,
        value: after.ms - before.ms,
        unit: 'ms',
        beside,
      },
      { name: `${PHONES} phones join: until the last is connected`, value: ms, unit: 'ms' },
      {
        name: `${PHONES} phones join: the pages' state is the present one`,
        value: same ? 1 : 0,
        unit: '',
        limit: 1,
        atLeast: true,
      },
    ]
  })

const withoutTime = (state: object): object => ({ ...state, at: 0 })

import type { Command } from '#shared/show/commands.ts'
import type { Outcome } from '#shared/wire/live.ts'
import { rawPhone, type RawPhone } from './raw-phone.ts'
import { SHOW } from './seeded.ts'

/** A phone on a bare socket that gives commands whose answers can be told apart on the wire. */
export interface Commander {
  /** Sends as command number `n`: its id is `idOf(n)` and Socket.IO's acknowledgement is number `n`. */
  give(n: number, command: Command): Promise<Outcome>
  phone: RawPhone
}

export const idOf = (device: string, n: number): string => `${device}-${n}-end`

export async function commander(
  port: number,
  { cookie, device, onClose }: { cookie: string; device: string; onClose?: () => void },
): Promise<Commander> {
  const waiting = new Map<number, (outcome: Outcome) => void>()
  let isIn: () => void = () => {}
  const joined = new Promise<void>((resolve) => (isIn = resolve))
  const phone = await rawPhone({
    port,
    cookie,
    path: '/socket.io/?EIO=4&transport=websocket',
    ...(onClose ? { onClose } : {}),
    onText(text) {
      if (text.startsWith('40')) isIn()
      const answer = /^43(\d+)(\[.*\])$/.exec(text)
      if (!answer) return
      const [outcome] = JSON.parse(answer[2] ?? '[]') as [Outcome]
      waiting.get(Number(answer[1]))?.(outcome)
    },
  })
  phone.send(`40${JSON.stringify({ show: SHOW, audience: 'phone', epoch: null, held: 0 })}`)
  await joined
  return {
    phone,
    give: (n, command) =>
      new Promise((resolve) => {
        waiting.set(n, resolve)
        const message = { id: idOf(device, n), device, counter: n, command }
        phone.send(`42${n}${JSON.stringify(['command', message])}`)
      }),
  }
}

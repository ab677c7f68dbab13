/** The phones, on a core of their own. Spoken to by main.ts. */
import { chance } from '../../scripts/seed/chance.ts'
import { answer, sharedNow } from './support/children.ts'
import { rawPhone, type RawPhone } from '../support/raw-phone.ts'

export interface Joining {
  port: number
  /** one phone for each cookie; '' is a phone that is not signed in */
  cookies: readonly string[]
  /** what they say as they connect; null: a bare websocket at `/bare` */
  hello: {
    show: string
    audience: string
    stage?: string
    epoch: string | null
    held: number
  } | null
}
export interface Picking {
  round: string
  tables: readonly string[]
  /** ms over which the picks are spread; 0: all in one moment */
  over: number
  /** a device counts what it sends */
  counter: number
}
export type Crowd = {
  join: { with: Joining; gives: { ms: number } }
  /** bytes that came and went since the connections were made, the handshakes too */
  bytes: { with: null; gives: { received: number; sent: number } }
  /** waits until every phone has read one message more; when the last had it, and how many bytes one has */
  next: { with: { bare: boolean }; gives: { at: number; bytes: number } }
  /** says that it waits, so that nothing is sent too early */
  ready: { with: { bare: boolean }; gives: null }
  picks: { with: Picking; gives: { ms: number[]; refused: number; wall: number } }
  /** every phone sends a list of so many of these, its own and as likely to begin with the first ones */
  wishes: {
    with: { innovations: readonly string[]; many: number; over: number }
    gives: { ms: number[]; refused: number; wall: number }
  }
  leave: { with: null; gives: null }
}

interface Group {
  phones: RawPhone[]
  messages: number[]
  lastBytes: number
  onMessage: (() => void) | null
  listeners: ((text: string) => void)[]
}
const newGroup = (): Group => ({
  phones: [],
  messages: [],
  lastBytes: 0,
  onMessage: null,
  listeners: [],
})
let live = newGroup()
let bare = newGroup()
let waiting: Promise<{ at: number; bytes: number }> | null = null

/** How many connections are being made at a time. */
const AT_ONCE = 50

async function join({ port, cookies, hello }: Joining): Promise<{ ms: number }> {
  const group = hello ? live : bare
  const from = sharedNow()
  let next = 0
  const one = async (): Promise<void> => {
    for (let index = next++; index < cookies.length; index = next++) {
      group.messages[index] = 0
      await connect(group, index, port, cookies[index] ?? '', hello)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { ms: sharedNow() - from }
}

function connect(
  group: Group,
  index: number,
  port: number,
  cookie: string,
  hello: Joining['hello'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onText = (text: string): void => {
      if (hello && text.startsWith('40')) resolve()
      else if (hello && text.startsWith('44')) reject(new Error(text))
      else if (!hello || text.startsWith('42["frame"')) {
        group.messages[index] = (group.messages[index] ?? 0) + 1
        group.lastBytes = Buffer.byteLength(text)
        group.onMessage?.()
      } else group.listeners[index]?.(text)
    }
    const path = hello ? '/socket.io/?EIO=4&transport=websocket' : '/bare'
    rawPhone({ port, path, onText, ...(cookie === '' ? {} : { cookie }) }).then((phone) => {
      group.phones[index] = phone
      if (hello) phone.send(`40${JSON.stringify(hello)}`)
      else resolve()
    }, reject)
  })
}

/** Counts from this moment; resolves when each phone has read one message more. */
function oneMore(group: Group): Promise<{ at: number; bytes: number }> {
  let left = group.phones.length
  const before = [...group.messages]
  const seen = before.map(() => false)
  return new Promise((resolve) => {
    group.onMessage = () => {
      // Which phone it was is found by its count: cheap beside the work of the server.
      left -= 1
      if (left > 0) return
      for (const [index, count] of before.entries())
        seen[index] = (group.messages[index] ?? 0) > count
      if (seen.every(Boolean)) {
        group.onMessage = null
        resolve({ at: sharedNow(), bytes: group.lastBytes })
      } else left = seen.filter((has) => !has).length
    }
  })
}

const picks = ({ round, tables, over, counter }: Picking) =>
  press(over, counter, `pick-${round}`, (index) => ({
    type: 'pick-table',
    round,
    table: tables[(index * 7919) % tables.length],
  }))

/** Popular ones are in most lists, and first in many. */
const wishes = ({ innovations, many, over }: Crowd['wishes']['with']) =>
  press(over, 1, 'wishes-of-all', (index) => {
    const luck = chance(index + 1)
    const drawn = innovations
      .map((id, rank) => ({ id, at: luck.next() ** (1 / (1 + 8 / (rank + 1))) }))
      .sort((a, b) => b.at - a.at)
    return { type: 'set-wishes', innovations: drawn.slice(0, many).map(({ id }) => id) }
  })

/** Every phone gives one command, spread over so many ms; 0: all in one moment. */
async function press(
  over: number,
  counter: number,
  name: string,
  commandOf: (index: number) => object,
) {
  const ms: number[] = []
  let refused = 0
  const { phones } = live
  const from = sharedNow()
  await new Promise<void>((resolve) => {
    phones.forEach((phone, index) => {
      const message = {
        id: `${name}-${index}`,
        device: `device-${index}`,
        counter,
        command: commandOf(index),
      }
      const go = (): void => {
        const sentAt = sharedNow()
        live.listeners[index] = (text) => {
          if (!text.startsWith('431[')) return
          ms.push(sharedNow() - sentAt)
          if (text.includes('"ok":false')) refused += 1
          if (ms.length === phones.length) resolve()
        }
        phone.send(`421${JSON.stringify(['command', message])}`)
      }
      if (over === 0) go()
      else setTimeout(go, (index * over) / phones.length)
    })
  })
  return { ms, refused, wall: sharedNow() - from }
}

answer<Crowd>({
  join,
  async bytes() {
    const count = (of: (phone: RawPhone) => number): number =>
      live.phones.reduce((total, phone) => total + of(phone), 0)
    return { received: count((phone) => phone.received()), sent: count((phone) => phone.sent()) }
  },
  async ready({ bare: isBare }) {
    waiting = oneMore(isBare ? bare : live)
    return null
  },
  async next() {
    if (!waiting) throw new Error('ready comes first')
    return waiting
  },
  picks,
  wishes,
  async leave() {
    for (const phone of [...live.phones, ...bare.phones]) phone.close()
    live = newGroup()
    bare = newGroup()
    return null
  },
})

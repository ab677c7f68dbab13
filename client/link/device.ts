import type { Surroundings } from './surroundings.ts'

const KEY = 'pitch-and-talk:device'
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random and url-safe; 16 characters are 80 bits. */
export const token = (randomBytes: Surroundings['randomBytes']): string =>
  Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')

export interface Stamp {
  device: string
  counter: number
}
interface Device {
  /** the next number of this device's commands; all its pages count together */
  next(): Stamp
}

function read(text: string | null): Stamp | null {
  if (text === null) return null
  const [device = '', count = ''] = text.split(' ')
  const counter = Number(count)
  return /^[0-9a-z]{8,64}$/.test(device) && Number.isSafeInteger(counter) && counter >= 0
    ? { device, counter }
    : null
}

/** Who this device is, and how many commands it has sent. Where nothing can be kept, each page is its own device. */
export function createDevice({
  keep,
  randomBytes,
}: Pick<Surroundings, 'keep' | 'randomBytes'>): Device {
  let own: Stamp | null = null
  return {
    next() {
      // Pages of one device share what is kept; where it was cleared, this page goes on as it was.
      const kept = read(keep.get(KEY)) ?? own ?? { device: token(randomBytes), counter: 0 }
      const counted = own?.device === kept.device ? own.counter : 0
      own = { device: kept.device, counter: Math.max(kept.counter, counted) + 1 }
      keep.set(KEY, `${own.device} ${own.counter}`)
      return own
    },
  }
}

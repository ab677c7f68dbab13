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
  let own = read(keep.get(KEY)) ?? { device: token(randomBytes), counter: 0 }
  return {
    next() {
      const stored = read(keep.get(KEY))
      // Another page may have counted on, or somebody cleared what was kept.
      const counter =
        stored?.device === own.device ? Math.max(stored.counter, own.counter) : own.counter
      own = { device: own.device, counter: counter + 1 }
      keep.set(KEY, `${own.device} ${own.counter}`)
      return own
    },
  }
}

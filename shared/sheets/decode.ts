import { otherThanText, unknownEncoding } from './kind-of-file.ts'
import type { BadFile } from './types.ts'

/** In Node and every browser and free of side effects, but es2024's lib has no name for it. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

export interface Decoded {
  kind: 'text'
  text: string
  /** UTF-8 is what is expected; anything else deserves a word in the report */
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/** Bytes of a file as text: by its byte order mark, as UTF-8, else as Windows-1252. */
export function decode(bytes: Uint8Array): Decoded | BadFile {
  const other = otherThanText(bytes)
  if (other) return other
  const utf16 = utf16Label(bytes)
  if (utf16) return text(new TextDecoder(utf16).decode(bytes), 'UTF-16')
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return text(utf8, 'UTF-8')
  const windows = new TextDecoder('windows-1252').decode(bytes)
  // Five bytes mean nothing in Windows-1252 and come out as C1 controls: it is something else then.
  return /[\u0080-\u009f]/.test(windows) ? unknownEncoding() : text(windows, 'Windows-1252')
}

const text = (decoded: string, encoding: Decoded['encoding']): Decoded => ({
  kind: 'text',
  text: decoded.replace(/^\ufeff/, ''),
  encoding,
})

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  if (head.length < 8) return null
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Without a mark: plain letters leave every other byte zero, and only one of the two sides.
  if (odd * 3 > head.length && even * 10 < odd) return 'utf-16le'
  return even * 3 > head.length && odd * 10 < even ? 'utf-16be' : null
}

import { TextDecoder } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import { WHOLE_EVENT } from '#shared/words/whole-event.ts'
import { MOST_UNPACKED } from './format.ts'

const MB = 1024 * 1024

/** A refusal in words for people. */
export class BadFile extends Error {}

export const inLine = (line: number, words: string): BadFile =>
  new BadFile(WHOLE_EVENT.line(line, words))

/** The file's text as bytes, unpacked when it is packed (gzip, RFC 1952). */
export async function unpacked(bytes: Uint8Array, most = MOST_UNPACKED): Promise<Uint8Array> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isPacked) return bytes
  return new Promise((resolve, reject) => {
    const done = (error: (Error & { code?: string }) | null, text: Uint8Array): void => {
      if (!error) resolve(text)
      else if (error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(new BadFile(WHOLE_EVENT.tooLargeInside(Math.round(most / MB))))
      else reject(new BadFile(WHOLE_EVENT.packed))
    }
    gunzip(bytes, { maxOutputLength: most, finishFlush: constants.Z_FINISH }, done)
  })
}

/** What people take for it, by its first line: a workbook is a ZIP file, a sheet has cells and no braces. */
export function refuseOther(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new BadFile(WHOLE_EVENT.aWorkbook)
  const end = bytes.indexOf(0x0a)
  const first = new TextDecoder().decode(bytes.subarray(0, end < 0 ? bytes.length : end)).trim()
  if (!/^[[{]/.test(first) && /[,;\t]/.test(first)) throw new BadFile(WHOLE_EVENT.aSheet)
}

/** Every line that is not empty, with its number from 1 and what it holds as JSON. */
export function* jsonLines(
  bytes: Uint8Array,
): Generator<{ line: number; text: string; value: unknown }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let line = 1, from = 0; from < bytes.length; line += 1) {
    const at = bytes.indexOf(0x0a, from)
    const end = at < 0 ? bytes.length : at
    const text = decoded(decoder, bytes.subarray(from, end), line)
    from = end + 1
    if (text.trim() !== '') yield { line, text, value: parsed(text, line) }
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, line: number): string {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw inLine(line, WHOLE_EVENT.notText)
    throw error
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) throw inLine(line, WHOLE_EVENT.notJson)
    throw error
  }
}

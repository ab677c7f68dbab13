import { createHash } from 'node:crypto'
import { MOST_PIXELS } from '#shared/show/pictures.ts'
import type { HallPicture } from '#shared/show/state.ts'

/** bytes of a picture: every phone in the hall loads the plan's */
export const MOST_PICTURE_BYTES = 1024 * 1024

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** What these bytes are, whatever anybody calls them: PNG, JPEG or WebP with sides from 1 to MOST_PIXELS; null: none of these. */
export function pictureIn(bytes: Uint8Array): HallPicture | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = png(view) ?? webp(view) ?? jpeg(view)
  if (!found) return null
  const fits = (side: number): boolean => side >= 1 && side <= MOST_PIXELS
  return fits(found.width) && fits(found.height) ? found : null
}

/** https://www.w3.org/TR/png-3/#5DataRep: signature, then IHDR of 13 bytes. */
function png(bytes: Buffer): HallPicture | null {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  if (bytes.length < 33 || !bytes.subarray(0, 16).equals(head)) return null
  return { format: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** https://developers.google.com/speed/webp/docs/riff_container: VP8X, VP8L or VP8 first. */
function webp(bytes: Buffer): HallPicture | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return null
  const size = (width: number, height: number): HallPicture => ({
    format: 'image/webp',
    width,
    height,
  })
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null
      const bits = bytes.readUInt32LE(21)
      return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
    default:
      return null
  }
}

/** ITU-T T.81, B.1: markers up to the first frame header (SOF), which holds the size. */
function jpeg(bytes: Buffer): HallPicture | null {
  if (bytes.length < 12 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return null
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return {
        format: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      }
    // Its picture begins: nothing said how large it is.
    else if (marker === 0xda) return null
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
/** SOF0 to SOF15, but for DHT, JPG and DAC that lie among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

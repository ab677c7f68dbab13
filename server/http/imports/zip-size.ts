/** What a packed file says of itself, without unpacking any of it. */
export interface ZipLook {
  /** bytes of everything in it, unpacked */
  size: number
  names: string[]
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The end record and the longest comment after it. */
const TAIL = 22 + 0xffff

/**
 * Reads the list at the end of a zip (APPNOTE.TXT 4.3.12 and 4.3.16). The library that unpacks goes by
 * the same list and never writes more than it says. null: no list, or one that does not fit.
 */
export function lookIntoZip(bytes: Uint8Array): ZipLook | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= Math.max(0, bytes.length - TAIL) && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || end < bytes.length - TAIL || view.getUint32(end, true) !== END) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const look: ZipLook = { size: 0, names: [] }
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = bytes.subarray(at + 46, at + 46 + nameLength)
    look.size += view.getUint32(at + 24, true)
    look.names.push(Buffer.from(name).toString('utf8'))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return look
}

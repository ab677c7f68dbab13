import type { Plugin } from 'vite'

/** Modules of Socket.IO's client that our links never reach, and what stands for them, by importer. */
const LEFT_OUT: readonly (readonly [importer: string, id: string, code: string])[] = [
  // The third transport: we ask for websocket and polling.
  ['engine.io-client', './webtransport.js', 'export const WT = undefined'],
  // Binary messages: all of ours are JSON.
  [
    'socket.io-parser',
    './is-binary.js',
    'export const isBinary = () => false, hasBinary = isBinary',
  ],
  [
    'socket.io-parser',
    './binary.js',
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }), reconstructPacket = (packet) => packet',
  ],
  [
    'engine.io-parser',
    './contrib/base64-arraybuffer.js',
    'export const decode = () => new ArrayBuffer(0)',
  ],
]

/** Spares phones two kilobytes of Socket.IO's client that they would load for nothing. */
export const plainSockets = (): Plugin => ({
  name: 'plain-sockets',
  enforce: 'pre',
  resolveId(id, importer = '') {
    const found = LEFT_OUT.findIndex(([by, what]) => what === id && importer.includes(`/${by}/`))
    return found < 0 ? null : `\0plain-sockets-${found}`
  },
  load(id) {
    const [, found] = /^\0plain-sockets-(\d)$/.exec(id) ?? []
    return found === undefined ? null : (LEFT_OUT[Number(found)]?.[2] ?? null)
  },
})

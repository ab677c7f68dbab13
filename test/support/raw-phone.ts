import { randomBytes } from 'node:crypto'
import { createConnection, type Socket } from 'node:net'

export interface RawPhone {
  /** bytes that came and went on this connection, the handshake too */
  received(): number
  sent(): number
  send(text: string): void
  close(): void
}

export interface RawPhoneOptions {
  port: number
  /** path and query of the upgrade */
  path: string
  cookie?: string
  /** every text message, as it is read */
  onText(text: string): void
  /** the connection is over; without it that is an error */
  onClose?(): void
}

/**
 * A websocket made of a bare TCP socket, which costs the load process next to nothing, so that the
 * server is what is measured. Client frames are masked with zeros, which RFC 6455 allows.
 */
export function rawPhone({
  port,
  path,
  cookie,
  onText,
  onClose,
}: RawPhoneOptions): Promise<RawPhone> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1', noDelay: true })
    let held: Buffer = Buffer.alloc(0)
    let isOpen = false
    const phone: RawPhone = {
      received: () => socket.bytesRead,
      sent: () => socket.bytesWritten,
      send: (text) => sendText(socket, text),
      close: () => socket.destroy(),
    }
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
        '\r\n',
      ].join('\r\n'),
    )
    socket.on('error', reject)
    socket.on('close', () => {
      reject(new Error('the server closed a connection'))
      onClose?.()
    })
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      if (!isOpen) {
        const end = held.indexOf('\r\n\r\n')
        if (end < 0) return
        const [status = ''] = held.toString('latin1', 0, end).split('\r\n')
        if (!status.includes('101')) return reject(new Error(status))
        held = held.subarray(end + 4)
        isOpen = true
        resolve(phone)
      }
      held = readFrames(held, socket, onText)
    })
  })
}

/** Reads whole frames off the front and gives back what is left. */
function readFrames(bytes: Buffer, socket: Socket, onText: (text: string) => void): Buffer {
  for (;;) {
    if (bytes.length < 2) return bytes
    const opcode = (bytes[0] ?? 0) & 15
    const short = (bytes[1] ?? 0) & 127
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < head) return bytes
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : bytes.readUIntBE(4, 6)
    if (bytes.length < head + length) return bytes
    const body = bytes.subarray(head, head + length)
    bytes = bytes.subarray(head + length)
    if (opcode === 1) {
      const text = body.toString()
      // Engine.IO's heartbeat: a ping is answered with a pong.
      if (text === '2') sendText(socket, '3')
      else onText(text)
    }
  }
}

function sendText(socket: Socket, text: string): void {
  const body = Buffer.from(text)
  const head = Buffer.alloc(body.length < 126 ? 6 : 8)
  head[0] = 0x81
  if (body.length < 126) head[1] = 0x80 | body.length
  else {
    head[1] = 0x80 | 126
    head.writeUInt16BE(body.length, 2)
  }
  socket.write(Buffer.concat([head, body]))
}

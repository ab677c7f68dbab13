/** A packet that is encoded once and written to any number of sockets as it is. */
export interface Encoded {
  /** for long polling, which frames in its own way */
  packet: string
  options: { compress: false; wsPreEncodedFrame: [Buffer] }
  /** what an idle websocket transport takes as it is */
  ready: [{ type: 'message'; data: string; options: Encoded['options'] }]
}

/**
 * Socket.IO 5 event packet in the main namespace, inside an Engine.IO 4 message, inside one unmasked
 * WebSocket text frame (RFC 6455, 5.2). `json` is the event's one argument as JSON text.
 */
export function encoded(event: string, json: string): Encoded {
  const packet = `2["${event}",${json}]`
  const body = Buffer.from(`4${packet}`)
  const { length } = body
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = 0x81
  if (length < 126) head[1] = length
  else if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  // One buffer rather than two: one write a socket.
  const options: Encoded['options'] = {
    compress: false,
    wsPreEncodedFrame: [Buffer.concat([head, body])],
  }
  return { packet, options, ready: [{ type: 'message', data: packet, options }] }
}

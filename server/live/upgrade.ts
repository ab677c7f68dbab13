import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { isOwnOrigin } from './origin.ts'
import { PATH } from './socketio.ts'

/** Takes a websocket handshake that the gate has let through. */
export interface TakesUpgrades {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/**
 * One gate decides by path who takes a websocket: two libraries that both listen would answer for one
 * another. Socket.IO's own listener takes its path and, told so, leaves others alone.
 */
export function gate(
  server: HttpServer,
  { publicUrl, control }: { publicUrl: string | null; control: TakesUpgrades },
): void {
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0]
    if (path === PATH || path === `${PATH}/`) return
    // A line may break while it waits to be let in: without a listener that would end the process.
    socket.on('error', () => socket.destroy())
    if (path !== '/ws') refuse(socket, '404 Not Found')
    else if (!isOwnOrigin(request, publicUrl)) refuse(socket, '403 Forbidden')
    else control.upgrade(request, socket, head)
  })
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from './support/children.ts'

export type Plain = {
  /** sends these bytes (base64, gzip) to whoever asks for anything; gives its address */
  serve: { with: { gzip: string }; gives: { url: string } }
}

/** The reference: Node's own server with the bytes in its hand, and nothing to find out before. */
answer<Plain>({
  serve: ({ gzip }) =>
    new Promise((resolve) => {
      const bytes = Buffer.from(gzip, 'base64')
      const server = createServer((_, reply) => {
        reply
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'content-encoding': 'gzip',
            'content-length': bytes.length,
          })
          .end(bytes)
      })
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        resolve({ url: `http://127.0.0.1:${port}` })
      })
    }),
})

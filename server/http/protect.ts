import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { plainHost } from './origin.ts'

/** Headers that let a page load and run our own files only. `secure`: everything is under TLS. */
export async function protect(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        // Older Safari does not count sockets of the same host as 'self'.
        connectSrc: ["'self'", (request) => sockets(request)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // Phones reach a laptop over plain http: upgrading would break every script.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    crossOriginEmbedderPolicy: false,
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
  })
}

function sockets({ headers }: IncomingMessage): string {
  const host = plainHost(headers.host)
  return host === null ? "'self'" : `ws://${host} wss://${host}`
}

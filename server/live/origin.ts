import type { IncomingMessage } from 'node:http'

/**
 * Pages of other sites must not open sockets with the visitor's cookie. Browsers name the page's origin
 * with every WebSocket and every request across origins; what names none is no browser, or our own page.
 */
export function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const asked = new URL(origin)
  if (publicUrl !== null && asked.origin === new URL(publicUrl).origin) return true
  const own = `${asked.protocol}//${host}`
  return host !== undefined && URL.canParse(own) && new URL(own).host === asked.host
}

/**
 * Did this request come from one of our own pages? Browsers name the page's origin with every form
 * and every fetch that changes something; what names none is believed by its Referer, or not at all.
 */
export function isOurs(
  headers: { origin?: string | undefined; referer?: string | undefined; host?: string | undefined },
  publicUrl: string | null,
): boolean {
  const from = originOf(headers.origin ?? headers.referer)
  if (from === null) return false
  if (publicUrl !== null && from.origin === new URL(publicUrl).origin) return true
  // By host alone: behind a proxy that ends TLS we do not know which scheme was asked.
  return headers.host !== undefined && from.host === headers.host.toLowerCase()
}

function originOf(text: string | undefined): URL | null {
  if (text === undefined || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

/** A `Host` header that may stand in a policy or an address; null: it may not. */
export const plainHost = (host: string | undefined): string | null =>
  host !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host) ? host : null

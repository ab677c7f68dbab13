/**
 * Where a form asks to be sent back to, if that is a page of this show or its console; else `otherwise`.
 * Anything else would let a link elsewhere use us to send people away.
 */
export function backTo(asked: string, show: string, otherwise: string): string {
  const base = 'http://here.invalid'
  if (!asked.startsWith('/') || !URL.canParse(asked, base)) return otherwise
  const url = new URL(asked, base)
  const own = [`/s/${show}`, `/console/${show}`].some(
    (root) => url.pathname === root || url.pathname.startsWith(`${root}/`),
  )
  return url.origin === base && own ? url.pathname + url.search : otherwise
}

/** The same for the console's sign-in, which belongs to no show. */
export function consolePath(asked: string): string {
  const base = 'http://here.invalid'
  if (!asked.startsWith('/') || !URL.canParse(asked, base)) return '/console'
  const { origin, pathname, search } = new URL(asked, base)
  const fits =
    /^\/console(\/|$)/.test(pathname) || /^\/s\/[a-z0-9-]+\/(badges|stage)/.test(pathname)
  return origin === base && fits ? pathname + search : '/console'
}

import { createHash, randomBytes } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import { DAY, HOUR, type Ms } from '#shared/time/instant.ts'
import type { Grant, Session, Store } from '../store/port.ts'
import type { Granted } from './types.ts'

const COOKIE = 'pitch-and-talk'
/** An event's weeks before and after; used again, it runs anew. */
const LIFE: Ms = 60 * DAY
const TOUCH_EVERY: Ms = HOUR

export interface Sessions {
  find(cookieHeader: string | undefined): Promise<Session | null>
  /** '' without a cookie; also names visitors who have no session */
  keyOf(cookieHeader: string | undefined): string
  grant(cookieHeader: string | undefined, grant: Grant): Promise<Granted>
  /** the cookie of a visitor without a session; null when there is one already */
  visitor(cookieHeader: string | undefined): string | null
  end(cookieHeader: string | undefined): Promise<string>
}

export interface SessionDeps {
  store: Store
  now: () => number
  /** the pages are served by TLS only */
  secure: boolean
}

/** Sessions are random, in the browser as a cookie and here as its hash. */
export function createSessions({ store, now, secure }: SessionDeps): Sessions {
  const cookie = (token: string, maxAge: Ms): string =>
    stringifySetCookie({
      name: COOKIE,
      value: token,
      path: '/',
      httpOnly: true,
      // Lax: a badge link opened from a mail must find its session after the redirect.
      sameSite: 'lax',
      secure,
      maxAge: maxAge / 1000,
    })
  const keyOf = (header: string | undefined): string => {
    const token = header === undefined ? undefined : parseCookie(header)[COOKIE]
    return token === undefined || token === '' ? '' : hashOf(token)
  }
  const find = async (header: string | undefined): Promise<Session | null> => {
    const key = keyOf(header)
    const session = key === '' ? null : await store.session(key, now())
    // A disk that is full keeps nobody out: the session is then a little shorter.
    if (session && now() - session.seenAt > TOUCH_EVERY)
      await store.touchSession(key, now(), now() + LIFE)
    return session
  }
  return {
    find,
    keyOf,
    async grant(header, grant) {
      const before = await find(header)
      const token = newToken()
      const grants = [...(before?.grants ?? []).filter((one) => !sameKind(one, grant)), grant]
      const at = now()
      const saved = await store.putSession({
        hash: hashOf(token),
        grants,
        createdAt: at,
        seenAt: at,
        expiresAt: at + LIFE,
      })
      if (!saved.ok) return saved
      // More rights come with a new token, so that an older one that leaked has none of them.
      if (before) await store.deleteSession(before.hash)
      return { ok: true, cookie: cookie(token, LIFE) }
    },
    visitor: (header) => (keyOf(header) === '' ? cookie(newToken(), HOUR) : null),
    async end(header) {
      const key = keyOf(header)
      if (key !== '') await store.deleteSession(key)
      return cookie('', 0)
    },
  }
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
export const newToken = (): string => randomBytes(24).toString('base64url')

/** A browser is one person at a show; signing in as another takes the place of the first. */
const sameKind = (a: Grant, b: Grant): boolean =>
  a.role === b.role && (a.role === 'organiser' || (b.role !== 'organiser' && a.show === b.show))

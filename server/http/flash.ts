import { randomBytes } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import { MINUTE } from '#shared/time/instant.ts'
import type { Said } from '#shared/wire/render.ts'

const COOKIE = 'pitch-and-talk-said'
const LIFE = MINUTE
/** Beyond this many at once the oldest are dropped: their pages just say nothing. */
const MOST = 5_000
const MOST_FIELDS = 20
const MOST_TEXT = 200

/** Carries what became of a form to the page that its sender is sent back to. Each is told once. */
export interface Flash {
  /** the Set-Cookie header that goes with the 303 */
  put(said: Said): string
  /** what is to be said to this browser, and the header that takes its cookie away */
  take(cookieHeader: string | undefined): { said: Said; cookie: string } | null
}

export function createFlash({ now, secure }: { now: () => number; secure: boolean }): Flash {
  const kept = new Map<string, { said: Said; until: number }>()
  const cookie = (value: string, seconds: number): string =>
    stringifySetCookie({
      name: COOKIE,
      value,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: seconds,
    })
  const tidy = (): void => {
    for (const [key, { until }] of kept) {
      if (until > now() && kept.size < MOST) break
      kept.delete(key)
    }
  }
  return {
    put(said) {
      tidy()
      const key = randomBytes(16).toString('base64url')
      kept.set(key, { said: shortened(said), until: now() + LIFE })
      return cookie(key, LIFE / 1000)
    },
    take(header) {
      const key = header === undefined ? undefined : parseCookie(header)[COOKIE]
      const found = key === undefined ? undefined : kept.get(key)
      if (key === undefined || !found) return null
      kept.delete(key)
      return found.until > now() ? { said: found.said, cookie: cookie('', 0) } : null
    },
  }
}

function shortened(said: Said): Said {
  const fields = Object.entries(said.fields).slice(0, MOST_FIELDS)
  return {
    ...said,
    fields: Object.fromEntries(fields.map(([key, value]) => [key, value.slice(0, MOST_TEXT)])),
  }
}

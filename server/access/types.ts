import type { ReadShow } from '#shared/show/state.ts'
import type { Actor, PersonId, ShowId } from '#shared/show/words.ts'
import type { Audience } from '#shared/wire/live.ts'

/** What a pass says. Nothing of it is stored: it is signed, and worth something while the generation matches. */
export type PassClaim =
  | { role: 'person'; show: ShowId; person: PersonId; generation: number }
  | { role: 'screen'; show: ShowId; generation: number }

/** Signs and reads passes and codes with the server's key. */
export interface Passes {
  /** url-safe text for `/b/<pass>` */
  pass(claim: PassClaim): string
  /** null: not signed by this server. Says nothing of the generation. */
  read(pass: string): PassClaim | null
  /** 6 characters without look-alikes, typed with the surname */
  code(show: ShowId, person: PersonId, generation: number): string
}

/** An open session: who the holder of a cookie is, to each show and audience. */
export interface Signed {
  /** the session's hash: names it in rate limits */
  key: string
  /** Who acts when this session looks at `show` through `audience`; null: nobody (a phone may still read). */
  actor(show: ReadShow, audience: Audience): Actor | null
  /** may this session see what the audience sees? */
  sees(show: ReadShow, audience: Audience): boolean
  /** signed in as the organiser of this server */
  organiser: boolean
}

export interface Access {
  passes: Passes
  /** Reads the cookie header of a request or handshake; an unknown or expired one is like none. */
  signed(cookieHeader: string | undefined): Promise<Signed>
}

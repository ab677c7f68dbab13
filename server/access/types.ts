import type { ReadShow } from '#shared/show/state.ts'
import type { Actor, PersonId, ShowId } from '#shared/show/words.ts'
import type { Audience } from '#shared/wire/live.ts'
import type { People } from '#shared/views/common.ts'
import type { Grant, NotSaved, Saved } from '../store/port.ts'

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
  /** 6 such characters by which others ask to sit with this person: nobody signs in with them */
  company(show: ShowId, person: PersonId, generation: number): string
}

/** An open session: who the holder of a cookie is, to each show and audience. */
export interface Signed {
  /** the session's hash: names it in rate limits; '' when there is no session */
  key: string
  /** Who acts when this session looks at `show` through `audience`; null: nobody (a phone may still read). */
  actor(show: ReadShow, audience: Audience): Actor | null
  /** may this session see what the audience sees? */
  sees(show: ReadShow, audience: Audience): boolean
  /** signed in as the organiser of this server */
  organiser: boolean
  /** signed in as somebody who is not, or no longer, at this show */
  gone(show: ReadShow): boolean
}

/** A session has more grants now: send `cookie` as the answer's Set-Cookie header. */
export type Granted = { ok: true; cookie: string } | NotSaved

export type ByCode =
  | { ok: true; person: PersonId }
  | { ok: false; code: 'wrong-code' }
  /** ms until the next try */
  | { ok: false; code: 'too-many'; retryAfter: number }

export type ByPassphrase =
  | { ok: true }
  | { ok: false; code: 'wrong-passphrase' | 'no-passphrase' }
  | { ok: false; code: 'too-many'; retryAfter: number }

/** Passes and sessions: who may be whom. */
export interface Access {
  passes: Passes
  /** Reads the cookie header of a request or handshake; an unknown or expired one is like none. */
  signed(cookieHeader: string | undefined): Promise<Signed>
  /** The same for a pass sent as a token, by show control. */
  signedByPass(pass: string): Signed
  /** Adds to the session of this cookie, or begins one. */
  grant(cookieHeader: string | undefined, grant: Grant): Promise<Granted>
  /** The grant that a pass is worth at this moment; null when its generation is over or its show or person is gone. */
  worth(claim: PassClaim, show: ReadShow): Grant | null
  organiserGrant(): Promise<Grant>
  /** A cookie for a visitor who is about to guess: names them in rate limits. Null when they have one. */
  visitor(cookieHeader: string | undefined): string | null
  /** Ends the session; the header that takes the cookie away. */
  signOut(cookieHeader: string | undefined): Promise<string>
  /** Looks for the person of this code and surname. Counts tries by surname and by session. */
  byCode(
    show: ReadShow,
    people: People,
    code: string,
    surname: string,
    cookieHeader: string | undefined,
  ): ByCode
  passphrase: {
    isSet(): Promise<boolean>
    /**
     * A change ends every organiser's session, the one that asks too: give it `organiserGrant` again.
     * The first choice ends none.
     */
    set(passphrase: string): Promise<Saved>
    check(passphrase: string, cookieHeader: string | undefined): Promise<ByPassphrase>
  }
  claim: {
    /** a new one-time token that makes its taker the organiser; ends the one before */
    make(): Promise<{ ok: true; token: string } | NotSaved>
    /** is this the present token? Takes nothing. */
    present(token: string): Promise<boolean>
    /** true for the first taker only */
    take(token: string): Promise<boolean>
  }
}

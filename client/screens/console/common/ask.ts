import { ASK_WORDS } from '#shared/words/console-data.ts'

/** `no-answer`: nobody knows whether the server did it. */
export interface AskRefused {
  ok: false
  code: string
  /** for people */
  message: string
  field?: string
}
export type Asked<Body> = { ok: true; body: Body } | AskRefused

/** A request; its headers as a plain record. */
export interface Ask extends Omit<RequestInit, 'headers'> {
  headers?: Readonly<Record<string, string>>
}

/** Asks the server over HTTP. Resolves with what it said, in words for people; never rejects. */
export async function ask<Body>(url: string, init: Ask = {}): Promise<Asked<Body>> {
  try {
    const answer = await fetch(url, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    })
    const body: unknown = answer.status === 204 ? null : await answer.json()
    if (answer.ok && !isRefusal(body)) return { ok: true, body: body as Body }
    const { code, message, field } = (body ?? {}) as Partial<AskRefused>
    return {
      ok: false,
      code: code ?? String(answer.status),
      message: message ?? ASK_WORDS.strange,
      ...(field === undefined ? {} : { field }),
    }
  } catch (error) {
    // No line (TypeError), or something between us and the server answered with a page (SyntaxError).
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
    return { ok: false, code: 'no-answer', message: ASK_WORDS.noAnswer }
  }
}

const isRefusal = (body: unknown): boolean =>
  body !== null && typeof body === 'object' && (body as { ok?: unknown }).ok === false

export const postJson = <Body>(url: string, body: unknown): Promise<Asked<Body>> =>
  ask<Body>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

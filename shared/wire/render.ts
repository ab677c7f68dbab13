import type { Outcome, PageState } from './live.ts'

/** The views of a phone's page, `/s/<event>/me?view=<view>`; now is the page's own address. */
export const PHONE_VIEWS = ['now', 'day', 'tables', 'pitches', 'choose', 'order', 'here'] as const

/** The pages that React draws, on the server first and on the phone from then on. */
export type RenderedAudience = 'phone' | 'host'

/**
 * What became of the form that led here (303), once: the page says it at the top. `type` is the
 * command's, or `sign-in`; `fields` is what the form held, so that words can name the table and the
 * sign-in form can be filled again.
 */
export interface Said {
  type: string
  outcome: Outcome | { ok: false; code: string; message: string; field?: string }
  fields: Readonly<Record<string, string>>
}

/** What the page holds in `<script type="application/json" id="state">`: all that it was drawn from. */
export type PageData<Which extends RenderedAudience = RenderedAudience> = PageState<Which> & {
  said: Said | null
  /** somebody is signed in who is not, or no longer, at this show */
  gone: boolean
}

/** Addresses of what the entry loads, from the build's manifest. */
export interface PageAssets {
  script: string
  /** modules that the script imports, worth fetching at once */
  preload: readonly string[]
  styles: readonly string[]
}

export interface PageToRender {
  data: PageData
  /** path and query as asked for: which view, which round, what to find */
  url: string
  assets: PageAssets
}

/** The server's only door to the client's code: what `dist/server/entry-server.js` exports. */
export interface Renderer {
  /** A whole HTML document. Two calls with the same page give the same text. */
  renderPage: (page: PageToRender) => string
}

/** The form field names that a page without scripting sends to `/s/<event>/commands` beside the command's own. */
export const FORM_FIELDS = {
  /** `phone` or `host`: the page that sends */
  as: 'as',
  /** path and query of this show to go back to (303) */
  back: 'back',
} as const

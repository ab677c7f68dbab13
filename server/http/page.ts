import { PUBLIC_WORDS as words } from '#shared/words/public.ts'
import type { PageAssets } from '#shared/wire/render.ts'
import { html, type Html, raw } from './html.ts'

export interface PageParts {
  title: string
  assets: PageAssets
  /** what stands at the top of the page; null: the page brings its own */
  masthead: Html | string | null
  main: Html
  wide?: boolean
  bodyClass?: string
  /** what machines read: meta data, links, structured data */
  meta?: Html
}

/** The head of every page that is not drawn by the client's code. */
const head = (title: string, { script, preload, styles }: PageAssets, meta: Html | null): Html =>
  html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width,initial-scale=1"
    /><meta name="color-scheme" content="light dark" /><title>${title}</title
    >${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}${preload.map((href) => html`<link rel="modulepreload" href="${href}" />`)}${script === '' ? null : html`<script type="module" src="${script}"></script>`}${meta}`

/** A whole document: one leaf with the masthead of a printed programme. */
export function document({
  title,
  assets,
  masthead,
  main,
  wide = false,
  bodyClass,
  meta,
}: PageParts): string {
  const body = html`<a class="skip" href="#main">${words.skip}</a>${
      masthead === null
        ? null
        : html`<header class="masthead${wide ? ' masthead--wide' : ''}">
            <p class="masthead__title">${masthead}</p>
          </header>`
    }
    <main id="main" class="page${wide ? ' page--wide' : ''}" tabindex="-1">${main}</main>`
  return shell(title, assets, body, bodyClass, meta)
}

/** A document whose body is as given: screens that draw themselves. */
export const shell = (
  title: string,
  assets: PageAssets,
  body: Html,
  bodyClass?: string,
  meta: Html | null = null,
): string =>
  html`${raw('<!doctype html>')}<html lang="en-GB"><head>${head(title, assets, meta)}</head><body${
    bodyClass === undefined ? null : html` class="${bodyClass}"`
  }>${body}</body></html>`.text

/** One thing said on a page of its own, and where to go from there. */
export const sentence = (
  assets: PageAssets,
  { title, how, links = [] }: { title: string; how: string; links?: readonly Link[] },
): string =>
  document({
    title,
    assets,
    masthead: words.product,
    main: html`<div class="gate">
      <h1>${title}</h1>
      <p class="lead">${how}</p>
      ${
        links.length > 0 &&
        html`<p class="row">
          ${links.map(({ href, text }) => html`<a class="button" href="${href}">${text}</a>`)}
        </p>`
      }
    </div>`,
  })

export interface Link {
  href: string
  text: string
}

import { renderToString } from 'react-dom/server'
import type { PageToRender, Renderer } from '#shared/wire/render.ts'
import { Host } from './screens/host/host.tsx'
import { Frame } from './screens/phone/frame.tsx'
import { PhoneContext } from './screens/phone/phone-context.ts'
import { PhoneScreen } from './screens/phone/phone-screen.tsx'
import { pageTitle, staticPhone } from './screens/phone/static-phone.ts'

/** Draws a phone's or a presenter's page; the server's only door to the client's code. */
export const renderPage: Renderer['renderPage'] = (page: PageToRender): string => {
  const phone = staticPhone(page)
  const { assets, data } = page
  const body = renderToString(
    <PhoneContext value={phone}>
      <Frame>{data.audience === 'host' ? <Host /> : <PhoneScreen />}</Frame>
    </PhoneContext>,
  )
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(pageTitle(phone))}</title>`,
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`),
    ...(assets.script === ''
      ? []
      : [
          ...assets.preload.map((href) => `<link rel="modulepreload" href="${escaped(href)}">`),
          `<script type="module" src="${escaped(assets.script)}"></script>`,
        ]),
  ]
  // `<` never stands in the JSON, so that no title can end the script it is in.
  const state = JSON.stringify(data).replaceAll('<', '\\u003c')
  return [
    `<!doctype html><html lang="${data.locale}"><head>${head.join('')}</head>`,
    `<body class="phone"><div id="root">${body}</div>`,
    `<script type="application/json" id="state">${state}</script></body></html>`,
  ].join('')
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

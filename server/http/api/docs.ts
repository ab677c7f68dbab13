import { PERMISSIONS } from '#shared/show/permissions.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { openCommands } from '../describe.ts'
import { html, type Html } from '../html.ts'
import { type Example, examplesFor } from './examples.ts'
import { document } from '../page.ts'
import { type Route, sendJson, sendPage } from '../site.ts'

const words = PUBLIC_WORDS.api

/** The description, made by @fastify/swagger from the routes and their schemas. */
export const openApi: Route = {
  id: 'open-api',
  method: 'GET',
  url: '/api/docs/json',
  who: 'anyone',
  answers: 'json',
  handle: (_, visit) => sendJson(visit, visit.request.server.swagger()),
}

export const docs: Route = {
  id: 'docs',
  method: 'GET',
  url: '/api/docs',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle(site, visit) {
    const { paths = {} } = visit.request.server.swagger()
    const addresses = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries((methods ?? {}) as Record<string, { summary?: string }>).map(
        ([method, { summary = '' }]) =>
          html`<tr>
            <th scope="row">${method.toUpperCase()} ${path}</th>
            <td>${summary}</td>
          </tr>`,
      ),
    )
    const commands = Object.entries(openCommands).map(([type, schema]) => {
      const fields = Object.keys(schema.properties).filter((name) => name !== 'type')
      const who = PERMISSIONS[type as keyof typeof PERMISSIONS].join(', ')
      return html`<tr>
        <th scope="row">${type}</th>
        <td data-label="${words.commandHeads[1]}">${fields.join(', ')}</td>
        <td data-label="${words.commandHeads[2]}">${who}</td>
      </tr>`
    })
    const main = html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <p><a class="tap" href="/api/docs/json">${words.json}</a></p>
      <section class="section">
        <h2>${words.addresses}</h2>
        ${table(words.addresses, words.addressHeads, addresses)}
      </section>
      <section class="section">
        <h2>${words.commands}</h2>
        <p>${words.commandsLead}</p>
        ${table(words.commands, words.commandHeads, commands)}
      </section>
      <section class="section" id="examples">
        <h2>${words.examples}</h2>
        <p>${words.examplesLead}</p>
        ${examplesFor(site.originFor(visit.request.headers.host)).map(example)}
      </section>`
    const assets = site.client.assets('public')
    const masthead = html`<a href="/">${PUBLIC_WORDS.product}</a>`
    return sendPage(visit, document({ title: words.title, assets, masthead, main, wide: true }), {
      keep: true,
    })
  },
}

const example = ({ title, about, lines }: Example): Html =>
  html`<section class="section">
    <h3>${title}</h3>
    <p>${about}</p>
    <pre
      class="scroll"
      tabindex="0"
      role="region"
      aria-label="${title}"
    ><code>${lines.join('\n')}</code></pre>
  </section>`

const table = (label: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table class="table table--stack">
      <thead>
        <tr>
          ${heads.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`

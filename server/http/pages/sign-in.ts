import type { FastifyReply } from 'fastify'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { length } from '#shared/time/spoken.ts'
import { consolePath } from '../back.ts'
import { answerProblem, statusOf } from '../errors.ts'
import { html, type Html } from '../html.ts'
import { document } from '../page.ts'
import { type Route, seeOther, sendPage, type Site, textOf, type Visit } from '../site.ts'

const words = PUBLIC_WORDS.signIn

interface Wrong {
  title: string
  how: string
}

/** The page that asks who is there, in place of one that is only for those who run the event. */
export async function askToSignIn(
  site: Site,
  visit: Visit,
  to: string = visit.request.url,
): Promise<FastifyReply> {
  return signInPage(site, visit, { to, wrong: null, status: statusOf('signed-out') })
}

async function signInPage(
  site: Site,
  visit: Visit,
  { to, wrong, status }: { to: string; wrong: Wrong | null; status: number },
): Promise<FastifyReply> {
  const back = consolePath(to)
  const visitor = site.access.visitor(visit.cookie)
  if (visitor !== null) visit.reply.header('set-cookie', visitor)
  const flash = site.flash.take(visit.cookie)
  if (flash) visit.reply.header('set-cookie', flash.cookie)
  const said = flash && !flash.said.outcome.ok ? flash.said.outcome.message : null
  const isSet = await site.access.passphrase.isSet()
  const main = html`<div class="gate">
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${errors(wrong)}${
      isSet
        ? passphraseForm(back, wrong)
        : html`<div class="notice notice--info">
            <p class="notice__title">${words.none}</p>
            <p>${words.noneHow}</p>
          </div>`
    }${badgeForm(back, said)}
  </div>`
  const assets = site.client.assets('public')
  const masthead = html`<a href="/">${PUBLIC_WORDS.product}</a>`
  return sendPage(visit, document({ title: words.title, assets, masthead, main }), { status })
}

const errors = (wrong: Wrong | null): Html | null =>
  wrong &&
  html`<div class="errors" role="alert" tabindex="-1">
    <h2>${wrong.title}</h2>
    <p>${wrong.how}</p>
    <p><a href="#passphrase">${words.change}</a></p>
  </div>`

const passphraseForm = (to: string, wrong: Wrong | null): Html =>
  html`<form method="post" action="/sign-in">
    <input type="hidden" name="to" value="${to}" />
    <p class="field">
      <label for="passphrase">${words.passphrase}</label>${
        wrong && html`<span class="field__error" id="wrong">${wrong.title}</span>`
      }<input
        id="passphrase"
        name="passphrase"
        type="password"
        required
        autocomplete="current-password"
        ${wrong && html` aria-invalid="true" aria-describedby="wrong"`}
      />
    </p>
    <button class="button button--primary button--wide">${words.go}</button>
  </form>`

/** Those who work at one event have a badge; its code is checked against that event's people. */
function badgeForm(to: string, said: string | null): Html | null {
  const show = /^\/(?:console|s)\/([a-z0-9-]+)/.exec(to)?.[1]
  if (show === undefined) return null
  return html`<section class="section">
    <h2>${words.badge}</h2>
    <p>${words.badgeLead}</p>
    ${said !== null && html`<div class="errors" role="alert" tabindex="-1"><p>${said}</p></div>`}
    <form class="stack" method="post" action="/s/${show}/sign-in">
      <input type="hidden" name="as" value="console" /><input
        type="hidden"
        name="back"
        value="${to}"
      />
      <p class="field field--code">
        <label for="code">${words.code}</label
        ><span class="field__hint" id="code-hint">${words.codeHint}</span
        ><input
          id="code"
          name="code"
          required
          aria-describedby="code-hint"
          autocomplete="off"
          autocapitalize="characters"
        />
      </p>
      <p class="field">
        <label for="surname">${words.surname}</label
        ><input id="surname" name="surname" required autocomplete="family-name" />
      </p>
      <button class="button button--wide">${words.badgeGo}</button>
    </form>
  </section>`
}

export const signIn: Route = {
  id: 'sign-in',
  method: 'GET',
  url: '/sign-in',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: (site, visit) =>
    signInPage(site, visit, { to: textOf(visit.request.query, 'to'), wrong: null, status: 200 }),
}

export const signInByPassphrase: Route = {
  id: 'sign-in-by-passphrase',
  method: 'POST',
  url: '/sign-in',
  who: 'anyone',
  answers: 'page',
  async handle(site, visit) {
    const { access } = site
    const { request, reply, cookie } = visit
    const to = consolePath(textOf(request.body, 'to'))
    const checked = await access.passphrase.check(textOf(request.body, 'passphrase'), cookie)
    if (!checked.ok) {
      if (checked.code === 'too-many')
        reply.header('retry-after', Math.ceil(checked.retryAfter / 1000))
      const wrong =
        checked.code === 'too-many'
          ? {
              title: words.tooMany,
              how: words.wait(length(checked.retryAfter)),
            }
          : checked.code === 'no-passphrase'
            ? { title: words.none, how: words.noneHow }
            : { title: words.wrong, how: words.wrongHow }
      return signInPage(site, visit, { to, wrong, status: statusOf(checked.code) })
    }
    const granted = await access.grant(cookie, await access.organiserGrant())
    if (!granted.ok)
      return answerProblem(site, visit, {
        code: 'not-saved',
        message: PUBLIC_WORDS.claim.notSaved,
      })
    reply.header('set-cookie', granted.cookie)
    return seeOther(visit, to)
  },
}

export const signOut: Route = {
  id: 'sign-out',
  method: 'POST',
  url: '/sign-out',
  who: 'anyone',
  answers: 'page',
  async handle(site, visit) {
    visit.reply.header('set-cookie', await site.access.signOut(visit.cookie))
    await site.live.recheck?.()
    return seeOther(visit, '/')
  },
}

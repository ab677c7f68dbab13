import { createHash } from 'node:crypto'
import { XMLBuilder } from 'fast-xml-parser'
import type { ChangeEntry, PublicChange, PublicHistory } from '#shared/views/public-changes.ts'
import type { PublicView } from '#shared/views/public.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html } from '../../html.ts'
import { sayChange } from './change-words.ts'
import { addressOf } from './marks.ts'

const words = PUBLIC_PAGE.changes
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })

/** The changes of a published programme as a feed: RFC 4287. */
export function atomFeed(view: PublicView, history: PublicHistory, origin: string): string {
  const name = (n: number): string => uuid(`${view.id} ${history.begunAt()} ${n}`)
  const self = origin + addressOf.changes(view.id)
  const page = origin + addressOf.event(view.id)
  const entries = history.entries()
  const at = (instant: Instant): string => isoWithOffset(instant, 'UTC').replace('+00:00', 'Z')
  const feed = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xml:lang': 'en-GB',
    id: `urn:uuid:${name(0)}`,
    title: plain(words.feed(view.title)),
    updated: at(entries[0]?.at ?? history.begunAt()),
    author: { name: plain(view.title) },
    link: [
      { '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
      { '@rel': 'alternate', '@type': 'text/html', '@href': page },
    ],
    entry: entries.map((entry) => ({
      id: `urn:uuid:${name(entry.n)}`,
      title: plain(titleOf(entry, view)),
      updated: at(entry.at),
      link: { '@rel': 'alternate', '@type': 'text/html', '@href': origin + pathOf(entry, view) },
      content: { '@type': 'html', '#text': plain(contentOf(entry, view)) },
    })),
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ feed })}`
}

function titleOf({ changes }: ChangeEntry, view: PublicView): string {
  const [only] = changes
  return changes.length === 1 && only ? sayChange(only, view) : words.many(changes.length)
}

/** An import can change hundreds of things in one go. */
const MOST_LISTED = 40

function contentOf({ changes }: ChangeEntry, view: PublicView): string {
  const said = changes.slice(0, MOST_LISTED).map((change) => sayChange(change, view))
  const rest = changes.length - said.length
  if (rest > 0) said.push(words.andMore(rest))
  return said.length === 1
    ? html`<p>${said}</p>`.text
    : html`<ul>
        ${said.map((line) => html`<li>${line}</li>`)}
      </ul>`.text
}

function pathOf({ changes }: ChangeEntry, view: PublicView): string {
  const things = new Map(changes.flatMap((change) => ('id' in change ? [[change.id, change]] : [])))
  const [only] = things.values()
  return things.size === 1 && only ? pageOf(only, view) : addressOf.event(view.id)
}
const pageOf = (change: Extract<PublicChange, { id: string }>, view: PublicView): string =>
  addressOf[change.thing](view.id, change.id)

/** XML 1.0 has no way at all to write these. */
const plain = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** The same name gives the same id on any computer, whatever address it answers at: RFC 9562, version 5. */
function uuid(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}
/** ours, drawn once at random */
const NAMESPACE = Buffer.from('5d0f3a5e2c8b4c6f9a417be0d4c1f683', 'hex')

import { createHash } from 'node:crypto'
import { XMLBuilder } from 'fast-xml-parser'
import type { ChangeEntry, PublicHistory } from '#shared/views/public-changes.ts'
import type { ThingChange } from '#shared/views/public-differences.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant } from '#shared/time/instant.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html } from '../../html.ts'
import { type Context, sayChange } from './change-words.ts'
import { addressOf } from './marks.ts'

const words = PUBLIC_PAGE.changes
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })

/** The changes of a published programme as a feed: RFC 4287. */
export function atomFeed(
  context: Context,
  history: Pick<PublicHistory, 'begunAt'>,
  entries: readonly ChangeEntry[],
  origin: string,
): string {
  const { view } = context
  const name = (n: number): string => uuid(`${view.id} ${history.begunAt()} ${n}`)
  const self = origin + addressOf.changes(view.id)
  const page = origin + addressOf.event(view.id)
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
      title: plain(titleOf(entry, context)),
      updated: at(entry.at),
      link: { '@rel': 'alternate', '@type': 'text/html', '@href': origin + pathOf(entry, view.id) },
      content: { '@type': 'html', '#text': plain(contentOf(entry, context)) },
    })),
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ feed })}`
}

/** What was done comes first, then what only slid with it, each in the order of the programme. */
function said({ changes }: ChangeEntry, context: Context, most: number): string[] {
  const [slid, done] = [true, false].map((moved) =>
    changes.filter(({ what }) => (what === 'moved') === moved),
  )
  const lines = [...(done ?? []), ...(slid ?? [])]
    .slice(0, most)
    .map((change) => sayChange(change, context))
  const rest = changes.length - lines.length
  return rest > 0 ? [...lines, words.andMore(rest)] : lines
}

/** More than that cannot be taken in at a glance. */
const MOST_IN_TITLE = 2
const titleOf = (entry: ChangeEntry, context: Context): string =>
  said(entry, context, MOST_IN_TITLE).join('; ')

/** An import can change hundreds of things in one go. */
const MOST_LISTED = 40

function contentOf(entry: ChangeEntry, context: Context): string {
  const lines = said(entry, context, MOST_LISTED)
  return lines.length === 1
    ? html`<p>${lines}</p>`.text
    : html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`.text
}

function pathOf({ changes }: ChangeEntry, show: string): string {
  const things = new Map(changes.flatMap((change) => ('id' in change ? [[change.id, change]] : [])))
  const [only] = things.values()
  return things.size === 1 && only ? pageOf(only, show) : addressOf.event(show)
}
const pageOf = ({ thing, id }: ThingChange, show: string): string => addressOf[thing](show, id)

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

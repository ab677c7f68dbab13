import { setImmediate as turn } from 'node:timers/promises'
import type { ReadShow } from '#shared/show/state.ts'
import type { Store } from '../../store/port.ts'
import {
  FORMAT,
  type Head,
  type Person,
  type PictureLine,
  type Step,
  type Text,
  VERSION,
} from './format.ts'

/**
 * Everything the server keeps of a show as it is now, line by line: see format.ts. Devices and ids of commands stay
 * behind: they mean nothing elsewhere.
 */
export function wholeEvent(store: Kept, show: ReadShow, savedAt: number): AsyncGenerator<string> {
  // The show goes on while this is sent: what is saved is this moment.
  const { id, title, version } = show
  const people = new Set(Object.keys(show.people))
  const pictures = Object.keys(show.pictures)
  return lines(store, { id, title, version, people, pictures }, savedAt)
}

type Kept = Pick<Store, 'read' | 'people' | 'texts' | 'picture'>
type Moment = Pick<ReadShow, 'id' | 'title' | 'version'> & {
  people: ReadonlySet<string>
  /** hashes */
  pictures: readonly string[]
}

async function* lines(
  store: Kept,
  { id, title, version, people, pictures }: Moment,
  savedAt: number,
): AsyncGenerator<string> {
  const rows = (await store.people(id)).filter((row) => people.has(row.id))
  const kept = (await Promise.all(pictures.map((hash) => store.picture(id, hash)))).flatMap(
    (picture) => picture ?? [],
  )
  const texts = (await store.texts(id)).filter(
    ({ by, about }) => people.has(by) && (about === null || people.has(about)),
  )
  const line = (value: Head | Step | Person | PictureLine | Text): string =>
    `${JSON.stringify(value)}\n`
  yield line({
    format: FORMAT,
    version: VERSION,
    show: { id, title },
    savedAt,
    events: version,
    people: rows.length,
    ...(kept.length === 0 ? {} : { pictures: kept.length }),
    texts: texts.length,
  })
  for (let after = 0; after < version;) {
    const page = await store.read(id, after, version - after)
    if (page.length === 0) throw new Error(`the journal of ${id} ends at ${after}`)
    let text = ''
    for (const { n, at, actor, event } of page)
      text += line({ n, at, actor, event: event as Step['event'] })
    yield text
    after += page.length
    await turn()
  }
  for (const { id: person, name, organisation, jobTitle, email, ticket } of rows)
    yield line({ person: { id: person, name, organisation, jobTitle, email, ticket } })
  for (const { hash, bytes } of kept)
    yield line({ picture: { hash, data: Buffer.from(bytes).toString('base64') } })
  for (const { id: text, by, about, text: words } of texts)
    yield line({ text: { id: text, by, about, text: words } })
}

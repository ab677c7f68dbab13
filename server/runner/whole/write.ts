import { setImmediate as turn } from 'node:timers/promises'
import type { ReadShow } from '#shared/show/state.ts'
import type { Store } from '../../store/port.ts'
import { FORMAT, type Head, type Person, type Step, type Text, VERSION } from './format.ts'

/**
 * Everything the server keeps of a show as it is now, line by line: see format.ts. Devices and ids of commands stay
 * behind: they mean nothing elsewhere.
 */
export function wholeEvent(
  store: Pick<Store, 'read' | 'people' | 'texts'>,
  show: ReadShow,
  savedAt: number,
): AsyncGenerator<string> {
  // The show goes on while this is sent: what is saved is this moment.
  const { id, title, version, people } = show
  return lines(store, { id, title, version, people: new Set(Object.keys(people)) }, savedAt)
}

type Moment = Pick<ReadShow, 'id' | 'title' | 'version'> & { people: ReadonlySet<string> }

async function* lines(
  store: Pick<Store, 'read' | 'people' | 'texts'>,
  { id, title, version, people }: Moment,
  savedAt: number,
): AsyncGenerator<string> {
  const rows = (await store.people(id)).filter((row) => people.has(row.id))
  const texts = (await store.texts(id)).filter(
    ({ by, about }) => people.has(by) && (about === null || people.has(about)),
  )
  const line = (value: Head | Step | Person | Text): string => `${JSON.stringify(value)}\n`
  yield line({
    format: FORMAT,
    version: VERSION,
    show: { id, title },
    savedAt,
    events: version,
    people: rows.length,
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
  for (const { id: text, by, about, text: words } of texts)
    yield line({ text: { id: text, by, about, text: words } })
}

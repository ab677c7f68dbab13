import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId, ShowId } from '#shared/show/words.ts'
import { DAY, HOUR } from '#shared/time/instant.ts'
import { DEMO } from '../../../scripts/seed/full-show.ts'
import { draftFullShow, storeDraft } from '../../../scripts/seed/into-store.ts'
import { openShows } from '../../../server/runner/shows.ts'
import { unpacked } from '../../../server/runner/whole/lines.ts'
import { readWhole } from '../../../server/runner/whole/read.ts'
import { wholeEvent } from '../../../server/runner/whole/write.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'
import { fakeClock, first, listLog, SHOW, T0 } from '../runner/opened.ts'

const COPY = 'leeds-again' as ShowId
const NOW = T0 + 8 * HOUR

const closers: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** A store on a real disk. */
async function onDisk(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'whole-'))
  closers.push(() => rmSync(folder, { recursive: true }))
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.reason)
  closers.push(() => opened.store.close())
  return opened.store
}
const open = async (store: Store) => {
  const shows = await openShows({ store, clock: fakeClock(NOW), log: listLog() })
  closers.push(() => shows.close())
  return shows
}

/** A day that has been lived, in a store: its state and its file. */
async function lived(): Promise<{ store: Store; show: ReadShow; file: string }> {
  const store = await onDisk()
  const draft = draftFullShow(SHOW, { ...DEMO, delegates: 20, byItself: false }, T0)
  const [guest, gone] = draft.full.delegates as [PersonId, PersonId]
  const round = first(draft.full.rounds)
  const as = { id: guest, roles: ['delegate' as const], person: guest }
  draft.does({ type: 'start-clock', stage: draft.stage }, T0)
  draft.does({ type: 'open-round', round }, T0 + 1)
  draft.does({ type: 'pick-table', round, table: first(draft.full.tables) }, T0 + 2, as)
  const innovation = first(Object.values(draft.show.innovations)).id
  const ask = (text: string) => ({ type: 'ask-question' as const, innovation, text })
  draft.does(ask('Wie lange hält sie? 🔋'), T0 + 3, as)
  draft.does(ask('Gone with who asked'), T0 + 3, { ...as, id: gone, person: gone })
  draft.does({ type: 'renew-pass', person: guest }, T0 + 3)
  draft.does({ type: 'erase-person', person: gone }, T0 + 4)
  draft.does({ type: 'close-show' }, T0 + 5)
  await storeDraft(store, draft)
  let file = ''
  for await (const part of wholeEvent(store, draft.show, NOW)) file += part
  return { store, show: draft.show, file }
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const wordsOf = async (text: string | Uint8Array): Promise<string> => {
  const read = await readWhole(typeof text === 'string' ? bytes(text) : text, COPY, NOW)
  return read.ok ? 'loaded' : read.words
}

describe('a whole event in one file', () => {
  test('comes out as it went in, on another disk under another address, after a restart too', async () => {
    const { store, show, file } = await lived()
    const other = await onDisk()
    const shows = await open(other)
    const read = await readWhole(bytes(file), COPY, NOW)
    if (!read.ok) expect.fail(read.words)
    const begun = await shows.begin(COPY, read)
    if (!begun.ok) expect.fail(begun.reason)
    expect(begun.runner.show()).toEqual({ ...show, id: COPY })
    expect(await other.people(COPY)).toEqual(await store.people(SHOW))
    expect(await other.texts(COPY)).toEqual(await store.texts(SHOW))
    expect((await other.texts(COPY)).map(({ text }) => text)).toEqual(['Wie lange hält sie? 🔋'])
    expect(await other.people(COPY)).toHaveLength(Object.keys(show.people).length)
    await shows.close()
    const again = (await open(other)).get(COPY)
    expect(again?.show()).toEqual({ ...show, id: COPY })
    expect([...(again?.people().values() ?? [])]).toHaveLength(Object.keys(show.people).length)
  })

  test('holds no device and no command id, and is the same when it is saved again', async () => {
    const { show, file } = await lived()
    const [head, step] = file.split('\n').map((line) => (line === '' ? null : JSON.parse(line)))
    expect(head).toMatchObject({ format: 'pitch-and-talk event', version: 2, events: show.version })
    expect(Object.keys(step as object)).toEqual(['n', 'at', 'actor', 'event'])
    const shows = await open(await onDisk())
    const read = await readWhole(bytes(file), SHOW, NOW)
    if (read.ok) await shows.begin(SHOW, read)
    const store = await onDisk()
    const again = await open(store)
    if (read.ok) await again.begin(SHOW, read)
    let second = ''
    for await (const part of wholeEvent(store, show, NOW)) second += part
    expect(second).toBe(file)
  })

  test('may be packed', async () => {
    const { file } = await lived()
    expect(await wordsOf(gzipSync(file))).toBe('loaded')
    expect(await wordsOf(gzipSync(file).subarray(0, 900))).toMatch(/cannot be unpacked/)
    await expect(unpacked(gzipSync(Buffer.alloc(3_000_000)), 2_000_000)).rejects.toThrow(
      /unpacks to more than/,
    )
  })

  test('leaves an address that is taken alone', async () => {
    const { store, file, show } = await lived()
    const shows = await open(store)
    const read = await readWhole(bytes(file), SHOW, NOW)
    if (!read.ok) expect.fail(read.words)
    expect(await shows.begin(SHOW, read)).toEqual({ ok: false, reason: 'taken' })
    expect(shows.get(SHOW)?.show()).toEqual(show)
  })

  test('of a show that is going on holds one moment: who comes and goes meanwhile is left out', async () => {
    const { store } = await lived()
    const draft = draftFullShow(COPY, { ...DEMO, delegates: 5 }, T0)
    await storeDraft(store, draft)
    const lines = wholeEvent(store, draft.show, NOW)
    const late = { type: 'person-added', person: 'per-late1', roles: ['delegate'] }
    const { version } = draft.show
    const none = { device: null, counter: null, commandId: null }
    const row = {
      id: 'per-late1' as PersonId,
      name: 'Late',
      organisation: '',
      jobTitle: '',
      email: '',
      ticket: '',
    }
    await store.commit(
      COPY,
      version,
      [{ n: version + 1, at: T0, actor: 'organiser', ...none, event: late }],
      [{ put: row }],
    )
    let file = ''
    for await (const part of lines) file += part
    expect(file).not.toContain('per-late1')
    expect(await wordsOf(file)).toBe('loaded')
  })
})

describe('a file that is broken or changed is refused in a sentence that says where', () => {
  let file = ''
  beforeAll(async () => {
    file = (await lived()).file
  })
  test.for<[string, (lines: string[]) => void, RegExp]>([
    ['no file of ours', (lines) => void (lines[0] = '{"rows":1}'), /not a file of a whole event/],
    ['a sheet', (lines) => void (lines[0] = 'Name,Town'), /spreadsheet.*under “Files”/],
    ['a workbook', (lines) => void (lines[0] = 'PK\u0003'), /Excel workbook.*“Files”/],
    [
      'a newer format',
      (lines) => void (lines[0] = change(lines[0], { version: 3 })),
      /newer version/,
    ],
    [
      'a text twice',
      (lines) => void lines.splice(-1, 0, lines.at(-2) ?? ''),
      /Line \d+: this text stands in the file twice/,
    ],
    [
      'a text that is missing',
      (lines) => void lines.splice(-2, 1),
      /holds 1 text of the event, and 0 texts are in it/,
    ],
    ['a text of nobody', ofText({ by: 'per-none1' }), /this person is not at the event/],
    [
      'a text without an id of ours',
      ofText({ id: '__proto__' }),
      /no entry as we write them; see “text.id”/,
    ],
    [
      'a head without counts',
      (lines) => void (lines[0] = change(lines[0], { events: 'x' })),
      /Line 1: .*events/,
    ],
    [
      'a step left out',
      (lines) => void lines.splice(4, 1),
      /Line 5: here is step 5 .* step 4 should be/,
    ],
    [
      'steps changed over',
      (lines) => void lines.splice(4, 2, lines[5] ?? '', lines[4] ?? ''),
      /Line 5/,
    ],
    ['cut off at a line', (lines) => void lines.splice(9), /8 steps are in it: it was cut off/],
    [
      'cut off in a line',
      (lines) => void lines.splice(9, 900, (lines[9] ?? '').slice(0, 20)),
      /Line 10: this is not JSON/,
    ],
    ['a person cut off', (lines) => void lines.splice(-3, 1), /people, and \d+ are in it/],
    [
      'a person twice',
      (lines) => void lines.splice(-3, 0, lines.at(-3) ?? ''),
      /Line \d+: this person stands/,
    ],
    [
      'a stranger',
      (lines) => void (lines[lines.length - 3] = row('per-stranger')),
      /not at the event/,
    ],
    [
      'a person with a field too many',
      (lines) => void (lines[lines.length - 3] = row('per-x1y2', { phone: '1' })),
      /phone/,
    ],
    [
      'a step of the future',
      (lines) => void (lines[3] = change(lines[3], { at: NOW + 2 * DAY })),
      /Line 4: .*clock/,
    ],
    [
      'a step that is none',
      (lines) => void (lines[3] = change(lines[3], { event: { type: 'show-exploded' } })),
      /Line 4: the step “show-exploded”/,
    ],
    [
      'the name of what every object has',
      (lines) => void (lines[3] = change(lines[3], { event: { type: 'constructor' } })),
      /Line 4: .*type/,
    ],
    [
      'a step about nobody',
      (lines) =>
        void (lines[3] = change(lines[3], {
          event: { type: 'person-checked-in', person: 'per-none1', at: 1 },
        })),
      /Line 4: the step “person-checked-in” does not fit/,
    ],
    [
      'a second beginning',
      (lines) => void (lines[3] = change(lines[3], { event: JSON.parse(lines[1] ?? '').event })),
      /Line 4: the step “show-created”/,
    ],
    [
      'a title that is no text',
      (lines) =>
        void (lines[1] = change(lines[1], {
          event: { ...JSON.parse(lines[1] ?? '').event, title: 5 },
        })),
      /cannot be \(create-show, title\)/,
    ],
    [
      'a zone that is none',
      (lines) =>
        void (lines[1] = change(lines[1], {
          event: { ...JSON.parse(lines[1] ?? '').event, zone: 'No/Where' },
        })),
      /time zone/,
    ],
    [
      'an odd id',
      (lines) =>
        void (lines[3] = change(lines[3], {
          event: { type: 'stage-saved', stage: { id: '<b>', name: 'x' } },
        })),
      /cannot be|does not fit/,
    ],
  ])('%s', async ([, spoil, words]) => {
    const lines = file.split('\n')
    spoil(lines)
    expect(await wordsOf(lines.join('\n'))).toMatch(words)
  })

  test('nothing at all, pictures, and text that is no text', async () => {
    expect(await wordsOf('')).toMatch(/empty/)
    expect(await wordsOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]))).toMatch(
      /Line 1: this is not text/,
    )
    expect(await wordsOf('null')).toMatch(/not a file of a whole event/)
    expect(await wordsOf('[1]')).toMatch(/not a file of a whole event/)
  })

  const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  test(`with any bytes changed it is loaded or refused, never a failure (seed ${SEED})`, async () => {
    const good = bytes(file)
    const spoilt = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(spoilt, async (changes) => {
        const bad = good.slice()
        for (const [at, byte] of changes) bad[at] = byte
        expect(typeof (await wordsOf(bad))).toBe('string')
      }),
      { seed: SEED, numRuns: 20 },
    )
  })
})

/** Spoils the last line, which is a text. */
const ofText = (over: object) => (lines: string[]) => {
  const { text } = JSON.parse(lines.at(-2) ?? '') as { text: object }
  lines[lines.length - 2] = JSON.stringify({ text: { ...text, ...over } })
}
const change = (line: string | undefined, over: object): string =>
  JSON.stringify({ ...(JSON.parse(line ?? '') as object), ...over })
const row = (id: string, over: object = {}): string =>
  JSON.stringify({
    person: { id, name: 'X', organisation: '', jobTitle: '', email: '', ticket: '', ...over },
  })

import { setImmediate as turn } from 'node:timers/promises'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import type { ShowId } from '#shared/show/words.ts'
import { DAY, type Instant } from '#shared/time/instant.ts'
import { WHOLE_EVENT } from '#shared/words/whole-event.ts'
import type { PersonRow, Picture, StoredEvent, TextRow } from '../../store/port.ts'
import type { NewJournal } from '../types.ts'
import { hashOf, pictureIn } from '../pictures/kind.ts'
import {
  checks,
  FORMAT,
  type Head,
  type Person,
  type PictureLine,
  type Step,
  VERSION,
} from './format.ts'
import { BadFile, inLine, jsonLines, refuseOther, unpacked } from './lines.ts'
import { unsound } from './sound.ts'

export type WholeRead =
  | ({ ok: true; show: Show } & NewJournal)
  /** a sentence that says what is wrong with the file, and where */
  | { ok: false; words: string }

/** After so many lines others get their turn. */
const AT_ONCE = 1_000

/**
 * Reads a file of a whole event as the journal of a show at `id` (null: at its own address), after replaying all of
 * it. Nothing is written here.
 * `now`: a step later than tomorrow would carry the show's clock with it.
 */
export async function readWhole(
  bytes: Uint8Array,
  id: ShowId | null,
  now: Instant,
): Promise<WholeRead> {
  try {
    const read = await replayed(await unpacked(bytes), id, now)
    const wrong = unsound(read.show, read, now)
    if (wrong !== null) return { ok: false, words: WHOLE_EVENT.unsound(wrong) }
    const people = [
      ...read.rows.map((put) => ({ put })),
      ...[...read.texts.values()].map((putText) => ({ putText })),
    ]
    const { show, journal, pictures } = read
    return { ok: true, show, journal, people, pictures }
  } catch (error) {
    if (error instanceof BadFile) return { ok: false, words: error.message }
    throw error
  }
}

interface Replayed {
  show: Show
  journal: StoredEvent[]
  rows: PersonRow[]
  pictures: Picture[]
  texts: Map<TextRow['id'], TextRow>
}

async function replayed(bytes: Uint8Array, id: ShowId | null, now: Instant): Promise<Replayed> {
  let head: Head | null = null
  const read: Replayed = {
    show: emptyShow(id ?? ('' as ShowId)),
    journal: [],
    rows: [],
    pictures: [],
    texts: new Map(),
  }
  const known = new Set<string>()
  refuseOther(bytes)
  for (const { line, text, value } of jsonLines(bytes)) {
    if (line % AT_ONCE === 0) await turn()
    if (head === null) {
      head = headOf(value)
      read.show.id = id ?? head.show.id
    } else if (checks.person.Check(value)) takePerson(read, known, value.person as PersonRow, line)
    else if (checks.picture.Check(value)) read.pictures.push(takePicture(read, value, line))
    else if (checks.text.Check(value)) takeText(read, value.text, line)
    else if (checks.step.Check(value)) takeStep(read, value, text, { line, now })
    else throw inLine(line, WHOLE_EVENT.notAnEntry(fieldOf(value)))
  }
  if (head === null) throw new BadFile(WHOLE_EVENT.empty)
  const { journal, rows, texts } = read
  if (journal.length !== head.events)
    throw new BadFile(WHOLE_EVENT.counts('step', journal.length, head.events))
  if (rows.length !== head.people)
    throw new BadFile(WHOLE_EVENT.counts('person', rows.length, head.people))
  const wanted = Object.keys(read.show.pictures)
  if (read.pictures.length !== (head.pictures ?? 0) || read.pictures.length !== wanted.length)
    throw new BadFile(WHOLE_EVENT.pictures(read.pictures.length, wanted.length))
  if (texts.size !== (head.texts ?? 0))
    throw new BadFile(WHOLE_EVENT.counts('text', texts.size, head.texts ?? 0))
  return read
}

function headOf(value: unknown): Head {
  const said = value !== null && typeof value === 'object' ? (value as Partial<Head>) : {}
  if (said.format !== FORMAT) throw new BadFile(WHOLE_EVENT.notOurs)
  if (typeof said.version === 'number' && said.version > VERSION)
    throw new BadFile(WHOLE_EVENT.newer(said.version, VERSION))
  if (!checks.head.Check(value)) {
    const [error] = checks.head.Errors(value)
    const field = error?.instancePath.split('/').filter(Boolean).join('.') ?? ''
    throw inLine(1, WHOLE_EVENT.notAnEntry(field))
  }
  return value
}

function takeStep(
  { show, journal, rows }: Replayed,
  { n, at, actor, event }: Step,
  text: string,
  { line, now }: { line: number; now: Instant },
): void {
  const expected = show.version + 1
  if (rows.length > 0) throw inLine(line, WHOLE_EVENT.afterPeople)
  if (n !== expected) throw inLine(line, WHOLE_EVENT.outOfOrder(n, expected))
  if (at > now + DAY) throw inLine(line, WHOLE_EVENT.future)
  const begins = event.type === 'show-created'
  if (begins !== (n === 1)) throw inLine(line, WHOLE_EVENT.noReplay(event.type))
  try {
    // Read anew: what the state does to an event must not reach the journal.
    evolve(show, (JSON.parse(text) as { event: Event }).event)
  } catch (error) {
    // Facts are never refused, so whatever goes wrong says that they are none.
    if (error instanceof Error) throw inLine(line, WHOLE_EVENT.noReplay(event.type))
    throw error
  }
  journal.push({ n, at, actor, device: null, counter: null, commandId: null, event })
}

function takePerson(
  { show, rows }: Replayed,
  known: Set<string>,
  row: Person['person'] & PersonRow,
  line: number,
): void {
  if (known.has(row.id)) throw inLine(line, WHOLE_EVENT.twice)
  if (!Object.hasOwn(show.people, row.id)) throw inLine(line, WHOLE_EVENT.nobody)
  known.add(row.id)
  rows.push(row)
}

/** Bytes that the event's map is drawn on, or was: what its journal names, and nothing else. */
function takePicture(
  { show, pictures }: Replayed,
  { picture }: PictureLine,
  line: number,
): Picture {
  const { hash, data } = picture
  const bytes = Buffer.from(data, 'base64')
  const said = show.pictures[hash]
  const found = pictureIn(bytes)
  const isKnown = !pictures.some((one) => one.hash === hash) && hashOf(bytes) === hash
  if (!said || !found || !isKnown || found.format !== said.format)
    throw inLine(line, WHOLE_EVENT.oddPicture)
  return { hash, format: found.format, bytes }
}

function takeText({ show, texts }: Replayed, row: TextRow, line: number): void {
  if (texts.has(row.id)) throw inLine(line, WHOLE_EVENT.textTwice)
  const { by, about } = row
  if (!Object.hasOwn(show.people, by) || (about !== null && !Object.hasOwn(show.people, about)))
    throw inLine(line, WHOLE_EVENT.nobody)
  texts.set(row.id, row)
}

/** Which field of a step or a person is wrong; '' when it is neither. */
function fieldOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return ''
  const check =
    'person' in value
      ? checks.person
      : 'picture' in value
        ? checks.picture
        : 'event' in value
          ? checks.step
          : 'text' in value
            ? checks.text
            : null
  const [error] = check?.Errors(value) ?? []
  const more = error?.params as { additionalProperties?: string[] } | undefined
  const path = error?.instancePath.split('/').filter(Boolean).join('.') ?? ''
  return path === '' ? (more?.additionalProperties?.[0] ?? '') : path
}

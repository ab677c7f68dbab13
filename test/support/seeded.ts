import { createHash, randomBytes } from 'node:crypto'
import type { PersonId, RoundId, ShowId, StageId, TableId } from '#shared/show/words.ts'
import { DEMO, type Size } from '../../scripts/seed/full-show.ts'
import { draftFullShow, storeDraft } from '../../scripts/seed/into-store.ts'
import { createAccess } from '../../server/access/access.ts'
import { openStore } from '../../server/store/open.ts'
import type { Grant, Store } from '../../server/store/port.ts'

const DAY = 86_400_000
export const SHOW = 'seeded-show' as ShowId

/** Writes a session, as if its owner had signed in. Gives the browser's cookie. */
export async function session(store: Store, grant: Grant, at: number): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  const saved = await store.putSession({
    hash: createHash('sha256').update(token).digest('hex'),
    grants: [grant],
    createdAt: at,
    seenAt: at,
    expiresAt: at + DAY,
  })
  if (!saved.ok) throw new Error(saved.detail)
  return `pitch-and-talk=${token}`
}

export const personGrant = (person: PersonId): Grant => ({
  role: 'person',
  show: SHOW,
  person,
  generation: 0,
})

export interface SeededFolder {
  /** one for each delegate */
  cookies: string[]
  organiser: string
  /** pass of a stage display */
  screen: string
  stage: StageId
  round: RoundId
  tables: TableId[]
}

/** A data folder with a demo-sized show of today: a talk is on and its clock runs, round 1 is open for choosing. */
export async function seedFolder(folder: string, size: Partial<Size> = {}): Promise<SeededFolder> {
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.reason)
  const { store } = opened
  const now = Date.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const draft = draftFullShow(SHOW, { ...DEMO, day, byItself: false, ...size }, now)
  const { stage, full } = draft
  const [round] = full.rounds
  if (!round) throw new Error('the show has no round')
  draft.does({ type: 'start-clock', stage }, now)
  draft.does({ type: 'open-round', round }, now)
  await storeDraft(store, draft)
  const cookies: string[] = []
  for (const person of full.delegates) cookies.push(await session(store, personGrant(person), now))
  const organiser = await session(store, { role: 'organiser', generation: 1 }, now)
  const access = await createAccess({ store, now: Date.now, secure: false })
  const screen = access.passes.pass({ role: 'screen', show: SHOW, generation: 0 })
  await store.close()
  return { cookies, organiser, screen, stage, round, tables: full.tables }
}

import type { SingleCommand } from '#shared/show/commands.ts'
import { type Actor, type PersonId, type ShowId, type StageId } from '#shared/show/words.ts'
import { type Instant, MINUTE, SECOND } from '#shared/time/instant.ts'
import { clockTime, localDateOf } from '#shared/time/zone.ts'
import { chance } from './chance.ts'
import { DEMO, type FullShow, type Size } from './full-show.ts'
import { type Draft, draftFullShow } from './into-store.ts'

type Seeded = Draft & { stage: StageId; full: FullShow }

const delegate = (person: PersonId): Actor => ({ id: person, roles: ['delegate'], person })

/** A full show that began so many minutes ago, so that what is on now is believable at any time of day. */
export function begunShow(id: ShowId, now: Instant, size: Partial<Size> = {}, ago = 18): Seeded {
  const { zone } = DEMO
  const began = now - ago * MINUTE
  const whole = {
    ...DEMO,
    day: localDateOf(began, zone),
    begins: clockTime(began, zone),
    byItself: false,
    ...size,
  }
  const draft = draftFullShow(id, whole, began - 60 * MINUTE)
  draft.does({ type: 'start-clock', stage: draft.stage }, began)
  return draft
}

/** The fifth pitch is on; those before it were given and answered. */
export function inMidPitch({ does, stage, full, show }: Seeded, now: Instant): void {
  const luck = chance(11)
  const answer = (innovation: FullShow['innovations'][number], person: PersonId, at: Instant) => {
    const said = (['yes', 'yes', 'maybe', 'no'] as const)[Math.floor(luck.next() * 4)] ?? 'yes'
    does({ type: 'set-answer', innovation, answer: said }, at, delegate(person))
  }
  const from = now - 8 * MINUTE
  const next: SingleCommand = { type: 'next-item', stage }
  for (let step = 0; step < 9; step += 1) {
    const at = from + (step * (8 * MINUTE - 42 * SECOND)) / 8
    does(next, at)
    const on = show.stages[stage]?.on
    const pitch = on?.pitch ? show.pitches[on.pitch] : undefined
    if (on?.phase !== 'pitch' || !pitch) continue
    for (const person of full.delegates.slice(0, 120))
      if (luck.next() < 0.6) answer(pitch.innovation, person, at + SECOND)
  }
}

/** Pitches are over, choosing is open and most have chosen. */
export function whileChoosing({ does, stage, full, show }: Seeded, now: Instant): void {
  const luck = chance(12)
  const rounds = Object.values(show.segments).find(({ kind }) => kind === 'rounds')
  if (!rounds) throw new Error('the show has no rounds')
  does({ type: 'load-item', stage, segment: rounds.id, pitch: null }, now - 6 * MINUTE)
  for (const round of full.rounds) does({ type: 'open-round', round }, now - 5 * MINUTE)
  for (const [index, person] of full.delegates.entries()) {
    const round = full.rounds[index % full.rounds.length]
    const table = full.tables[Math.floor(luck.next() * luck.next() * full.tables.length)]
    if (!round || !table || luck.next() < 0.3) continue
    const capacity = show.tables[table]?.capacity ?? 0
    if ((show.rounds[round]?.taken[table] ?? 0) < capacity)
      does({ type: 'pick-table', round, table }, now - 4 * MINUTE, delegate(person))
  }
}

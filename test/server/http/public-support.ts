import type { Command, SingleCommand } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, SegmentId } from '#shared/show/words.ts'
import { type Opened, opened, person, SHOW, STAGE } from './site.ts'

export const DAY = '2026-11-24'
export const NINE_THIRTY = Date.UTC(2026, 10, 24, 9, 30)
export const PAGE = `/s/${SHOW}`
export const TALK = 'seg-talk1' as SegmentId
export const BLOCK = 'seg-block1' as SegmentId
export const CARE = 'inn-care1' as InnovationId
const PRIYA = 'per-priyashah' as PersonId

export const talk = (id: SegmentId, more: object = {}): SingleCommand =>
  ({
    type: 'save-segment',
    segment: {
      id,
      stage: STAGE,
      day: DAY,
      kind: 'talk',
      title: 'Welcome',
      length: 600_000,
      fixedStart: null,
      warnAt: 0,
      dangerAt: 0,
      ...more,
    },
  }) as SingleCommand

/** A welcome at 9:30, then one pitch by Priya Shah, who hosts table 12; Jo Ellis is a delegate. */
export const PROGRAMME: readonly SingleCommand[] = [
  person('per-joellis', 'Jo Ellis'),
  person(PRIYA, 'Priya Shah', ['presenter']),
  talk(TALK, { fixedStart: NINE_THIRTY, summary: 'Why we are here.', notes: 'Lights up' }),
  talk(BLOCK, {
    kind: 'pitch-block',
    title: 'Pitches, block 1',
    length: null,
    pitchLength: 90_000,
    changeover: 30_000,
    byItself: false,
  }),
  {
    type: 'save-innovation',
    innovation: {
      id: CARE,
      title: 'Better Care',
      organisation: 'Kirklees',
      summary: 'One page.',
      presenters: [PRIYA],
    },
  },
  {
    type: 'save-table',
    table: {
      id: 'tab-no12' as never,
      number: 12,
      zone: 'C',
      place: 'Left wall',
      capacity: 8,
      innovation: CARE,
      hosts: [PRIYA],
    },
  },
  {
    type: 'save-pitch',
    pitch: { id: 'pit-care1' as never, block: BLOCK, innovation: CARE, length: null },
  },
]
export const PUBLISH: Command = { type: 'publish-programme', published: true }

/** Does all of these, and fails when one is refused. */
export async function doing({ send }: Opened, ...commands: Command[]): Promise<void> {
  for (const command of commands) {
    const result = await send(command)
    if (!result.ok) throw new Error(`${command.type}: ${result.refusal.code}`)
  }
}

/** The server with that programme, published. */
export async function withProgramme(...more: Command[]): Promise<Opened> {
  const site = await opened()
  await doing(site, ...PROGRAMME, PUBLISH, ...more)
  return site
}

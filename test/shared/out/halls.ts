import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type {
  InnovationId,
  PersonId,
  PitchId,
  RoundId,
  SegmentId,
  StageId,
  TableId,
} from '#shared/show/words.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { Hall } from '../plan/support.ts'

export const MAIN = 'stg-main' as StageId
export const ANNEXE = 'stg-annexe' as StageId
export const PRIYA = 'per-priya' as PersonId
export const TOM = 'per-tomh' as PersonId
export const JO = 'per-joel' as PersonId
export const SAM = 'per-samr' as PersonId

export const person = (
  id: PersonId,
  name: string,
  details: Partial<PersonDetails> = {},
  roles: ('delegate' | 'presenter')[] = ['delegate'],
): SingleCommand => ({
  type: 'save-person',
  person: id,
  roles,
  details: { name, organisation: 'Leeds', jobTitle: '', email: '', ticket: '', ...details },
})

type Plain = Extract<SegmentDraft, { kind: 'talk' | 'panel' | 'ceremony' | 'break' | 'note' }>
export const plainItem = (
  id: string,
  title: string,
  change: Partial<Plain> & { day: string },
): SingleCommand => ({
  type: 'save-segment',
  segment: {
    id: `seg-${id}` as SegmentId,
    stage: MAIN,
    title,
    kind: 'talk',
    fixedStart: null,
    length: 10 * MINUTE,
    warnAt: 2 * MINUTE,
    dangerAt: 30 * SECOND,
    ...change,
  },
})

export const ODD_TITLE = `Tea & "cake" <b>'=1+1'</b>\u0007 \u{1f370} 茶`
export const NOTE = 'Dim the lights: the minister is late'

/**
 * A full event of these days in this zone: on the first, a welcome, a panel, two pitches of 90 and 60
 * seconds, two rounds; a second stage beside it when `parallel`; a talk on each further day.
 */
export function fullHall({
  days = ['2026-06-28'],
  zone = 'Europe/London',
  parallel = false,
}: { days?: string[]; zone?: string; parallel?: boolean } = {}): Hall {
  const [day = '', ...more] = days
  const at = (time: string, date = day) => instantOf(date, time, zone)
  const hall = new Hall(days, zone)
  const present = (id: string, title: string, presenters: PersonId[]): SingleCommand => ({
    type: 'save-innovation',
    innovation: {
      id: `inn-${id}` as InnovationId,
      title,
      organisation: 'Kirklees',
      summary: `What ${id} does; in one line, or two`,
      presenters,
    },
  })
  const pitch = (id: string, length: number | null): SingleCommand => ({
    type: 'save-pitch',
    pitch: {
      id: `pit-${id}` as PitchId,
      block: 'seg-block' as SegmentId,
      innovation: `inn-${id}` as InnovationId,
      length,
    },
  })
  const table = (number: number, id: string, hosts: PersonId[]): SingleCommand => ({
    type: 'save-table',
    table: {
      id: `tab-${id}` as TableId,
      number,
      zone: 'C',
      place: 'Left wall, 3rd from the stage',
      capacity: 6,
      innovation: `inn-${id}` as InnovationId,
      hosts,
    },
  })
  hall.do(
    person(PRIYA, 'Priya Shah', { email: 'priya@x.org' }, ['presenter']),
    person(TOM, 'Tom Hirst', {}, ['presenter']),
    person(JO, 'Jo Ellis', { ticket: 'T-1', email: 'jo@x.org' }, ['presenter']),
    person(SAM, 'Sam Rees', { ticket: 'T-2', email: 'sam@x.org' }),
    present('care', 'Better Care', [PRIYA, TOM]),
    present('roads', ODD_TITLE, [JO]),
    table(12, 'care', [PRIYA, TOM]),
    table(4, 'roads', [JO]),
    plainItem('welcome', 'Welcome', {
      day,
      fixedStart: at('09:30'),
      kind: 'ceremony',
      summary: 'Doors open at nine.\nComma, semicolon; backslash \\ and “quotes”',
      notes: NOTE,
      speakers: [SAM],
    }),
    plainItem('panel', 'Panel of three', {
      day,
      kind: 'panel',
      speakers: [JO, SAM],
      confirmed: false,
      tablesOpen: true,
    }),
    plainItem('note', 'Lights up', { day, kind: 'note', length: 0 }),
    {
      type: 'save-segment',
      segment: {
        id: 'seg-block' as SegmentId,
        stage: MAIN,
        day,
        title: 'Pitches, block 1',
        kind: 'pitch-block',
        fixedStart: null,
        length: null,
        pitchLength: 90 * SECOND,
        changeover: 30 * SECOND,
        warnAt: 30 * SECOND,
        dangerAt: 10 * SECOND,
        byItself: true,
      },
    },
    pitch('care', null),
    pitch('roads', MINUTE),
    plainItem('coffee', 'Coffee', { day, kind: 'break', length: 15 * MINUTE }),
    {
      type: 'save-segment',
      segment: {
        id: 'seg-rounds' as SegmentId,
        stage: MAIN,
        day,
        title: 'Talk at the tables',
        kind: 'rounds',
        fixedStart: at('10:30'),
        length: null,
        rounds: [
          { id: 'rnd-first' as RoundId, move: 2 * MINUTE, talk: 12 * MINUTE },
          { id: 'rnd-second' as RoundId, move: 3 * MINUTE, talk: 10 * MINUTE, free: true },
        ],
        byItself: true,
        opensBefore: 10 * MINUTE,
        closesBefore: 2 * MINUTE,
      },
    },
    ...more.map((date, index) =>
      plainItem(`day${index + 2}x`, `Talk of day ${index + 2}`, {
        day: date,
        fixedStart: at('10:00', date),
      }),
    ),
  )
  if (parallel)
    hall.do(
      { type: 'save-stage', stage: { id: ANNEXE, name: 'Annexe "B" & foyer' } },
      plainItem('beside', 'Workshop beside', { day, stage: ANNEXE, fixedStart: at('09:30') }),
      plainItem('beside2', 'Welcome', { day, stage: ANNEXE, length: 45 * MINUTE }),
    )
  return hall
}

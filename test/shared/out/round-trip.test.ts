import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, SegmentId } from '#shared/show/words.ts'
import { innovationsSheet } from '#shared/sheets/out/innovations-sheet.ts'
import { programmeSheet } from '#shared/sheets/out/programme-sheet.ts'
import { planImport } from '#shared/sheets/plan/plan.ts'
import { readAny } from '#shared/sheets/read-any.ts'
import { toCsv } from '#shared/sheets/write.ts'
import { peopleSheet } from '../../../server/http/exports/people.ts'
import { bench } from '../../support/decider.ts'
import { steps } from '../../support/random-show.ts'
import { lives } from '../../support/lives.ts'
import { Hall, problemsOf, rowOf } from '../plan/support.ts'
import { bytesOf } from '../sheets/support.ts'
import { fullHall, JO, ODD_TITLE, person, plainItem, PRIYA, SAM, TOM } from './halls.ts'

type People = ReadonlyMap<PersonId, PersonDetails>

const filesOf = (show: ReadShow, people: People) =>
  Object.entries({
    programme: programmeSheet(show, people),
    innovations: innovationsSheet(show, people),
    people: peopleSheet(show, people, 0),
  }).map(([kind, { header, rows }]) => ({ kind, rows, text: toCsv(header, rows) }))

/** Our own three files, read as anybody's and planned against the event they came from. */
function again(show: ReadShow, people: People) {
  const files = filesOf(show, people)
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, text }) => ({
      name: `${kind}.csv`,
      read: readAny(null, bytesOf(text), { days: show.days }),
    }))
  for (const { name, read } of files) expect(`${read.kind}.csv`).toBe(name)
  return planImport(show, people, files, (length) => new Uint8Array(length))
}
const changing = (plan: ReturnType<typeof again>) =>
  plan.files.flatMap(({ rows }) => rows.filter((row) => row.changes || row.leftOut))

describe('our own files, loaded again', () => {
  test.each([
    ['one day', fullHall()],
    [
      'stages side by side, several days',
      fullHall({ days: ['2026-06-28', '2026-06-30'], parallel: true }),
    ],
    ['clocks forward', fullHall({ days: ['2026-03-08'], zone: 'America/New_York' })],
    ['clocks back', fullHall({ days: ['2026-10-25'], parallel: true })],
  ])('%s: change nothing', (_, { show, people }) => {
    const plan = again(show, people)
    expect(problemsOf(plan).filter((words) => !/has no /.test(words))).toEqual([])
    expect(plan.commands).toEqual([])
    expect(changing(plan)).toEqual([])
  })

  test('whatever is odd in them', () => {
    const day = '2026-06-28'
    const hall = fullHall({ days: [day, '2026-06-29'], parallel: true })
    hall.do(
      person('per-other' as PersonId, 'Jo Ellis', { email: '' }),
      person('per-formula' as PersonId, '=Sam "X" O’Neil, OBE', {
        email: 'O.NEIL@X.ORG',
        jobTitle: '-1; @home',
        organisation: 'Leeds,\nCity',
      }),
      { type: 'save-person', person: TOM, roles: ['delegate', 'helper'], details: null },
      plainItem('twin1', 'Coffee', { day, kind: 'break', length: 90_500 }),
      plainItem('twin2', 'Coffee', {
        day,
        kind: 'break',
        length: 0,
        speakers: [JO, 'per-other' as PersonId],
      }),
      plainItem('tbcx', 'TBC', { day, speakers: [SAM], confirmed: false, summary: '=1+1\n-2' }),
      plainItem('gapx', ODD_TITLE, { day, fixedStart: Date.parse('2026-06-28T13:07:08.250Z') }),
      plainItem('late', 'Party', { day, length: 12 * 3_600_000 }),
      plainItem('night', 'After midnight', { day, length: 600_000 }),
      plainItem('other', 'A day without a fixed start', { day: '2026-06-29' }),
      {
        type: 'save-segment',
        segment: {
          id: 'seg-block2' as SegmentId,
          stage: 'stg-annexe' as never,
          day,
          title: 'Pitches, block 1',
          kind: 'pitch-block',
          fixedStart: null,
          length: 1_800_000,
          pitchLength: 61_000,
          changeover: 0,
          warnAt: 10_000,
          dangerAt: 10_000,
          byItself: false,
        },
      },
      {
        type: 'save-innovation',
        innovation: {
          id: 'inn-bare' as InnovationId,
          title: '+44 ways,  with  spaces',
          organisation: '',
          summary: 'Two\n\nlines ',
          presenters: [SAM],
        },
      },
    )
    const table = Object.values(hall.show.tables).find(({ number }) => number === 12)
    if (!table) throw new Error('no table 12')
    hall.do({ type: 'save-table', table: { ...table, hosts: [PRIYA, SAM] } })
    const plan = again(hall.show, hall.people)
    expect(
      problemsOf(plan).filter((words) => !/has no (?:organisation|presenter)/.test(words)),
    ).toEqual([])
    expect(plan.commands).toEqual([])
    expect(changing(plan)).toEqual([])
  })

  const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  test('change nothing at any moment of any day', () => {
    let whole = 0
    fc.assert(
      fc.property(steps(true), (day) => {
        const b = bench()
        lives(b, day)
        const people = new Map(
          Object.keys(b.show.people).map((id, index) => [
            id as PersonId,
            {
              name: NAMES[index % NAMES.length] ?? '',
              organisation: '',
              jobTitle: '',
              email: '',
              ticket: '',
            },
          ]),
        )
        const plan = again(b.show, people)
        expect(plan.commands).toEqual([])
        if (plan.blocked)
          // Two innovations of one name and organisation, or a plan that goes back in time.
          expect(problemsOf(plan).join()).toMatch(/are the same innovation|before row/)
        else {
          whole++
          expect(changing(plan).filter(({ changes }) => changes)).toEqual([])
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
    expect(whole).toBeGreaterThan(10)
  })
})
const NAMES = [
  'Jo Ellis',
  'Ash Rao',
  'Zoë Li',
  'Jo Ellis',
  'Mair Jones',
  'Sam Rees',
  'Dee Fox',
  'Lee Wong',
]

test('they make the same event elsewhere', () => {
  const days = ['2026-06-28', '2026-06-30']
  const from = fullHall({ days, parallel: true })
  // No sheet takes a control character in.
  const odd = from.show.innovations['inn-roads' as InnovationId]
  if (odd) odd.title = odd.title.replace('\u0007', '')
  const to = new Hall(days)
  const text = Object.fromEntries(
    filesOf(from.show, from.people).map((file) => [file.kind, file.text]),
  )
  expect(problemsOf(to.take(text)).filter((words) => !/has no /.test(words))).toEqual([])
  const plainly = (hall: Hall) =>
    filesOf(hall.show, hall.people).map(({ kind, rows }) =>
      // Ids are each event's own, and speakers come in as presenters.
      rows.map((row) =>
        kind === 'people'
          ? row.slice(0, 5)
          : row.filter((cell) => !String(cell).startsWith('seg-')),
      ),
    )
  expect(plainly(to)).toEqual(plainly(from))
})

describe('a cell that is changed in them', () => {
  const edit = (change: (text: string) => string) => {
    const hall = fullHall()
    const before = filesOf(hall.show, hall.people)[0]?.text ?? ''
    const text = change(before)
    expect(text).not.toBe(before)
    return { hall, plan: hall.take({ programme: text }) }
  }

  test('changes just that', () => {
    const { plan } = edit((text) => text.replace(',ceremony,Welcome,', ',ceremony,Good morning,'))
    expect(plan.commands).toHaveLength(1)
    expect(rowOf(plan, 'programme', 2).says).toEqual(['Title is now Good morning (was Welcome).'])
  })

  test('a start that follows from the pitches is told so, rather than lost', () => {
    const { hall, plan } = edit((text) =>
      text.replace('2026-06-28,09:53,no,15m', '2026-06-28,09:55,no,15m'),
    )
    expect(plan.commands).toEqual([])
    expect(problemsOf(plan)).toContain(
      'Row 6, Coffee, starts at 09:55 in the file. Its start is not fixed and follows from the items before it, at 09:53 now. Write yes under Fixed start to keep 09:55.',
    )
    expect(hall.show.segments['seg-coffee' as SegmentId]?.fixedStart).toBeNull()
  })

  test('a length moves what follows, as its start is not fixed', () => {
    const { plan } = edit((text) => text.replace('09:30,yes,10m', '09:30,yes,25m'))
    expect(rowOf(plan, 'programme', 2).says).toEqual(['Length is now 25 min (was 10 min).'])
  })
})

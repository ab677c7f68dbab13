import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { createSeating } from '../../../server/seating/seating.ts'
import type {
  InnovationId,
  PersonId,
  RoundId,
  SegmentId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import type { SeatingAnswer } from '#shared/wire/seating.ts'
import type { Seat } from '../../../server/seating/types.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import type { SeatingExport } from '../../../server/http/exports/seating.ts'
import { seatHere } from '../../support/seat-here.ts'
import { WINDOW, windowOf } from '../../support/windows.ts'
import { opened, type Opened, person, SHOW, STAGE } from './site.ts'

const ASK = `/api/shows/${SHOW}/windows/${WINDOW}/seating`
const NAMES = ['one1', 'two2', 'tre3']
const INNOVATIONS = NAMES.map((name) => `inn-${name}` as InnovationId)
const TABLES = NAMES.map((name) => `tab-${name}` as TableId)
const ROUNDS = ['rnd-aaaa', 'rnd-bbbb'] as RoundId[]
const [A, B] = ROUNDS as [RoundId, RoundId]
const PEOPLE = Array.from({ length: 6 }, (_, index) => `per-guest${index}` as PersonId)
const [FIRST] = TABLES as [TableId]

/** Three tables of two, two rounds, six people who all wish for the first table most. */
async function hall(
  seat: Seat = seatHere,
  over: Parameters<typeof windowOf>[0] = {},
): Promise<Opened> {
  const site = await opened({ seat })
  const commands: SingleCommand[] = [
    ...PEOPLE.map((id, index) => person(id, `Guest ${index}`)),
    ...INNOVATIONS.map((id, index): SingleCommand => ({
      type: 'save-innovation',
      innovation: { id, title: `No ${index}`, organisation: '', summary: '', presenters: [] },
    })),
    ...TABLES.map((id, index): SingleCommand => {
      const innovation = INNOVATIONS[index] ?? null
      const place = { number: index + 1, zone: 'A', place: '', capacity: 2 }
      return { type: 'save-table', table: { id, ...place, innovation, hosts: [] } }
    }),
    {
      type: 'save-segment',
      segment: {
        id: 'seg-rounds' as SegmentId,
        stage: STAGE,
        day: '2026-11-24',
        kind: 'rounds',
        title: 'Tables',
        fixedStart: null,
        length: null,
        rounds: ROUNDS.map((id) => ({ id, move: 60_000, talk: 600_000 })),
        byItself: false,
        opensBefore: 0,
        closesBefore: 0,
      },
    },
    { type: 'save-window', window: windowOf({ perOrganisation: null, ...over }) },
    { type: 'open-window', window: WINDOW },
  ]
  for (const command of commands) expect(await site.send(command)).toMatchObject({ ok: true })
  for (const id of PEOPLE) {
    const actor = { id, roles: ['delegate' as const], person: id }
    const command = { type: 'set-wishes' as const, innovations: INNOVATIONS }
    await site.runner().submit({ command, actor, repeat: null })
  }
  return site
}
const window = (site: Opened) => site.runner().show().windows[WINDOW] ?? expect.fail('no window')
const picks = (site: Opened, round: RoundId) => site.runner().show().rounds[round]?.picks ?? {}
const close = (site: Opened) => site.send({ type: 'close-window', window: WINDOW })
const hasRun = async (site: Opened, count = 1): Promise<void> => {
  await expect.poll(() => window(site).runs.length).toBe(count)
}

describe('a window that closes', () => {
  test('gets a seating that meets every wish there is room for, and waits to be published', async () => {
    const site = await hall()
    await close(site)
    await hasRun(site)
    const [run] = window(site).runs
    expect(run).toMatchObject({ by: 'system', people: 6, absent: 0, policy: 'nested' })
    expect(run?.figures).toMatchObject({ seats: 12, emptySeats: 0, worstOff: 2 })
    expect(run?.asked).toEqual({ 'tab-one1': 6, 'tab-two2': 6, 'tab-tre3': 6 })
    // Four seats at the first table, and six who wish for it most.
    expect(run?.figures.firstChoice).toBeCloseTo(4 / 6)
    expect(Object.values(run?.unmet ?? {}).flatMap((own) => Object.values(own))).toHaveLength(6)
    expect(window(site).phase).toBe('closed')
    expect(picks(site, A)).toEqual({})
    await site.send({ type: 'publish-seating', window: WINDOW, run: run?.id ?? 0 })
    expect(Object.keys(picks(site, A)).sort()).toEqual(PEOPLE)
    expect(Object.keys(picks(site, B)).sort()).toEqual(PEOPLE)
    for (const id of PEOPLE) expect(picks(site, A)[id]).not.toBe(picks(site, B)[id])
  })
  test('publishes by itself where it is set to', async () => {
    const site = await hall(seatHere, { publishesItself: true })
    await close(site)
    await expect.poll(() => window(site).phase).toBe('published')
    expect(Object.keys(picks(site, A))).toHaveLength(6)
  })
  test('seats only people who have arrived, and keeps what others wish', async () => {
    const site = await hall(seatHere, { everyone: false })
    for (const id of PEOPLE.slice(0, 2)) await site.send({ type: 'check-in', person: id })
    await close(site)
    await hasRun(site)
    const [run] = window(site).runs
    expect(run).toMatchObject({ people: 2, absent: 4 })
    expect(run?.figures.firstChoice).toBe(1)
    expect(Object.keys(site.runner().show().wishes)).toHaveLength(6)
  })
  test('that fails to be seated is logged, and asked for again it works', async () => {
    let fails = true
    const site = await hall((problem) =>
      fails ? Promise.reject(new Error('out of memory')) : seatHere(problem),
    )
    await close(site)
    await expect.poll(() => site.lines.join()).toContain('a seating failed')
    fails = false
    const organiser = await site.organiser()
    expect((await organiser.json(ASK, { keep: true })).json()).toMatchObject({ ok: true })
    await hasRun(site)
  })
})

describe('a seating that is asked for', () => {
  test('to look at leaves no trace, and tries what it is told', async () => {
    const site = await hall()
    const organiser = await site.organiser()
    const before = site.runner().show().version
    const tried = async (body: object): Promise<SeatingAnswer> =>
      (await organiser.json(ASK, { keep: false, ...body })).json()
    const plain = await tried({})
    expect(plain).toMatchObject({ ok: true, run: null, people: 6, absent: 0 })
    const wider = await tried({ tables: { [FIRST]: 3 } })
    expect(wider.figures.firstChoice).toBe(1)
    expect(wider.filled[FIRST]).toBe(6)
    const without = await tried({ tables: { [FIRST]: 0 } })
    expect(without.figures.firstChoice).toBe(0)
    expect(without.filled[FIRST]).toBeUndefined()
    const [jo] = PEOPLE as [PersonId]
    expect(wider.unkept).toEqual([])
    const pin = { people: [jo], table: FIRST, round: A }
    await site.send({ type: 'set-pin', ...pin, pinned: true })
    expect((await tried({ tables: { [FIRST]: 0 } })).unkept, 'told before it is kept').toEqual([
      { ...pin, reason: 'full', person: null },
    ])
    await site.send({ type: 'set-pin', ...pin, pinned: false })
    const together = await tried({ perOrganisation: 1 })
    expect(together.figures.seats, 'all are of one organisation').toBe(12)
    expect(together.filled[FIRST]).toBe(1)
    expect(site.runner().show().version, 'nothing but the pin').toBe(before + 2)
  })
  test('is kept only when choosing has closed, and only for organisers', async () => {
    const site = await hall()
    const organiser = await site.organiser()
    const early = await organiser.json(ASK, { keep: true })
    expect([early.statusCode, early.json().code]).toEqual([409, 'window-not-closed'])
    const other = await organiser.json(ASK.replace(WINDOW, 'win-none'), { keep: true })
    expect(other.statusCode).toBe(404)
    expect((await organiser.json(ASK, { keep: 'yes' })).statusCode).toBe(400)
    const delegate = await site.badge(PEOPLE[0] as PersonId)
    expect((await delegate.json(ASK, { keep: false })).statusCode).toBe(401)
    await close(site)
    await hasRun(site)
    const kept = (await organiser.json(ASK, { keep: true, policy: 'strict' })).json()
    await hasRun(site, 2)
    expect(window(site).runs[1]).toMatchObject({
      id: kept.run,
      policy: 'strict',
      by: expect.stringMatching(/^organiser-/),
    })
  })
})

describe('a table that is closed after the seating', () => {
  test('gives its people other seats at once, and nobody else another', async () => {
    const site = await hall(seatHere, { publishesItself: true })
    // Two more seats elsewhere, so that there is somewhere to go.
    const table = site.runner().show().tables['tab-two2' as TableId]
    if (!table) throw new Error('no table')
    await close(site)
    await expect.poll(() => window(site).phase).toBe('published')
    await site.send({
      type: 'save-table',
      table: { ...table, hosts: [...table.hosts], capacity: 4 },
    })
    const before = { ...picks(site, A) }
    const others = { ...picks(site, B) }
    const lost = PEOPLE.filter((id) => before[id] === FIRST)
    expect(lost).toHaveLength(2)
    await site.send({ type: 'set-round-seats', round: A, table: FIRST, seats: 0 })
    await expect.poll(() => Object.keys(picks(site, A)).length).toBeGreaterThan(4)
    const after = picks(site, A)
    for (const id of PEOPLE)
      if (lost.includes(id)) expect(after[id]).not.toBe(FIRST)
      else expect(after[id]).toBe(before[id])
    expect(picks(site, B), 'in other rounds nobody moves').toEqual(others)
  })
  test('with nobody at it changes nothing', async () => {
    const site = await hall(seatHere, { publishesItself: true })
    await close(site)
    await expect.poll(() => window(site).phase).toBe('published')
    const { length } = window(site).runs
    await site.send({ type: 'end-round', round: A })
    await site.send({
      type: 'set-round-seats',
      round: 'rnd-bbbb' as RoundId,
      table: FIRST,
      seats: 3,
    })
    expect(window(site).runs).toHaveLength(length)
  })
})

describe('what is taken out after a day at the tables', () => {
  const EXPORTS = `/api/shows/${SHOW}/exports`
  async function after(): Promise<{ site: Opened; read: (name: string) => Promise<never> }> {
    const site = await hall(seatHere, { publishesItself: true })
    await close(site)
    await expect.poll(() => window(site).phase).toBe('published')
    const organiser = await site.organiser()
    const read = async (name: string) => (await organiser.get(`${EXPORTS}/${name}`)).json() as never
    return { site, read }
  }
  test('moves tell who went where and why, wishes the lists in order, attendance what was counted', async () => {
    const { site, read } = await after()
    const [jo] = PEOPLE as [PersonId]
    const from = picks(site, A)[jo]
    await site.send({ type: 'move-person', person: jo, round: A, table: null })
    await site.send({ type: 'move-round', round: A })
    const [other = FIRST] = TABLES.filter((id) => id !== from)
    await site.send({ type: 'count-came', round: A, table: other, came: 0 })
    await site.send({ type: 'walk-up', round: A, table: other, person: jo })
    const moves: Record<string, unknown>[] = await read('moves.json')
    expect(moves).toHaveLength(12 + 2)
    expect(moves.slice(-2)).toMatchObject([
      { Round: 1, Name: 'Guest 0', 'To table': '', Why: 'by hand, or their table closed' },
      { Round: 1, Name: 'Guest 0', 'From table': '', Why: 'seated by the desk' },
    ])
    expect(moves[0]).toMatchObject({ Why: 'the seating was published', 'From table': '' })
    const wishes: Record<string, unknown>[] = await read('wishes.json')
    expect(wishes.slice(0, 2)).toMatchObject([
      { Name: 'Guest 0', 'Place in their list': 1, Innovation: 'No 0', 'Table number': 1 },
      { Name: 'Guest 0', 'Place in their list': 2, Innovation: 'No 1' },
    ])
    const attendance: Record<string, unknown>[] = await read('attendance.json')
    expect(
      attendance.filter((row) => row['Round'] === 1 && row['Name'] === 'Guest 0'),
    ).toMatchObject([{ Seat: 'walked up', 'People counted at the table': 1 }])
    expect(attendance.filter((row) => row['Round'] === 2)[0]).toMatchObject({
      'People counted at the table': 'not counted',
    })
  })
  test('the seating is repeated from its export to the last seat, and names nobody', async () => {
    const { read } = await after()
    const file: SeatingExport = await read('seating.json')
    const seats = (visits: readonly { person: string; table: string; round: string }[]): string[] =>
      visits.map(({ person, table, round }) => `${person} ${table} ${round}`).sort()
    expect(seats(seatWindow(file.problem).visits)).toEqual(seats(file.seating.visits))
    expect(file.seating.visits).toHaveLength(12)
    expect(JSON.stringify(file)).not.toMatch(/Guest|Leeds City Council|example\.org/)
  })
  test('one that was tried with other settings and then published is repeated by those, as is one that kept seats', async () => {
    const { site, read } = await after()
    const seats = (visits: readonly { person: string; table: string; round: string }[]): string[] =>
      visits.map(({ person, table, round }) => `${person} ${table} ${round}`).sort()
    const organiser = await site.organiser()
    const tables = { [FIRST]: 1, [TABLES[1] as TableId]: 3 }
    const tried = { policy: 'strict', perOrganisation: 2, everyone: true, tables }
    const { run } = (await organiser.json(ASK, { keep: true, ...tried })).json()
    expect(window(site).runs.at(-1)).toMatchObject({ ...tried, keepSeats: false })
    await site.send({ type: 'publish-seating', window: WINDOW, run })
    const file: SeatingExport = await read('seating.json')
    expect(file.problem).toMatchObject({ policy: 'strict', perGroup: 2 })
    expect(file.problem.tables[0]?.seats).toEqual([1, 1])
    expect(seats(seatWindow(file.problem).visits)).toEqual(seats(file.seating.visits))
    // A table closes: only its people get other seats, in a seating that says so.
    const { length } = window(site).runs
    await site.send({ type: 'set-round-seats', round: A, table: TABLES[1] as TableId, seats: 0 })
    await expect.poll(() => window(site).published).not.toBe(run)
    expect(window(site).runs).toHaveLength(length + 1)
    expect(window(site).runs.at(-1)).toMatchObject({ keepSeats: true, tables: {} })
    const kept: SeatingExport = await read('seating.json')
    expect(seats(seatWindow(kept.problem).visits)).toEqual(seats(kept.seating.visits))
  })
})

test('a window that closed while the server was down is seated when it opens again', async () => {
  let asked = 0
  const never: Seat = () => {
    asked += 1
    return Promise.reject(new Error('the power went'))
  }
  const site = await hall(never)
  await close(site)
  await expect.poll(() => asked).toBe(1)
  const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} }
  const again = createSeating({ shows: site.shows, seat: seatHere, log: quiet })
  await hasRun(site)
  await again.close()
  expect(window(site).id).toBe(WINDOW as WindowId)
})

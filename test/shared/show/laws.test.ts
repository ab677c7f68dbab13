import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '#shared/show/decide.ts'
import { dueAt } from '#shared/show/due.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { seatsAt, walkedTo } from '#shared/show/choosing/seats.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import type { TextRow } from '#shared/show/decision.ts'
import type { InnovationId, PersonId, TextId } from '#shared/show/words.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { controlView } from '#shared/views/control.ts'
import { hostMine } from '#shared/views/host.ts'
import { momentOf } from '#shared/views/moment.ts'
import { needsYou } from '#shared/views/needs.ts'
import { phoneMine, phoneParts } from '#shared/views/phone.ts'
import { stageView } from '#shared/views/stage.ts'
import {
  bench,
  type Bench,
  details,
  draw,
  DRAWN,
  GUESTS,
  HOSTS,
  ORGANISER,
  RD,
  STAGE,
  T0,
  TABLES,
} from '../../support/decider.ts'
import { named } from '../../support/random-choosing.ts'
import { type Step, steps } from '../../support/random-show.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['RUNS'] ?? 120)
const seeded = { seed: SEED, numRuns: RUNS }
const options = fc.record({
  byItself: fc.boolean(),
  wished: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 2 }),
  changeover: fc.constantFrom(0, 30_000),
})

/** Lives the day step by step with what falls due in between, and looks after each. */
function live(
  b: Bench,
  day: readonly Step[],
  look: (b: Bench, step: Step, came: unknown) => void,
): void {
  let at = 0
  for (const step of day) {
    at += step.after
    b.ticks(at)
    const command = named(b.show, step.command)
    const came = b.does(command, at, step.actor)
    look(b, { ...step, command }, came)
  }
}
const law = (erases: boolean, look: (b: Bench, step: Step, came: unknown) => void): void =>
  fc.assert(
    fc.property(options, steps(erases), (how, day) => live(bench(how), day, look)),
    seeded,
  )

function frozen<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value
}
const copy = (show: Show): Show => JSON.parse(JSON.stringify(show)) as Show

test(`L1 no table is ever over its capacity (seed ${SEED})`, () =>
  law(true, ({ show }) => {
    for (const round of Object.values(show.rounds))
      for (const table of Object.values(show.tables)) {
        const seats = Object.values(round.picks).filter((one) => one === table.id).length
        expect(seats).toBeLessThanOrEqual(seatsAt(round, table))
        // Nor by people who walk up, where nobody counted otherwise.
        if (round.came[table.id] === undefined)
          expect(seats + walkedTo(round, table.id)).toBeLessThanOrEqual(
            Math.max(seats, seatsAt(round, table)),
          )
      }
  }))

test(`L2 the seats taken are the count of picks, what people host and present is what tables and innovations say, and no host leaves a table alone (seed ${SEED})`, () => {
  law(true, ({ show }) => {
    for (const round of Object.values(show.rounds)) {
      const counted: Record<string, number> = {}
      for (const table of Object.values(round.picks)) counted[table] = (counted[table] ?? 0) + 1
      expect(round.taken).toEqual(counted)
      for (const person of Object.keys(round.walkUps))
        expect(round.picks, 'nobody is at two tables').not.toHaveProperty(person)
      for (const [table, people] of Object.entries(round.waiting)) {
        expect(new Set(people).size).toBe(people.length)
        for (const person of people) expect(round.picks[person]).not.toBe(table)
      }
    }
    for (const { id, hosts, presents } of Object.values(show.people)) {
      const own = Object.values(show.tables).filter((table) => table.hosts.includes(id))
      expect(own.map((table) => table.id)).toEqual(hosts === null ? [] : [hosts])
      const listed = Object.values(show.windows).flatMap(({ rounds }) => rounds)
      const held = Object.values(show.rounds).filter((round) => round.window !== null)
      expect(held.map((round) => round.id).toSorted()).toEqual(listed.toSorted())
      const pitched = Object.values(show.innovations).filter((one) => one.presenters.includes(id))
      expect([...presents].toSorted()).toEqual(pitched.map((one) => one.id).toSorted())
    }
  })
  law(false, ({ show }) => {
    for (const round of Object.values(show.rounds))
      for (const { id, hosts } of Object.values(show.tables)) {
        // Somebody becomes a host who sat elsewhere before.
        if (round.phase === 'ended' || round.seats[id] === 0) continue
        expect(
          hosts.some((host) => round.picks[host] === id),
          'a guest at one’s own table',
        ).toBe(false)
        if (hosts.length > 0)
          expect(hosts.some((host) => round.picks[host] === undefined)).toBe(true)
      }
  })
})

test(`L3 versions count up by one (seed ${SEED})`, () =>
  law(true, ({ show, journal }) => expect(show.version).toBe(journal.length)))

test(`L4 deciding and viewing change nothing (seed ${SEED})`, () => {
  const people = new Map([...GUESTS, ...HOSTS].map((person) => [person, details(person)]))
  law(true, ({ show }, { command, actor }) => {
    const still = frozen(copy(show))
    const at = T0 + 60_000
    decide(still, command, { at, actor, draw })
    const twice = { type: 'batch', commands: [command, command] } as const
    decide(still, { ...twice, commands: [...twice.commands] }, { at, actor: ORGANISER, draw })
    dueAt(still, at)
    const parts = buildParts(phoneParts, still, people)
    const console = {
      ...buildParts(consoleParts, still, people),
      screens: [],
      clockAhead: 0,
      reached: {},
    }
    frozen(parts)
    frozen(console)
    needsYou(console, at)
    stageView(still, people, STAGE)
    controlView(still, people)
    for (const person of [GUESTS[0], HOSTS[0]]) {
      momentOf(parts, phoneMine(still, people, person), at)
      hostMine(still, people, person)
    }
  })
})

test(`L5 replay of the journal gives the live state (seed ${SEED})`, () =>
  fc.assert(
    fc.property(options, steps(true), (how, day) => {
      const b = bench(how)
      live(b, day, () => {})
      const again = emptyShow(b.show.id)
      for (const event of JSON.parse(JSON.stringify(b.journal)) as Event[]) evolve(again, event)
      expect(again).toEqual(b.show)
    }),
    seeded,
  ))

test(`L6 a batch is its commands one after the other, or nothing (seed ${SEED})`, () =>
  fc.assert(
    fc.property(options, steps(true), (how, day) => {
      const one = bench(how)
      const commands = day
        .map(({ command }) => command)
        .filter(
          ({ type }) =>
            ![
              'pick-table',
              'ask-question',
              'write-note',
              'say-useful',
              'allow-email',
              'propose-table',
              'set-answer',
              'set-wishes',
              'wait-for-table',
              'stop-waiting',
              'arrive',
              'walk-up',
              'call-desk',
              'ask-company',
              'set-most',
              'settle-call',
              'count-came',
              'leave-table',
              'undo-edit',
              'redo-edit',
              // known by the versions that they came with
              'propose-seating',
              'publish-seating',
            ].includes(type),
        )
      const before = copy(one.show)
      const decision = decide(
        one.show,
        { type: 'batch', commands },
        { at: T0, actor: ORGANISER, draw },
      )
      expect(one.show, 'deciding changes nothing').toEqual(before)
      const other = bench(how)
      const came = commands.map((command) => other.does(command, 0))
      const refused = came.findIndex((each) => typeof each === 'string')
      if (!decision.ok) {
        expect(decision.refusal.code).toBe(came[refused])
        expect(decision.refusal.field?.startsWith(`commands[${refused}]`)).toBe(true)
        return
      }
      expect(refused).toBe(-1)
      for (const event of decision.events) evolve(one.show, event)
      // It is one edit, and as many versions less.
      const but = (show: Show) => ({ ...show, version: 0, edits: [] })
      expect(but(one.show)).toEqual(but(other.show))
    }),
    seeded,
  ))

test(`L7 what falls due comes to an end, and a second server decides to nothing (seed ${SEED})`, () =>
  fc.assert(
    fc.property(options, steps(true), (how, day) => {
      const b = bench(how)
      // `ticks` does each due command a second time and throws if that comes to anything.
      live(b, day, () => {})
      const end = day.reduce((sum, { after }) => sum + after, 0)
      b.ticks(end)
      expect(b.ticks(end), 'nothing is left').toBe(0)
    }),
    seeded,
  ))

/** Everything that the state says was written, each with words that tell it from all others. */
function wordsOf(show: Show): Map<TextId, TextRow> {
  const rows: TextRow[] = []
  const add = (kind: string, by: PersonId, other: string, about: PersonId | null = null): void => {
    const id = [kind, by, ...(other === '' ? [] : [other])].join(':') as TextId
    rows.push({ id, by, about, text: `WORDS-${kind}-${by}-${other}-` })
  }
  for (const [by, asked] of Object.entries(show.questions) as [PersonId, InnovationId[]][])
    for (const innovation of asked) add('question', by, innovation)
  for (const [by, guests] of Object.entries(show.notes) as [PersonId, PersonId[]][])
    for (const guest of guests) add('note', by, guest, guest)
  for (const by of Object.keys(show.proposals) as PersonId[])
    for (const kind of ['title', 'line', 'reason']) add(kind, by, '')
  return new Map(rows.map((row) => [row.id, row]))
}

test(`L8 no view holds what its audience must not see (seed ${SEED})`, () => {
  const canary = (person: PersonId) => ({
    name: `NAME-${person}-`,
    organisation: `ORG-${person}-`,
    jobTitle: `JOB-${person}-`,
    email: `MAIL-${person}-`,
    ticket: `TICKET-${person}-`,
  })
  const people = new Map([...GUESTS, ...HOSTS].map((person) => [person, canary(person)]))
  law(true, ({ show }) => {
    const texts = wordsOf(show)
    const open = JSON.stringify([
      buildParts(phoneParts, show, people),
      stageView(show, people, STAGE),
      controlView(show, people),
    ])
    for (const guest of GUESTS)
      expect(open).not.toMatch(new RegExp(`(NAME|ORG|JOB|MAIL|TICKET)-${guest}-`))
    expect(open).not.toMatch(/MAIL-|TICKET-|JOB-|ORG-/)
    const choosing = Object.values(show.windows).some(({ phase }) => phase === 'open')
    if (choosing) expect(open, 'the seed').not.toContain(DRAWN)
    const console = JSON.stringify(buildParts(consoleParts, show, people, texts))
    expect(console).not.toMatch(/MAIL-|TICKET-|WORDS-(question|note|reason)/)
    for (const { by, text } of texts.values())
      if (text.startsWith('WORDS-title') && console.includes(text))
        expect(show.proposals[by]?.state).toBe('waiting')
    for (const person of [...GUESTS, ...HOSTS]) {
      const own = JSON.stringify(hostMine(show, people, person, texts))
      expect(own).not.toMatch(/MAIL-|TICKET-|WORDS-(title|line|reason)/)
      expect(JSON.stringify(phoneMine(show, people, person))).not.toContain('WORDS-')
      const hosted = show.people[person]?.hosts
      const about = hosted == null ? null : show.tables[hosted]?.innovation
      for (const text of texts.values()) {
        if (!own.includes(text.text)) continue
        if (text.text.startsWith('WORDS-note')) expect(text.by, 'a note').toBe(person)
        else expect(text.id, 'asked of this table').toBe(`question:${text.by}:${about}`)
      }
      const table = Object.values(show.tables).find(({ hosts }) => hosts.includes(person))?.id
      for (const guest of [...GUESTS, ...HOSTS]) {
        if (guest === person) continue
        // A host sees who has a seat at their table, and who walked up to it (seed 259671525).
        const isGuest = Object.values(show.rounds).some(
          ({ picks, walkUps }) => table !== undefined && (walkUps[guest] ?? picks[guest]) === table,
        )
        // Once it is over, people are told whom they met at the tables they sat at.
        const isMet =
          show.closedAt !== null &&
          Object.values(show.rounds).some(({ picks, walkUps }) => {
            const sat = walkUps[person] ?? picks[person]
            return sat !== undefined && show.tables[sat]?.hosts.includes(guest) === true
          })
        if (!isGuest && !isMet) expect(own).not.toContain(`NAME-${guest}-`)
      }
    }
  })
  expect([RD.length, TABLES.length], 'the day has rounds and tables').toEqual([2, 3])
})

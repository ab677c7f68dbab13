import { expect, test } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { Outcome } from '#shared/wire/live.ts'
import { delegate, onAir, type OnAir, type Screen } from './on-air.ts'
import { opened } from './page.ts'

interface Phone {
  person: PersonId
  /** Resolves with the answer, or with null when the line ends before it. */
  give(command: Command, counter?: number): Promise<Outcome | null>
  screen: Screen
}

async function phoneOf(all: OnAir, person: PersonId): Promise<Phone> {
  const cookie = await all.cookieOf(person)
  const screen = await opened(all, 'phone', { actor: delegate(person), cookie })
  const device = `device-of-${person}`
  return {
    person,
    screen,
    give: (command, counter = 1) =>
      new Promise((resolve) => {
        screen.socket.on('disconnect', () => resolve(null))
        const id = `${device.slice(-40)}-${counter}`
        screen.socket.emit('command', { id, device, counter, command }, resolve)
      }),
  }
}
const everyone = async (all: OnAir): Promise<Phone[]> =>
  Promise.all(all.full.delegates.map((person) => phoneOf(all, person)))

async function choosing(): Promise<OnAir> {
  const all = await onAir()
  for (const round of all.full.rounds) await all.does({ type: 'open-round', round })
  return all
}
const code = (outcome: Outcome | null): string =>
  outcome === null ? 'no answer' : outcome.ok ? 'ok' : outcome.code

test('all take the same table at once: as many win as it has seats, the others hear where there is room', async () => {
  const all = await choosing()
  const phones = await everyone(all)
  let counter = 0
  for (const round of all.full.rounds) {
    for (const table of all.full.tables) {
      for (const { person } of phones)
        await all.does({ type: 'move-person', person, round, table: null })
      counter += 1
      const pick = { type: 'pick-table' as const, round, table }
      const outcomes = await Promise.all(phones.map(({ give }) => give(pick, counter)))
      const { capacity = 0, number } = all.runner.show().tables[table] ?? {}
      expect(outcomes.filter((one) => code(one) === 'ok')).toHaveLength(capacity)
      for (const outcome of outcomes.filter((one) => code(one) !== 'ok'))
        expect(outcome).toMatchObject({
          code: 'table-full',
          field: 'table',
          message: expect.stringMatching(
            new RegExp(`^Table ${number} filled up while you were choosing\\..* room\\.$`),
          ) as string,
        })
    }
  }
})

test('the same command again is answered as before; an older one is superseded', async () => {
  const all = await choosing()
  const [person = expect.fail('nobody')] = all.full.delegates
  const [round = expect.fail('no round')] = all.full.rounds
  const [a = expect.fail('no table'), b = expect.fail('no table')] = all.full.tables
  const phone = await phoneOf(all, person)
  const later = await phone.give({ type: 'pick-table', round, table: b }, 2)
  expect(await phone.give({ type: 'pick-table', round, table: b }, 2)).toEqual(later)
  expect(code(await phone.give({ type: 'pick-table', round, table: a }, 1))).toBe('superseded')
  expect(all.runner.show().rounds[round]?.picks[person]).toBe(b)
})

test('what is no command of ours is refused by field, and whoever is not signed in is told', async () => {
  const all = await choosing()
  const [person = expect.fail('nobody')] = all.full.delegates
  const phone = await phoneOf(all, person)
  const wrong = { type: 'pick-table', round: 'rnd-1' } as unknown as Command
  expect(await phone.give(wrong)).toMatchObject({ code: 'bad-request' })
  expect(await phone.give({ type: 'launch' } as unknown as Command)).toMatchObject({
    code: 'bad-request',
    field: 'type',
  })
  expect(code(await phone.give({ type: 'hold-day' }))).toBe('not-allowed')
  const anybody = await opened(all, 'phone')
  const outcome = await new Promise<Outcome>((resolve) => {
    const message = { id: 'command-1', device: 'device-1', counter: 1 }
    anybody.socket.emit('command', { ...message, command: { type: 'hold-day' } }, resolve)
  })
  expect(outcome).toMatchObject({ code: 'signed-out', message: expect.any(String) as string })
})

test('closing answers what it has taken before it hangs up', async () => {
  const all = await choosing()
  const phones = await everyone(all)
  const before = all.runner.show().version
  const picks = phones.flatMap(({ give }, index) =>
    all.full.rounds.map((round, at) => {
      const table = all.full.tables[index % all.full.tables.length]
      return give({ type: 'pick-table', round, table: table ?? expect.fail('no table') }, at + 1)
    }),
  )
  // The first answer says that commands have begun to arrive.
  await Promise.race(picks)
  await all.live.close()
  const outcomes = await Promise.all(picks)
  const taken = outcomes.filter((outcome) => code(outcome) === 'ok')
  expect(taken.length).toBeGreaterThan(0)
  expect(new Set(outcomes.map(code))).not.toContain('not-saved')
  const kept = await all.store.read(all.runner.id, before)
  expect(kept).toHaveLength(taken.length)
  expect(phones.every(({ screen }) => !screen.socket.connected)).toBe(true)
})

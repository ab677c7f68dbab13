import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import pino from 'pino'
import { expect, test } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { Actor } from '#shared/show/words.ts'
import { SHOW } from '../../support/seeded.ts'
import { delegate, onAir, type OnAir, organiser, until } from './on-air.ts'
import { WebSocket } from 'ws'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** One step, from three numbers: a delegate picks, leaves or answers, or the organiser does something. */
function step(
  all: OnAir,
  [kind, who, which]: readonly number[],
): { command: Command; actor: Actor } {
  const of = <One>(list: readonly One[], index = 0): One => {
    const one = list[index % list.length]
    if (one === undefined) throw new Error('an empty list')
    return one
  }
  const { delegates, rounds, tables, innovations } = all.full
  const person = of(delegates, who)
  const round = of(rounds, which)
  const me = delegate(person)
  const steps: { command: Command; actor: Actor }[] = [
    { command: { type: 'pick-table', round, table: of(tables, which) }, actor: me },
    { command: { type: 'pick-table', round, table: of(tables, who) }, actor: me },
    { command: { type: 'leave-table', round }, actor: me },
    {
      command: { type: 'set-answer', innovation: of(innovations, which), answer: 'yes' },
      actor: me,
    },
    { command: { type: 'check-in', person }, actor: organiser },
    { command: { type: 'undo-check-in', person }, actor: organiser },
    {
      command: { type: 'black-out', stage: all.stage, on: (which ?? 0) % 2 === 0 },
      actor: organiser,
    },
    { command: { type: 'close-round', round }, actor: organiser },
    { command: { type: 'open-round', round }, actor: organiser },
    { command: { type: 'start-clock', stage: all.stage }, actor: organiser },
    { command: { type: 'next-item', stage: all.stage }, actor: organiser },
  ]
  return of(steps, kind)
}
const numbers = fc.tuple(fc.nat(10), fc.nat(7), fc.nat(5))
const runs = { numRuns: 12, seed: Number(process.env.SEED ?? 20261124) }

test(`after any commands each phone holds what a fresh page does (seed ${runs.seed})`, async () => {
  const all = await onAir()
  for (const round of all.full.rounds) await all.does({ type: 'open-round', round })
  const phones = await Promise.all(
    all.full.delegates.slice(0, 4).map(async (person) => ({
      actor: delegate(person),
      screen: await all.screen({}, await all.cookieOf(person)),
    })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 25 }), async (steps) => {
      for (const one of steps) {
        const { command, actor } = step(all, one)
        await all.does(command, actor)
      }
      for (const { actor, screen } of phones) {
        // Versions may differ: a change that shows on no phone sends no frame.
        const page = all.live.pageState(all.runner, 'phone', actor)
        await until('what a fresh page holds', () =>
          isDeepStrictEqual(
            [screen.parts, screen.mines.at(-1)?.mine],
            json([page.parts, page.mine]),
          ),
        )
      }
    }),
    runs,
  )
})

test('nobody’s details reach another’s phone, a stage, show control or the log', async () => {
  let log = ''
  const all = await onAir({
    log: pino({ level: 'debug' }, { write: (line) => void (log += line) }),
  })
  for (const [index, person] of all.full.delegates.entries())
    await all.does({
      type: 'save-person',
      person,
      roles: ['delegate'],
      details: {
        name: `Canaryname${index}q Canarysurname${index}q`,
        organisation: `Canaryorg${index}q`,
        jobTitle: `Canaryjob${index}q`,
        email: `canarymail${index}q@example.org`,
        ticket: `canaryticket${index}q`,
      },
    })
  for (const round of all.full.rounds) await all.does({ type: 'open-round', round })
  const phones = await Promise.all(
    all.full.delegates.map(async (person) => all.screen({}, await all.cookieOf(person))),
  )
  const stage = await all.screen({ audience: 'stage' }, await all.screenCookie())
  const desk = await all.screen({ audience: 'console' }, await all.organiserCookie())
  const control = new WebSocket(`ws://127.0.0.1:${all.port}/ws?show=${SHOW}`)
  let heard = ''
  control.on('message', (data) => (heard += (data as Buffer).toString()))
  for (const one of fc.sample(numbers, { numRuns: 150, seed: runs.seed })) {
    const { command, actor } = step(all, one)
    await all.does(command, actor)
  }
  const { parts } = all.live.pageState(all.runner, 'phone', null)
  for (const phone of phones)
    await until('the newest parts', () => isDeepStrictEqual(phone.parts, json(parts)))
  await until('show control', () => heard !== '')
  // What is looked for can be found: the console is shown people.
  await until('the console', () => /canary/i.test(JSON.stringify(desk.frames)))
  const shared = JSON.stringify([stage.frames, phones.map((phone) => phone.frames)])
  expect(`${shared}${heard}${log}`).not.toMatch(/canary/i)
  for (const [index, phone] of phones.entries()) {
    const found = JSON.stringify(phone.mines).match(/canary[a-z]+\d+q/gi) ?? []
    expect(found.filter((canary) => !canary.endsWith(`${index}q`))).toEqual([])
  }
})

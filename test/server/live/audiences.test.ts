import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { Command, SingleCommand } from '#shared/show/commands.ts'
import { type Actor, idFrom, type PersonId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { hostMine } from '#shared/views/host.ts'
import { phoneMine, phoneParts } from '#shared/views/phone.ts'
import { stageView } from '#shared/views/stage.ts'
import type { Audience, Frame } from '#shared/wire/live.ts'
import { type Chance, chance } from '../../../scripts/seed/chance.ts'
import { createFeed } from '../../../server/live/feed.ts'
import { SHOW } from '../../support/seeded.ts'
import { delegate, onAir, type OnAir, organiser, type Screen, until } from './on-air.ts'
import { opened } from './page.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
/** A tenth of a second each: what is told is joined for that long. */
const STEPS = 60

/** Any command there is about what there is in this show, but for those of the ticker and of imports. */
function anyCommand(
  all: OnAir,
  luck: Chance,
  spared: readonly PersonId[],
): readonly [Command, Actor] {
  const { full, stage } = all
  const show = all.runner.show()
  const [round, table] = [luck.of(full.rounds.slice(1)), luck.of(full.tables)]
  const [pitch, innovation] = [luck.of(full.pitches), luck.of(full.innovations)]
  const segments = show.stages[stage]?.segments ?? []
  const segment = luck.of(segments)
  const guests = Object.keys(show.people) as PersonId[]
  // Those who look on are met as often as all others together.
  const person = luck.of([luck.of(guests), luck.of(guests), ...spared])
  const others = guests.filter((one) => !spared.includes(one))
  const me = delegate(person)
  const now = show.tables[table]
  const is = show.innovations[innovation]
  const details = {
    name: `Name ${luck.below(1000)}`,
    organisation: `Org ${luck.below(9)}`,
    jobTitle: '',
    email: '',
    ticket: '',
  }
  const [choosing] = full.rounds
  const seated = luck.of([...Object.keys(show.rounds[choosing ?? round]?.picks ?? {}), person])
  // The frequent ones, of which the server knows what they touch.
  const frequent: (readonly [SingleCommand, Actor])[] = [
    [{ type: 'pick-table', round: choosing ?? round, table }, me],
    [{ type: 'pick-table', round: choosing ?? round, table }, me],
    [{ type: 'leave-table', round: choosing ?? round }, delegate(seated as PersonId)],
    [{ type: 'set-answer', innovation, answer: luck.of(['yes', 'maybe', 'no', null]) }, me],
    [{ type: 'check-in', person }, organiser],
    [{ type: 'undo-check-in', person }, organiser],
  ]
  const byCrew: SingleCommand[] = [
    { type: luck.of(['check-in', 'undo-check-in', 'check-in'] as const), person },
    { type: 'move-person', person, round, table: luck.of([table, null]) },
    { type: 'save-person', person, roles: [...(show.people[person]?.roles ?? [])], details },
    {
      type: 'save-person',
      person: idFrom<PersonId>('per', luck.bytes(12)),
      roles: ['delegate'],
      details,
    },
    { type: 'erase-person', person: luck.of(others) },
    { type: 'renew-pass', person: luck.of(others) },
    { type: 'swap-tables', a: table, b: luck.of(full.tables) },
    ...(now
      ? [
          {
            type: 'save-table' as const,
            table: {
              ...now,
              capacity: 1 + luck.below(6),
              hosts: luck.below(3) > 0 ? [...now.hosts] : [person],
            },
          },
        ]
      : []),
    ...(is
      ? [
          {
            type: 'save-innovation' as const,
            innovation: { ...is, title: `T ${luck.below(99)}`, presenters: [person] },
          },
        ]
      : []),
    { type: luck.of(['open-round', 'close-round', 'move-round'] as const), round },
    { type: luck.of(['run-round', 'end-round'] as const), round },
    { type: 'add-round-time', round, by: MINUTE },
    { type: 'load-item', stage, segment, pitch: null },
    { type: luck.of(['start-clock', 'pause-clock', 'resume-clock'] as const), stage },
    { type: luck.of(['next-item', 'previous-item', 'finish-item'] as const), stage },
    { type: luck.of(['restart-clock', 'start-clock'] as const), stage },
    { type: 'add-time', stage, by: MINUTE },
    { type: 'black-out', stage, on: luck.below(2) === 0 },
    { type: 'defer-pitch', pitch, reason: 'late' },
    { type: 'move-pitch', pitch, before: luck.of([null, luck.of(full.pitches)]) },
    { type: luck.of(['hold-day', 'release-day', 'release-day'] as const) },
  ]
  return luck.below(4) > 0 ? luck.of(frequent) : [luck.of(byCrew), organiser]
}

test(`after any commands every screen holds what its page would (seed ${SEED})`, async () => {
  const luck = chance(SEED)
  const all = await onAir()
  const host = all.runner.show().tables[all.full.tables[0] as never]?.hosts[0]
  const guest = all.full.delegates[0]
  if (!host || !guest) throw new Error('somebody hosts, somebody comes')
  const seen: { audience: Audience; person: PersonId | null; screen: Screen; drawn: unknown }[] = []
  const look = async (audience: Audience, actor: Actor | null, cookie?: string): Promise<void> => {
    const { mine: drawn } = all.live.pageState(all.runner, audience, actor)
    const screen = await opened(all, audience, cookie === undefined ? { actor } : { actor, cookie })
    seen.push({ audience, person: actor?.person ?? null, screen, drawn })
  }
  await look('phone', null)
  await look('phone', delegate(guest), await all.cookieOf(guest))
  await look('phone', delegate(host), await all.cookieOf(host))
  await look('host', delegate(host), await all.cookieOf(host))
  await look('stage', null, await all.screenCookie())
  await look('console', organiser, await all.organiserCookie())

  // A pitch has been given, so it can be answered; the first round is open for choosing.
  const { stage, full } = all
  for (const round of full.rounds) await all.does({ type: 'open-round', round })
  await all.does({ type: 'load-item', stage, segment: full.block, pitch: null })
  await all.does({ type: 'start-clock', stage })
  await all.does({ type: 'next-item', stage })
  const types = new Set<string>()
  for (let accepted = 0; accepted < STEPS;) {
    const [command, actor] = anyCommand(all, luck, [host, guest])
    const before = all.runner.show().version
    const result = await all.does(command, actor)
    if (!result.ok || result.version === before) continue
    accepted += 1
    types.add(command.type)
    for (const { audience, person, screen, drawn } of seen) {
      const mine = () => (screen.mines.length > 0 ? screen.mines.at(-1)?.mine : drawn)
      const now = () => ({ parts: screen.parts, mine: mine() })
      const whole = whatIsTrue(all, audience, person)
      await until(`${audience} after ${command.type}`, () => isDeepStrictEqual(now(), whole))
    }
  }
  for (const { screen } of seen)
    for (const [index, frame] of screen.frames.entries())
      if (index > 0) expect(frame.from).toBeLessThanOrEqual(screen.frames[index - 1]?.to ?? 0)
  expect(types.size).toBeGreaterThan(8)
})

/** Straight from the views, without anything that the server has kept. */
function whatIsTrue(all: OnAir, audience: Audience, person: PersonId | null): unknown {
  const [show, people] = [all.runner.show(), all.runner.people()]
  const mine =
    person === null
      ? null
      : audience === 'host'
        ? hostMine(show, people, person)
        : phoneMine(show, people, person)
  const parts =
    audience === 'stage'
      ? { stage: stageView(show, people, all.stage) }
      : audience === 'console'
        ? {
            ...buildParts(consoleParts, show, people),
            screens: all.live.screens(show.id),
            clockAhead: 0,
            reached: {},
          }
        : buildParts(phoneParts, show, people)
  return JSON.parse(JSON.stringify({ parts, mine })) as unknown
}

test('a screen on a slow line is sent the newest once it has read, not all it has missed', async () => {
  const all = await onAir()
  const sent: { packet: string; read: () => void }[] = []
  const feed = createFeed(all.runner, { error: expect.fail, warn() {}, info() {}, debug() {} })
  const signed = await all.access.signed(await all.organiserCookie())
  const hello = { show: SHOW, audience: 'console' as const, epoch: null, held: 0 }
  const joined = feed.join(hello, null, signed, {
    send({ packet }, read) {
      sent.push({ packet, read })
      return false
    },
    bye: expect.fail,
  })
  const frames = (): Frame[] =>
    sent.map(({ packet }) => (JSON.parse(packet.slice(1)) as [string, Frame])[1])
  const fast = await opened(all, 'phone')
  const change = async (title: string): Promise<void> => {
    const result = await all.does({ type: 'change-show', title, place: '' })
    const version = result.ok ? result.version : expect.fail('refused')
    await until(title, () => fast.version() === version)
  }
  for (const title of ['a', 'b', 'c', 'd', 'e']) await change(title)
  expect(sent).toHaveLength(2)
  for (const { read } of sent.slice()) read()
  const titles = () => frames().map(({ parts }) => (parts['show'] as { title: string }).title)
  await until('the newest', () => titles().at(-1) === 'e')
  expect(titles().slice(0, 2)).toEqual(['Leeds Pitch & Talk', 'a'])
  expect(titles()).not.toContain('b')
  expect(titles()).not.toContain('c')
  for (const [index, frame] of frames().entries())
    if (index > 0) expect(frame.from).toBe(frames()[index - 1]?.to)
  joined.leave()
  const { length } = sent
  await change('f')
  expect(sent).toHaveLength(length)
  feed.close()
})

import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { openShows } from '../../../server/runner/shows.ts'
import { fakeClock, listLog, type Opened, opened, ORGANISER, replayed, SHOW } from './opened.ts'

const person = ({ full }: Opened, index = 0): PersonId =>
  full.delegates[index] ?? expect.fail('nobody')

test('a batch happens whole or not at all, people too', async () => {
  const all = await opened()
  const { version } = all.runner.show()
  const people = await all.store.people(all.runner.id)
  const [first, second] = [person(all), person(all, 1)]
  const refused = await all.does({
    type: 'batch',
    commands: [
      { type: 'erase-person', person: first },
      { type: 'check-in', person: 'per-nobodynobody' as PersonId },
    ],
  })
  expect(refused.ok).toBe(false)
  expect(all.runner.show()).toEqual((await replayed(all.store)).show())
  expect(all.runner.show().version).toBe(version)
  expect(await all.store.people(all.runner.id)).toEqual(people)
  const both = await all.does({
    type: 'batch',
    commands: [first, second].map((one) => ({ type: 'erase-person' as const, person: one })),
  })
  expect(both).toMatchObject({ ok: true })
  expect(all.runner.people().has(first) || all.runner.people().has(second)).toBe(false)
})

test('people are kept beside the journal, and are gone when erased', async () => {
  const all = await opened()
  const who = person(all)
  const details = all.runner.people().get(who) ?? expect.fail('no details')
  await all.does({
    type: 'save-person',
    person: who,
    roles: ['delegate'],
    details: { ...details, name: 'Quentin Canary' },
  })
  expect(all.runner.people().get(who)?.name).toBe('Quentin Canary')
  expect((await replayed(all.store)).people().get(who)?.name).toBe('Quentin Canary')
  expect(
    JSON.stringify(await all.store.read(all.runner.id, all.runner.show().version - 1)),
  ).not.toContain('Canary')
  await all.does({ type: 'erase-person', person: who })
  expect(all.runner.people().has(who)).toBe(false)
  expect((await replayed(all.store)).people().has(who)).toBe(false)
})

test('E1 changes of somebody’s details are undone one after the other, and done again', async () => {
  const all = await opened()
  const who = person(all)
  const details = all.runner.people().get(who) ?? expect.fail('no details')
  const name = () => all.runner.people().get(who)?.name
  const edit = () => all.runner.show().edits.at(-1)?.id ?? 0
  const save = async (other: string): Promise<number> => {
    await all.does({
      type: 'save-person',
      person: who,
      roles: ['delegate'],
      details: { ...details, name: other },
    })
    return edit()
  }
  const [first, second] = [await save('First'), await save('Second')]
  for (const [turn, told] of [
    [{ type: 'undo-edit', edit: second }, 'First'],
    [{ type: 'undo-edit', edit: first }, details.name],
    [{ type: 'redo-edit', edit: first }, 'First'],
    [{ type: 'redo-edit', edit: second }, 'Second'],
    [{ type: 'undo-edit', edit: second }, 'First'],
  ] as const) {
    expect(await all.does(turn)).toMatchObject({ ok: true })
    expect(name()).toBe(told)
    expect((await replayed(all.store)).people().get(who)?.name, 'on disk too').toBe(told)
  }
})

test('E1 a role that is taken back leaves the details as they are; E4 twice in one file is one change', async () => {
  const all = await opened()
  const who = person(all)
  const details = all.runner.people().get(who) ?? expect.fail('no details')
  const undoLast = () =>
    all.does({ type: 'undo-edit', edit: all.runner.show().edits.at(-1)?.id ?? 0 })
  const named = (name: string) => ({
    type: 'save-person' as const,
    person: who,
    roles: ['delegate' as const],
    details: { ...details, name },
  })
  await all.does(named('Renamed'))
  await all.does({ type: 'save-person', person: who, roles: ['delegate', 'helper'], details: null })
  expect(await undoLast()).toMatchObject({ ok: true })
  expect(all.runner.show().people[who]?.roles).toEqual(['delegate'])
  expect(all.runner.people().get(who)?.name).toBe('Renamed')
  await all.does({ type: 'batch', file: 'people.csv', commands: [named('Once'), named('Twice')] })
  expect(all.runner.people().get(who)?.name).toBe('Twice')
  expect(await undoLast()).toMatchObject({ ok: true })
  expect(all.runner.people().get(who)?.name).toBe('Renamed')
})

test('E1 what details were is not kept over a restart, and the undo says so and changes nothing', async () => {
  const all = await opened()
  const who = person(all)
  const details = all.runner.people().get(who) ?? expect.fail('no details')
  await all.does({
    type: 'save-person',
    person: who,
    roles: ['delegate', 'helper'],
    details: { ...details, name: 'Renamed' },
  })
  const edit = all.runner.show().edits.at(-1)?.id ?? 0
  await all.shows.close()
  const shows = await openShows({ store: all.store, clock: fakeClock(), log: listLog() })
  const again = shows.get(SHOW) ?? expect.fail('the show is gone')
  const outcome = await again.submit({
    command: { type: 'undo-edit', edit },
    actor: ORGANISER,
    repeat: null,
  })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'details-gone' } })
  expect(again.people().get(who)?.name).toBe('Renamed')
  expect(again.show().people[who]?.roles).toEqual(['helper', 'delegate'])
  await shows.close()
})

test('D8 texts are kept beside the journal like people, over a restart too, and go with who wrote them', async () => {
  const all = await opened()
  const [who, other] = [person(all), person(all, 1)]
  const innovation = Object.values(all.runner.show().innovations)[0]?.id ?? expect.fail('none')
  const asks = (by: PersonId, text: string) =>
    all.runner.submit({
      command: { type: 'ask-question', innovation, text },
      actor: { id: by, roles: ['delegate'], person: by },
      repeat: null,
    })
  const texts = () => [...all.runner.texts().values()].map(({ text }) => text).toSorted()
  expect(await asks(who, 'Canary of one')).toMatchObject({ ok: true })
  expect(await asks(other, 'Canary of the other')).toMatchObject({ ok: true })
  expect(texts()).toEqual(['Canary of one', 'Canary of the other'])
  expect([...(await replayed(all.store)).texts()]).toEqual([...all.runner.texts()])
  const said = await all.store.read(all.runner.id, all.runner.show().version - 2)
  expect(said.map(({ event }) => (event as { type: string }).type)).toEqual(
    Array(2).fill('question-asked'),
  )
  expect(JSON.stringify(said)).not.toContain('Canary')
  await all.does({ type: 'erase-person', person: who })
  expect(texts()).toEqual(['Canary of the other'])
  expect([...(await replayed(all.store)).texts()]).toEqual([...all.runner.texts()])
})

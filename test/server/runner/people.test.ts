import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { type Opened, opened, replayed } from './opened.ts'

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

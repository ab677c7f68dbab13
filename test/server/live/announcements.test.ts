import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { onAir, until } from './on-air.ts'

interface Notices {
  notices: { text: string }[]
}
const textsOf = (of: unknown): string[] =>
  ((of as Notices | undefined)?.notices ?? []).map(({ text }) => text)

test('G2 an announcement reaches the screens that it is for, and the console counts those that have it', async () => {
  const all = await onAir()
  const host = all.full.presenters[0] as PersonId
  const guest = all.full.delegates[0] as PersonId
  const phone = await all.screen({}, await all.cookieOf(guest))
  const stranger = await all.screen({})
  const own = await all.screen({ audience: 'host' }, await all.cookieOf(host))
  const hall = await all.screen({ audience: 'hall' }, await all.screenCookie())
  const desk = await all.screen({ audience: 'console' }, await all.organiserCookie())
  await all.does({ type: 'announce', to: { kind: 'phones' }, text: 'Lunch is late', minutes: 5 })
  await until('on every phone', () =>
    [phone, stranger, own].every(({ parts }) => textsOf(parts).includes('Lunch is late')),
  )
  expect(textsOf(hall.parts)).toEqual([])
  const reached = () => Object.values(desk.parts['reached'] ?? {}) as { have: number; of: number }[]
  await until('counted', () => reached()[0]?.have === 3)
  expect(reached()).toEqual([{ have: 3, of: 3 }])

  await all.does({ type: 'announce', to: { kind: 'hosts' }, text: 'Close at four', minutes: 5 })
  await until('at the host', () => textsOf(own.mines.at(-1)?.mine).includes('Close at four'))
  await until('counted too', () => reached().length === 2 && reached()[1]?.have === 1)
  expect(textsOf(phone.mines.at(-1)?.mine)).toEqual([])
  await all.does({ type: 'announce', to: { kind: 'hall' }, text: 'Doors', minutes: 5 })
  await until('in the hall', () => textsOf(hall.parts).includes('Doors'))

  // A screen that comes later is counted as it comes.
  const late = await all.screen({})
  await until('one more', () => reached()[0]?.of === 4)
  expect(textsOf(late.parts)).toEqual(['Lunch is late'])
  for (const { id } of all.runner.show().announcements)
    await all.does({ type: 'withdraw-announcement', announcement: id })
  await until('gone', () => textsOf(phone.parts).length + textsOf(hall.parts).length === 0)
  await until('forgotten', () => reached().length === 0)
})

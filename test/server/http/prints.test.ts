import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { NAMES, printHall, sit } from './prints-hall.ts'
import { person, SHOW } from './site.ts'

const none = (): never => {
  throw new Error('nobody')
}

test('a day on A6 is its owner’s: rounds in order, their tables, zone by letter, and a code that signs in', async () => {
  const hall = await printHall()
  const { site, people, full } = hall
  const [jo = none()] = people
  const innovation = full.innovations[2] ?? none()
  const own = await site.badge(jo)
  await own.json(`/s/${SHOW}/commands`, { type: 'set-answer', innovation, answer: 'yes' })
  const page = (await own.get(`/s/${SHOW}/me/a6`)).body
  expect(page.match(/<article class="dayprint"/g)).toHaveLength(1)
  expect(page).toContain('Ŵyn Llŷr Łukasiewicz')
  expect([...page.matchAll(/dayprint__round">Round (\d)/g)].map(([, one]) => one)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
  ])
  expect([...page.matchAll(/<b>Table (\d)<\/b>/g)].map(([, one]) => one)).toEqual(['1', '5'])
  expect(page).toMatch(/class="zone zone--a">A</)
  expect(page).toMatch(/class="zone zone--c">C</)
  // Where they have a table it is in words, and an answer is on no paper.
  const titles = Object.values(site.runner().show().innovations)
  expect(page).not.toContain(titles.find(({ id }) => id === innovation)?.title)
  expect(page).toContain('role="img"')
  expect(page).not.toContain('Jo Ellis')

  expect((await site.browser().get(`/s/${SHOW}/me/a6`)).statusCode).toBe(401)
  // The address has no person in it that somebody could put there.
  expect((await own.get(`/s/${SHOW}/me/a6?person=${people[3]}`)).body).not.toContain('Jo Ellis')
})

test('the crew prints anybody’s day, by what the list of people shows, and no code that opens more than theirs', async () => {
  const hall = await printHall()
  const { site, people } = hall
  await site.send(person('per-helper0', 'Hel Per', ['helper']))
  await site.send(person('per-organiser0', 'Org Aniser', ['organiser']))
  await site.send({ type: 'check-in', person: people[3] ?? none() })
  const organiser = await site.organiser()
  const get = async (query: string) => (await organiser.get(`/s/${SHOW}/days${query}`)).body
  const count = (page: string) => page.match(/<article class="dayprint"/g)?.length ?? 0
  expect(count(await get(''))).toBe(Object.keys(site.runner().show().people).length)
  for (const name of NAMES) expect(await get('')).toContain(name)
  expect(count(await get(`?person=${people[1]}`))).toBe(1)
  expect(count(await get('?q=llyr%20wyn'))).toBe(1)
  expect(await get('?q=llyr%20wyn')).toContain('Ŵyn Llŷr')
  expect(await get('?q=jo%20e&here=here')).toContain('Jo Ellis')
  expect(count(await get('?q=jo%20e&here=not-here'))).toBe(0)
  expect(await get('?q=zzzz')).toContain('Nobody fits what you looked for.')
  expect(count(await get('?role=helper'))).toBe(3)
  expect((await organiser.get(`/s/${SHOW}/days?person=per-nobody`)).statusCode).toBe(404)

  const helper = await site.badge('per-helper0' as PersonId)
  const theirs = (await helper.get(`/s/${SHOW}/days?role=organiser`)).body
  expect(count(theirs)).toBe(1)
  expect(theirs).not.toContain('dayprint__qr')
  expect(theirs).toContain('1 page without a QR code')
  expect((await helper.get(`/s/${SHOW}/days?role=delegate`)).body).toContain('dayprint__qr')

  const delegate = await site.badge(people[3] ?? none())
  for (const address of ['days', 'guests'])
    for (const who of [delegate, site.browser()]) {
      const answer = await who.get(`/s/${SHOW}/${address}`)
      expect([401, 403]).toContain(answer.statusCode)
      expect(answer.body).not.toContain('Cyngor Gwynedd')
    }
})

test('a host prints who comes to their own table, with first time and again, and nobody’s answers', async () => {
  const hall = await printHall()
  const { site, full, people } = hall
  await sit(hall, 1, 1, 0)
  await sit(hall, 0, 2, 0)
  const host = await site.badge(full.presenters[0] ?? none())
  const page = (await host.get(`/s/${SHOW}/host/print`)).body
  expect(page.match(/<article class="guestprint"/g)).toHaveLength(1)
  expect(page).toContain('Table 1')
  const rows = [
    ...page.matchAll(/<td><b>(.*?)<\/b><\/td>.*?<\/td> ?<td>.*?<\/td> ?<td>(.*?)<\/td>/g),
  ]
  expect(rows.map(([, name, known]) => [name, known])).toEqual([
    ['Ŵyn Llŷr Łukasiewicz', ''],
    ['Ελένη Παπαδοπούλου', 'first time'],
    ['Ŵyn Llŷr Łukasiewicz', 'again'],
  ])
  expect(page).toContain('Cyngor Gwynedd')
  expect(page).not.toContain('Jo Ellis')
  // A row that is gone names nobody, and the seat is still counted.
  await site.send({ type: 'erase-person', person: people[1] ?? none() })
  expect((await host.get(`/s/${SHOW}/host/print`)).body).not.toContain('Ελένη')

  const organiser = await site.organiser()
  const all = (await organiser.get(`/s/${SHOW}/guests`)).body
  expect(all.match(/<article class="guestprint"/g)).toHaveLength(8)
  expect(all).toContain('Jo Ellis')
  const one = (await organiser.get(`/s/${SHOW}/guests?table=${full.tables[3]}`)).body
  expect(one.match(/<article class="guestprint"/g)).toHaveLength(1)
  expect(one).toContain('Jo Ellis')

  const delegate = await site.badge(people[3] ?? none())
  expect((await delegate.get(`/s/${SHOW}/host/print`)).statusCode).toBe(404)
  expect((await site.browser().get(`/s/${SHOW}/host/print`)).statusCode).toBe(401)
})

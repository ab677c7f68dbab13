import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { qrCode } from '../../../server/http/qr.ts'
import { opened, person, SHOW } from './site.ts'

test('2,000 badges are printed without keeping others waiting', { timeout: 60_000 }, async () => {
  const site = await opened()
  const commands: SingleCommand[] = Array.from({ length: 2_000 }, (_, n) =>
    person(`per-n${String(n).padStart(5, '0')}`, `First${n} Last${n}`),
  )
  await site.send({ type: 'batch', commands })
  const organiser = await site.organiser()
  let turns = 0
  let isDone = false
  const others = (async () => {
    for (; !isDone; turns += 1) await setImmediate()
  })()
  const before = process.cpuUsage()
  const page = await organiser.get(`/s/${SHOW}/badges`)
  const { user } = process.cpuUsage(before)
  isDone = true
  await others
  expect(page.body.match(/<article/g)).toHaveLength(2_000)
  expect(page.body.match(/class="sheet"/g)).toHaveLength(200)
  expect(page.body.endsWith('</html>')).toBe(true)
  expect(turns, 'turns of others').toBeGreaterThanOrEqual(2_000)
  expect(user / 1000 / turns, 'ms a turn').toBeLessThan(10)
})

test('one badge alone, and its size for long names', async () => {
  const site = await opened()
  await site.send(person('per-joellis', 'Jo Ellis'))
  await site.send(person('per-longone', 'Bartholomew Featherstonehaugh-Montgomery'))
  const organiser = await site.organiser()
  const all = await organiser.get(`/s/${SHOW}/badges`)
  expect(all.body).toContain('2 badges, 1 sheet of A4')
  expect(all.body.indexOf('Ellis')).toBeLessThan(all.body.indexOf('Feather'))
  expect(all.body).toMatch(/<article class="namebadge"\s+data-longer\s*>/)
  const one = await organiser.get(`/s/${SHOW}/badges?person=per-joellis`)
  expect(one.body).toContain('Ellis')
  expect(one.body).not.toContain('Feather')
  expect((await organiser.get(`/s/${SHOW}/badges?person=per-nobody`)).statusCode).toBe(404)
  await site.send({ type: 'erase-person', person: 'per-joellis' as never })
  expect((await organiser.get(`/s/${SHOW}/badges`)).body).not.toContain('Ellis')
})

test('a QR code is square, dark on light, with its quiet zone', () => {
  const svg = qrCode('http://hall.test/b/pass').text
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/)
  expect(svg).toContain('M4 4h7v1h-7z')
})

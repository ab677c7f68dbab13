import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { opened, person, SHOW } from './site.ts'

describe('pages', () => {
  test('everyone reads the list of events and the event', async () => {
    const { browser } = await opened()
    const home = await browser().get('/')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('href="/s/leeds-2026"')
    const event = await browser().get('/s/leeds-2026')
    expect(event.body).toContain('Better Care Showcase')
    const me = await browser().get('/s/leeds-2026/me')
    expect(me.statusCode).toBe(200)
  })
  test('a badge link lands on the page of its person', async () => {
    const { badge, send } = await opened()
    await send(person('per-joellis', 'Jo Ellis'))
    const jo = await badge('per-joellis' as PersonId)
    const page = await jo.get(`/s/${SHOW}/me`)
    expect(page.body).toContain('Jo Ellis')
  })
})

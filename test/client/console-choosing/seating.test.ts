import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ShowId, WindowId } from '#shared/show/words.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import { askSeating } from '../../../client/screens/console/choosing/seating.ts'

const answering = (answer: () => Promise<Response>) => {
  const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => answer())
  vi.stubGlobal('fetch', asked)
  return asked
}
const ask = (signal = new AbortController().signal) =>
  askSeating('leeds-2026' as ShowId, 'win-main1' as WindowId, { keep: true }, signal)
const json =
  (body: unknown, status = 200) =>
  () =>
    Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
    )
afterEach(() => vi.unstubAllGlobals())

describe('asking for a seating', () => {
  it('gives what the server worked out', async () => {
    const asked = answering(json({ ok: true, run: 7, people: 3 }))
    expect(await ask()).toMatchObject({ ok: true, body: { run: 7, people: 3 } })
    const [url, init] = asked.mock.calls[0] ?? []
    expect(url).toBe('/api/shows/leeds-2026/windows/win-main1/seating')
    expect(init).toMatchObject({ method: 'POST', body: '{"keep":true}' })
  })
  it('says in words that a server is too old to know how', async () => {
    answering(json({ ok: false, code: 'not-found', message: 'Not here' }, 404))
    expect(await ask()).toMatchObject({ ok: false, message: CHOOSING.tooOld })
  })
  it('says what the server refused, and that nobody knows when the line is lost', async () => {
    answering(json({ ok: false, code: 'window-not-closed', message: 'Close it first.' }))
    expect(await ask()).toMatchObject({ ok: false, message: 'Close it first.' })
    answering(() => Promise.reject(new TypeError('no line')))
    expect(await ask()).toMatchObject({ ok: false, code: 'no-answer' })
  })
  it('can be stopped, and says so', async () => {
    const control = new AbortController()
    answering(() => Promise.reject(new DOMException('stopped', 'AbortError')))
    control.abort()
    expect(await ask(control.signal)).toEqual({
      ok: false,
      code: 'stopped',
      message: CHOOSING.stopped,
    })
  })
})

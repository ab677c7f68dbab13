import { describe, expect, it } from 'vitest'
import type { Grant, Session } from '../../server/store/port.ts'
import type { Fixture } from './contract.ts'
import { SHOW, person, show } from './facts.ts'

const grant = (id = 'per-zoe', of = SHOW): Grant => ({
  role: 'person',
  show: of,
  person: person(id),
  generation: 0,
})
const ORGANISER: Grant = { role: 'organiser', generation: 2 }
const session = (hash: string, over: Partial<Session> = {}): Session => ({
  hash,
  grants: [grant()],
  createdAt: 1000,
  seenAt: 1000,
  expiresAt: 5000,
  ...over,
})

export function keysContract(current: () => Fixture): void {
  describe('settings', () => {
    it('are kept and replaced', async () => {
      const { store, reopen } = current()
      expect(await store.setting('server-key')).toBeNull()
      expect(await store.putSetting('server-key', 'one')).toEqual({ ok: true })
      expect(await store.putSetting('server-key', 'zwei 二')).toEqual({ ok: true })
      expect(await (reopen ? await reopen() : store).setting('server-key')).toBe('zwei 二')
    })

    it('are taken once, and only by who knows the value', async () => {
      const { store } = current()
      await store.putSetting('link', 'hash')
      expect(await store.takeSetting('link', 'guess')).toEqual({ ok: false, reason: 'absent' })
      expect(await store.takeSetting('link', '')).toEqual({ ok: false, reason: 'absent' })
      expect(await store.setting('link')).toBe('hash')
      expect(await store.takeSetting('link', 'hash')).toEqual({ ok: true, value: 'hash' })
      expect(await store.takeSetting('link', 'hash')).toEqual({ ok: false, reason: 'absent' })
      expect(await store.setting('link')).toBeNull()
      await store.putSetting('link', 'new')
      expect(await store.takeSetting('link')).toEqual({ ok: true, value: 'new' })
      expect(await store.takeSetting('link')).toEqual({ ok: false, reason: 'absent' })
    })

    it('go to exactly one of fifty takers at once', async () => {
      const { store } = current()
      await store.putSetting('link', 'hash')
      const takers = Array.from({ length: 50 }, () => store.takeSetting('link', 'hash'))
      expect((await Promise.all(takers)).filter(({ ok }) => ok)).toHaveLength(1)
    })
  })

  describe('sessions', () => {
    it('are found by their hash until they expire or are deleted', async () => {
      const { store, reopen } = current()
      const one = session('aa', {
        grants: [grant(), ORGANISER],
      })
      expect(await store.session('aa', 0)).toBeNull()
      expect(await store.putSession(one)).toEqual({ ok: true })
      await store.putSession(session('bb'))
      const again = reopen ? await reopen() : store
      expect(await again.session('aa', 4999)).toEqual(one)
      expect(await again.session('aa', 5000)).toBeNull()
      await again.putSession({ ...one, grants: [] })
      expect((await again.session('aa', 0))?.grants).toEqual([])
      await again.deleteSession('aa')
      expect(await again.session('aa', 0)).toBeNull()
      expect(await again.session('bb', 0)).toEqual(session('bb'))
    })

    it('move their times without bringing back what was deleted', async () => {
      const { store } = current()
      await store.putSession(session('aa', { grants: [grant('per-zoe', show('spring'))] }))
      await store.putSession(session('bb'))
      await store.deleteSession('bb')
      expect(await store.touchSession('aa', 3000, 9000)).toEqual({ ok: true })
      expect(await store.touchSession('bb', 3000, 9000)).toEqual({ ok: true })
      expect(await store.session('aa', 0)).toEqual(
        session('aa', {
          grants: [grant('per-zoe', show('spring'))],
          seenAt: 3000,
          expiresAt: 9000,
        }),
      )
      expect(await store.session('bb', 0)).toBeNull()
    })

    it('are purged when they have expired', async () => {
      const { store } = current()
      await store.putSession(session('old', { expiresAt: 2000 }))
      await store.putSession(session('new', { expiresAt: 2001 }))
      expect(await store.purgeSessions(2000)).toEqual({ ok: true })
      expect(await store.session('old', 0)).toBeNull()
      expect(await store.session('new', 0)).not.toBeNull()
    })
  })
}

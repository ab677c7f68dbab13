import { describe, expect, it } from 'vitest'
import type { Picture } from '../../server/store/port.ts'
import type { Fixture } from './contract.ts'
import { fact, facts, SHOW, show } from './facts.ts'

const OTHER = show('autumn-rehearsal')
const picture = (of: string, over: Partial<Picture> = {}): Picture => ({
  hash: of.repeat(64).slice(0, 64),
  format: 'image/png',
  bytes: Buffer.from(`bytes of ${of}, 二 `.repeat(400)),
  ...over,
})
const plain = (one: Picture | null) => one && { ...one, bytes: Buffer.from(one.bytes).toString() }

export function picturesContract(current: () => Fixture, onDisk: boolean): void {
  describe('pictures', () => {
    it('are found by show and hash, byte for byte, also before its first event', async () => {
      const { store, reopen } = current()
      const one = picture('a')
      expect(await store.picture(SHOW, one.hash)).toBeNull()
      expect(await store.putPicture(SHOW, one)).toEqual({ ok: true })
      expect(await store.putPicture(SHOW, one), 'again').toEqual({ ok: true })
      const again = reopen ? await reopen() : store
      expect(plain(await again.picture(SHOW, one.hash))).toEqual(plain(one))
      expect(await again.picture(OTHER, one.hash), 'of another show').toBeNull()
    })

    it('come with the events that name them, or not at all', async () => {
      const { store } = current()
      const [one, two] = [picture('a'), picture('b', { format: 'image/webp' })]
      expect(await store.commit(SHOW, 0, facts(0, 1), [], [one])).toEqual({ ok: true, lastN: 1 })
      expect(plain(await store.picture(SHOW, one.hash))).toEqual(plain(one))
      expect(await store.commit(SHOW, 0, [fact(1)], [], [two])).toMatchObject({ ok: false })
      expect(await store.picture(SHOW, two.hash)).toBeNull()
    })

    it('are dropped but for those to keep, and of no other show', async () => {
      const { store } = current()
      const all = ['a', 'b', 'c'].map((of) => picture(of))
      for (const one of all) {
        await store.putPicture(SHOW, one)
        await store.putPicture(OTHER, one)
      }
      const [a = '', b = '', c = ''] = all.map(({ hash }) => hash)
      expect(await store.keepPictures(SHOW, [b])).toEqual({ ok: true })
      const left = (of: typeof SHOW) =>
        Promise.all([a, b, c].map(async (hash) => (await store.picture(of, hash)) !== null))
      expect(await left(SHOW)).toEqual([false, true, false])
      expect(await left(OTHER)).toEqual([true, true, true])
    })

    it('go with their show, from the disk too', async () => {
      const { store, bytes } = current()
      const [gone, kept] = [picture('gone'), picture('kept')]
      await store.commit(SHOW, 0, facts(0, 1), [], [kept])
      await store.commit(OTHER, 0, facts(0, 1), [], [gone])
      if (onDisk) expect(bytes().includes('bytes of gone')).toBe(true)
      expect(await store.removeShow(OTHER)).toEqual({ ok: true })
      expect(await store.picture(OTHER, gone.hash)).toBeNull()
      expect(plain(await store.picture(SHOW, kept.hash))).toEqual(plain(kept))
      if (!onDisk) return
      expect(bytes().includes('bytes of gone')).toBe(false)
      expect(bytes().includes('bytes of kept')).toBe(true)
    })

    it('are in a backup', async () => {
      const { store, backupPath, openBackup } = current()
      const one = picture('a')
      await store.commit(SHOW, 0, facts(0, 1), [], [one])
      expect(await store.backup(backupPath)).toEqual({ ok: true })
      const copy = await openBackup()
      expect(plain(await copy.picture(SHOW, one.hash))).toEqual(plain(one))
      await copy.close()
    })
  })
}

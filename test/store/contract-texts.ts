import { describe, expect, it } from 'vitest'
import type { PersonWrite, TextRow } from '../../server/store/port.ts'
import { random } from './contract-people.ts'
import type { Fixture } from './contract.ts'
import { fact, facts, person, row, SHOW, show, written } from './facts.ts'

const QUESTION = written('question:per-jo:inn-a', 'per-jo', null, 'Wie lange hält sie? 🔋')
const NOTE = written('note:per-ann:per-jo', 'per-ann', 'per-jo', 'call back')
const OTHER = written('note:per-ann:per-max', 'per-ann', 'per-max', 'ask Max')

export function textsContract(current: () => Fixture, onDisk: boolean): void {
  describe('texts', () => {
    it('are written with the events that tell of them, changed and erased', async () => {
      const { store, reopen } = current()
      const rows = [QUESTION, NOTE, OTHER].map((putText) => ({ putText }))
      await store.commit(SHOW, 0, facts(0, 1), rows)
      await store.commit(show('spring'), 0, facts(0, 1), [{ putText: { ...NOTE, text: 'there' } }])
      expect(await store.texts(SHOW)).toEqual([NOTE, OTHER, QUESTION])
      await store.commit(SHOW, 1, facts(1, 1), [{ putText: { ...NOTE, text: 'called' } }])
      expect(await store.texts(SHOW)).toContainEqual({ ...NOTE, text: 'called' })
      await store.commit(SHOW, 2, facts(2, 1), [{ eraseText: NOTE.id }, { eraseText: NOTE.id }])
      const after = reopen ? await reopen() : store
      expect(await after.texts(SHOW)).toEqual([OTHER, QUESTION])
      expect(await after.texts(show('spring'))).toEqual([{ ...NOTE, text: 'there' }])
      expect(await after.texts(show('never'))).toEqual([])
    })

    it('go with whoever wrote them, and with whom they are about, in that show alone', async () => {
      const { store } = current()
      const rows = [QUESTION, NOTE, OTHER].map((putText) => ({ putText }))
      await store.commit(SHOW, 0, facts(0, 1), rows)
      await store.commit(show('spring'), 0, facts(0, 1), rows)
      await store.commit(SHOW, 1, facts(1, 1), [{ erase: person('per-jo') }])
      expect(await store.texts(SHOW), 'hers, and the one about her').toEqual([OTHER])
      expect(await store.texts(show('spring'))).toEqual([NOTE, OTHER, QUESTION])
      await store.commit(SHOW, 2, facts(2, 1), [{ erase: person('per-ann') }])
      expect(await store.texts(SHOW)).toEqual([])
    })

    it('leaves no event of a commit whose text cannot be written', async () => {
      const { store } = current()
      const broken = { putText: { ...NOTE, text: null as unknown as string } }
      const writes = [{ put: row('per-fine') }, broken]
      await expect(store.commit(SHOW, 0, facts(0, 2), writes)).rejects.toThrow(/NOT NULL/)
      expect(await store.shows()).toEqual([])
    })

    it('are in a backup', async () => {
      const { store, backupPath, openBackup } = current()
      await store.commit(SHOW, 0, facts(0, 1), [{ putText: QUESTION }])
      expect(await store.backup(backupPath)).toEqual({ ok: true })
      const copy = await openBackup()
      expect(await copy.texts(SHOW)).toEqual([QUESTION])
      await copy.close()
    })

    if (onDisk)
      it('leaves no byte of an erased text on disk, wherever rows have moved', async () => {
        const { store, bytes } = current()
        const next = random(20261125)
        const below = (limit: number) => Math.floor(next() * limit)
        const kept = new Map<string, TextRow>()
        const gone: string[] = []
        let canaries = 0
        const lose = (which: (one: TextRow) => boolean): void => {
          for (const [id, one] of kept) {
            if (!which(one)) continue
            gone.push(one.text)
            kept.delete(id)
          }
        }
        const put = (): PersonWrite => {
          const [by, about] = [`per-${below(40)}`, below(2) === 0 ? null : `per-${below(40)}`]
          const id = `note:${below(36 ** 6).toString(36)}`
          const long = 'j'.repeat(below(40) === 0 ? 9000 : below(200))
          const one = written(id, by, about, `canary${String(canaries++).padStart(6, '0')} ${long}`)
          lose((held) => held.id === one.id)
          kept.set(id, one)
          return { putText: one }
        }
        const step = (): PersonWrite => {
          const what = next()
          if (what < 0.75) return put()
          const anyone = [...kept.values()][below(kept.size)] ?? QUESTION
          if (what < 0.95) {
            lose((one) => one.id === anyone.id)
            return { eraseText: anyone.id }
          }
          lose((one) => one.by === anyone.by || one.about === anyone.by)
          return { erase: anyone.by }
        }
        for (let n = 0; n < 60; n++) {
          const writes = Array.from({ length: 20 }, step)
          const [last] = [...kept.values()].slice(-1)
          if (last) {
            lose((one) => one.id === last.id)
            writes.push({ eraseText: last.id })
          }
          await store.commit(SHOW, n, [fact(n + 1)], writes)
          if (n % 6 !== 5) continue
          const found = new Set(
            bytes()
              .toString('latin1')
              .match(/canary\d{6}/g),
          )
          expect(gone.filter((one) => found.has(one.slice(0, 12)))).toEqual([])
          expect([...kept.values()].filter(({ text }) => !found.has(text.slice(0, 12)))).toEqual([])
        }
        expect(gone.length).toBeGreaterThan(300)
        expect(await store.texts(SHOW)).toHaveLength(kept.size)
      })
  })
}

import { describe, expect, it } from 'vitest'
import type { PersonRow, PersonWrite } from '../../server/store/port.ts'
import type { Fixture } from './contract.ts'
import { SHOW, fact, facts, person, row, show } from './facts.ts'

/** A small seeded generator (mulberry32), so that a failure can be run again. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function peopleContract(current: () => Fixture, onDisk: boolean): void {
  describe('people', () => {
    it('are written with the events that tell of them, changed and erased', async () => {
      const { store } = current()
      const zoe = row('per-zoe', {
        name: 'Zoë 王 👩🏽‍🔬',
        organisation: 'O’Neill & Søn',
        ticket: '0017',
      })
      await store.commit(SHOW, 0, facts(0, 1), [{ put: zoe }, { put: row('per-max') }])
      await store.commit(show('spring'), 0, facts(0, 1), [
        { put: row('per-zoe', { name: 'Other' }) },
      ])
      expect(await store.people(SHOW)).toEqual([row('per-max'), zoe])
      await store.commit(SHOW, 1, facts(1, 1), [{ put: { ...zoe, email: 'zoe@example.org' } }])
      expect(await store.people(SHOW)).toContainEqual({ ...zoe, email: 'zoe@example.org' })
      await store.commit(SHOW, 2, facts(2, 1), [{ erase: zoe.id }])
      expect(await store.people(SHOW)).toEqual([row('per-max')])
      expect(await store.people(show('spring'))).toEqual([row('per-zoe', { name: 'Other' })])
      expect(await store.people(show('never'))).toEqual([])
    })

    it('takes writes of one commit in their order, and an erasure of nobody', async () => {
      const { store } = current()
      const one = person('per-one')
      await store.commit(SHOW, 0, facts(0, 1), [{ put: row(one) }, { erase: one }, { erase: one }])
      expect(await store.people(SHOW)).toEqual([])
      await store.commit(SHOW, 1, facts(1, 1), [{ erase: one }, { put: row(one) }])
      expect(await store.people(SHOW)).toEqual([row(one)])
    })

    it('leaves no event of a commit whose people cannot be written', async () => {
      const { store } = current()
      const broken = { put: { ...row('per-x'), name: null as unknown as string } }
      const writes = [{ put: row('per-fine') }, broken]
      await expect(store.commit(SHOW, 0, facts(0, 2), writes)).rejects.toThrow(/NOT NULL/)
      expect(await store.shows()).toEqual([])
      await store.commit(SHOW, 0, facts(0, 1), [])
      await expect(store.commit(SHOW, 1, facts(1, 2), writes)).rejects.toThrow(/NOT NULL/)
      expect(await store.read(SHOW, 0)).toEqual(facts(0, 1))
      expect(await store.people(SHOW)).toEqual([])
      expect(await store.commit(SHOW, 1, facts(1, 1), [])).toEqual({ ok: true, lastN: 2 })
    })

    if (onDisk)
      it('leaves no byte of an erased person on disk, wherever rows have moved', async () => {
        const { store, bytes } = current()
        const next = random(20261124)
        const below = (limit: number) => Math.floor(next() * limit)
        const kept = new Map<string, PersonRow>()
        const gone: string[] = []
        let canaries = 0
        const canary = () => `canary${String(canaries++).padStart(6, '0')}`
        const put = (id: string): PersonWrite => {
          const before = kept.get(id)
          if (before) gone.push(before.name, before.email)
          const long = below(50) === 0 ? 'j'.repeat(9000) : 'j'.repeat(below(60))
          const written = row(id, { name: canary(), jobTitle: long, email: canary() })
          kept.set(id, written)
          return { put: written }
        }
        const erase = (id: string): PersonWrite => {
          const before = kept.get(id)
          if (before) gone.push(before.name, before.email)
          kept.delete(id)
          return { erase: person(id) }
        }
        const anyone = () => [...kept.keys()][below(kept.size)] ?? 'per-none'
        let n = 0
        const commit = async (writes: PersonWrite[]) => {
          expect(await store.commit(SHOW, n, [fact(n + 1)], writes)).toMatchObject({ ok: true })
          n++
        }
        const step = () => {
          const what = next()
          if (what < 0.55) return put(`per-${below(36 ** 6).toString(36)}`)
          return what < 0.8 ? put(anyone()) : erase(anyone())
        }
        for (let round = 0; round < 20; round++) {
          for (let i = 0; i < 10; i++) await commit(Array.from({ length: 15 }, step))
          await commit([put('per-last'), erase(anyone())])
          const found = new Set(
            bytes()
              .toString('latin1')
              .match(/canary\d{6}/g),
          )
          expect(gone.filter((one) => found.has(one))).toEqual([])
          expect([...kept.values()].filter(({ name }) => !found.has(name))).toEqual([])
        }
        expect(gone.length).toBeGreaterThan(2000)
        expect(await store.people(SHOW)).toHaveLength(kept.size)
      })
  })
}

import { describe, expect, it } from 'vitest'
import { PAGE } from '../../server/store/port.ts'
import type { PersonWrite, Store, StoredEvent } from '../../server/store/port.ts'
import type { Fixture } from './contract.ts'
import { SHOW, fact, facts, person, row, show } from './facts.ts'

/** The whole journal, page by page. */
export async function wholeJournal(store: Store, id = SHOW): Promise<StoredEvent[]> {
  const all: StoredEvent[] = []
  for (;;) {
    const page = await store.read(id, all.length)
    if (page.length === 0) return all
    all.push(...page)
  }
}

export function journalContract(current: () => Fixture): void {
  describe('journal', () => {
    it('gives back what was appended, in order and field by field', async () => {
      const { store } = current()
      const nothing = { device: null, counter: null, commandId: null }
      const written = [
        fact(1),
        fact(2, nothing),
        fact(3, { event: { type: 'x', deep: [1, { a: null }] } }),
      ]
      expect(await store.commit(SHOW, 0, written.slice(0, 1), [])).toEqual({ ok: true, lastN: 1 })
      expect(await store.commit(SHOW, 1, written.slice(1), [])).toEqual({ ok: true, lastN: 3 })
      expect(await store.read(SHOW, 0)).toEqual(written)
      expect(await store.read(SHOW, 2)).toEqual(written.slice(2))
      expect(await store.read(SHOW, 3)).toEqual([])
    })

    it('keeps every script, and what JSON has to escape', async () => {
      const { store } = current()
      const text = 'Zoë 王小明 محمد 👩🏽‍🔬 e\u0301 "quoted" \\ \n\u0000 \u2028 \ud83d'
      await store.commit(SHOW, 0, [fact(1, { event: { type: text, [text]: text } })], [])
      expect((await store.read(SHOW, 0))[0]?.event).toEqual({ type: text, [text]: text })
    })

    it('lists shows with their first time and last number, and keeps them apart', async () => {
      const { store } = current()
      const spring = show('spring')
      await store.commit(SHOW, 0, facts(0, 2), [])
      await store.commit(spring, 0, [fact(1, { at: 42 })], [])
      await store.commit(SHOW, 2, facts(2, 1), [])
      expect(await store.shows()).toEqual([
        { id: SHOW, createdAt: fact(1).at, lastN: 3 },
        { id: spring, createdAt: 42, lastN: 1 },
      ])
      expect(await store.read(spring, 0)).toHaveLength(1)
      expect(await store.read(show('never'), 0)).toEqual([])
    })

    it('refuses a commit that expects another version, and writes nothing', async () => {
      const { store } = current()
      const late = { ok: false, reason: 'conflict' } as const
      expect(await store.commit(SHOW, 3, facts(3, 1), [])).toEqual({ ...late, lastN: 0 })
      expect(await store.shows()).toEqual([])
      await store.commit(SHOW, 0, facts(0, 2), [])
      const people = [{ put: row('per-late') }]
      expect(await store.commit(SHOW, 0, [fact(1, { commandId: 'a' })], people)).toEqual({
        ...late,
        lastN: 2,
      })
      expect(await store.commit(SHOW, 1, [fact(2, { commandId: 'a' })], people)).toEqual({
        ...late,
        lastN: 2,
      })
      expect(await store.commit(SHOW, 3, [fact(4)], people)).toEqual({ ...late, lastN: 2 })
      expect(await store.read(SHOW, 0)).toEqual(facts(0, 2))
      expect(await store.people(SHOW)).toEqual([])
    })

    it('takes no events that leave a gap, repeat a number or come in another order', async () => {
      const { store } = current()
      await store.commit(SHOW, 0, facts(0, 2), [])
      for (const wrong of [
        [fact(4)],
        [fact(2)],
        [fact(3), fact(5)],
        [fact(4), fact(3)],
        [fact(3), fact(3)],
      ])
        await expect(store.commit(SHOW, 2, wrong, [])).rejects.toThrow(RangeError)
      await expect(store.commit(show('empty'), 0, [], [])).rejects.toThrow(RangeError)
      expect(await store.read(SHOW, 0)).toEqual(facts(0, 2))
    })

    it('commits in the order of the calls, without waiting for the first', async () => {
      const { store } = current()
      const outcomes = await Promise.all([
        store.commit(SHOW, 0, facts(0, 1), []),
        store.commit(SHOW, 1, facts(1, 1), []),
        store.commit(SHOW, 2, facts(2, 1), []),
      ])
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    })

    it('accepts a command id once a show', async () => {
      const { store } = current()
      const same = { commandId: 'cmd-same' }
      const repeated = { ok: false, reason: 'repeated', commandId: 'cmd-same' }
      const own = [fact(1), fact(2, same), fact(3, same), fact(4, same), fact(5)]
      expect(await store.commit(SHOW, 0, own, [])).toEqual({ ok: true, lastN: 5 })
      const people = [{ put: row('per-twice') }]
      expect(await store.commit(SHOW, 5, [fact(6), fact(7, same)], people)).toEqual(repeated)
      expect(await store.read(SHOW, 0)).toEqual(own)
      expect(await store.people(SHOW)).toEqual([])
      expect(await store.commit(show('spring'), 0, [fact(1, same)], [])).toMatchObject({ ok: true })
      const apart = [fact(6, { commandId: 'b' }), fact(7), fact(8, { commandId: 'b' })]
      expect(await store.commit(SHOW, 5, apart, [])).toEqual({ ...repeated, commandId: 'b' })
      const none = [fact(6, { commandId: null }), fact(7, { commandId: null }), fact(8)]
      expect(await store.commit(SHOW, 5, none, [])).toEqual({ ok: true, lastN: 8 })
    })

    it('reads 10,000 events in pages, and comes back with them after a restart', async () => {
      const { store, reopen } = current()
      const all = facts(0, 10_000)
      for (let n = 0; n < all.length; n += 400)
        await store.commit(SHOW, n, all.slice(n, n + 400), [])
      expect(await store.read(SHOW, 0)).toHaveLength(PAGE)
      expect(await store.read(SHOW, 0, 1_000_000)).toHaveLength(PAGE)
      expect((await store.read(SHOW, 1995, 10)).map(({ n }) => n)).toEqual([
        1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005,
      ])
      expect(await wholeJournal(store)).toEqual(all)
      if (reopen) expect(await wholeJournal(await reopen())).toEqual(all)
    })
  })

  describe('backup', () => {
    it('copies while others write: one moment, whole', async () => {
      const { store, backupPath, openBackup } = current()
      // Each event comes with its person, in one transaction: no copy may hold one without the other.
      const id = (n: number) => `per-${String(n).padStart(5, '0')}`
      const event = { type: 'x', pad: 'p'.repeat(2000) }
      const add = (n: number, ...more: PersonWrite[]) =>
        store.commit(SHOW, n - 1, [fact(n, { event })], [{ put: row(id(n)) }, ...more])
      let n = 0
      while (n < 1500) await add(++n)
      await store.putSetting('key', 'value')
      const before = n
      const erased = before + 2
      let done = false
      const backup = store.backup(backupPath).finally(() => (done = true))
      while (!done) {
        n++
        await (n === erased ? add(n, { erase: person(id(1)) }) : add(n))
        await new Promise(setImmediate)
      }
      expect(await backup).toEqual({ ok: true })
      expect(n).toBeGreaterThan(before)
      const copy = await openBackup()
      const events = await wholeJournal(copy)
      expect(events.length).toBeGreaterThanOrEqual(before)
      expect(events).toEqual((await wholeJournal(store)).slice(0, events.length))
      const everybody = events.map((one) => row(id(one.n)))
      expect(await copy.people(SHOW)).toEqual(
        events.length < erased ? everybody : everybody.slice(1),
      )
      expect(await copy.setting('key')).toBe('value')
      await copy.close()
    })

    it('leaves a file that is there alone, and says when it cannot write', async () => {
      const { store, backupPath } = current()
      await store.commit(SHOW, 0, facts(0, 1), [])
      expect(await store.backup(backupPath)).toEqual({ ok: true })
      expect(await store.backup(backupPath)).toMatchObject({ ok: false, reason: 'not-saved' })
      expect(await store.backup(`${backupPath}/below/a/file`)).toMatchObject({
        reason: 'not-saved',
      })
    })

    it('is finished when the store closes', async () => {
      const { store, backupPath, openBackup } = current()
      await store.commit(SHOW, 0, facts(0, 500), [])
      const backup = store.backup(backupPath)
      await store.close()
      expect(await backup).toEqual({ ok: true })
      const copy = await openBackup()
      expect(await wholeJournal(copy)).toHaveLength(500)
      await copy.close()
    })
  })
}

import { describe, expect, it } from 'vitest'
import type { PersonWrite, Session } from '../../server/store/port.ts'
import { wholeJournal } from './contract-journal.ts'
import type { Fixture } from './contract.ts'
import { SHOW, fact, facts, person, row, show, written } from './facts.ts'

const REHEARSAL = show('autumn-rehearsal')

export function removalContract(current: () => Fixture, onDisk: boolean): void {
  describe('removing a show', () => {
    it('takes its events, its people and its address, and nothing of any other show', async () => {
      const { store, reopen } = current()
      const same = { commandId: 'cmd-same' }
      await store.commit(SHOW, 0, [fact(1, same), ...facts(1, 2)], [{ put: row('per-zoe') }])
      await store.commit(
        REHEARSAL,
        0,
        [fact(1, same)],
        [{ put: row('per-zoe') }, { putText: written('note:per-zoe', 'per-zoe', null, 'theirs') }],
      )
      await store.putSetting('server-key', 'one')
      expect(await store.removeShow(REHEARSAL)).toEqual({ ok: true })
      expect((await store.shows()).map(({ id }) => id)).toEqual([SHOW])
      expect(await store.read(REHEARSAL, 0)).toEqual([])
      expect(await store.people(REHEARSAL)).toEqual([])
      expect(await store.texts(REHEARSAL)).toEqual([])
      expect(await wholeJournal(store)).toEqual([fact(1, same), ...facts(1, 2)])
      expect(await store.people(SHOW)).toEqual([row('per-zoe')])
      expect(await store.setting('server-key')).toBe('one')
      if (reopen) expect((await (await reopen()).shows()).map(({ id }) => id)).toEqual([SHOW])
    })

    it('says when there is none of this name, and touches nothing', async () => {
      const { store } = current()
      await store.commit(SHOW, 0, facts(0, 2), [{ put: row('per-zoe') }])
      expect(await store.removeShow(REHEARSAL)).toEqual({ ok: false, reason: 'absent' })
      expect(await wholeJournal(store)).toEqual(facts(0, 2))
      expect(await store.people(SHOW)).toEqual([row('per-zoe')])
    })

    it('leaves its address free for a show that owes nothing to it', async () => {
      const { store } = current()
      await store.commit(SHOW, 0, facts(0, 1), [])
      await store.commit(REHEARSAL, 0, facts(0, 3), [{ put: row('per-zoe') }])
      const session: Session = {
        hash: 'a',
        grants: [
          { role: 'organiser', generation: 1 },
          { role: 'person', show: REHEARSAL, person: person('per-zoe'), generation: 0 },
          { role: 'screen', show: REHEARSAL, generation: 0 },
          { role: 'person', show: SHOW, person: person('per-zoe'), generation: 0 },
        ],
        createdAt: 1,
        seenAt: 1,
        expiresAt: 9,
      }
      await store.putSession(session)
      await store.removeShow(REHEARSAL)
      // A session of the rehearsal would be that of the same person in the next one.
      const [organiser, , , elsewhere] = session.grants
      expect((await store.session('a', 2))?.grants).toEqual([organiser, elsewhere])
      expect(await store.commit(REHEARSAL, 3, [fact(4)], [])).toMatchObject({ lastN: 0 })
      expect(await store.commit(REHEARSAL, 0, facts(0, 1), [])).toEqual({ ok: true, lastN: 1 })
      expect(await store.people(REHEARSAL)).toEqual([])
    })

    if (onDisk)
      it('leaves no byte of its people on disk, of any size and wherever rows have moved', async () => {
        const { store, bytes } = current()
        const put = (of: string, n: number): PersonWrite => ({
          put: row(`per-${(n * 7919) % 10007}x`, {
            name: `${of}name${n}`,
            email: `${of}mail${n}`,
            jobTitle: 'j'.repeat(n % 40 === 0 ? 9_000 : n % 60),
          }),
        })
        const many = Array.from({ length: 600 }, (_, n) => n)
        for (let n = 0; n < 600; n += 100) {
          const some = many.slice(n, n + 100)
          const kept = some.map((one) => put('kept', one))
          await store.commit(SHOW, n / 100, [fact(n / 100 + 1)], kept)
          const gone = some.map((one) => put('gone', one))
          const words = some.map((one) => ({
            putText: written(`note:${(one * 7919) % 10007}`, 'per-x', null, `gonetext${one} `),
          }))
          await store.commit(REHEARSAL, n / 100, [fact(n / 100 + 1)], [...gone, ...words])
        }
        expect(bytes().includes('gonename599')).toBe(true)
        expect(bytes().includes('gonetext599')).toBe(true)
        expect(await store.removeShow(REHEARSAL)).toEqual({ ok: true })
        expect(
          bytes()
            .toString('latin1')
            .match(/gone(name|mail|text)\d+/g),
        ).toBeNull()
        expect(await store.people(SHOW)).toHaveLength(600)
        expect(bytes().includes('keptname599')).toBe(true)
      })
  })
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/port.ts'
import { journalContract } from './contract-journal.ts'
import { peopleContract } from './contract-people.ts'
import { picturesContract } from './contract-pictures.ts'
import { removalContract } from './contract-removal.ts'
import { keysContract } from './contract-keys.ts'
import { textsContract } from './contract-texts.ts'

/** One store under test, and what only its own kind can do. */
export interface Fixture {
  store: Store
  /** closes the store and opens what it left; null where nothing is left */
  reopen: (() => Promise<Store>) | null
  /** all that is on disk at this moment */
  bytes(): Buffer
  /** a path in an empty folder, for a backup */
  backupPath: string
  openBackup(): Promise<Store>
  /** closes everything and removes its files */
  dispose(): Promise<void>
}

/** What every store promises, whatever it is made of. */
export function storeContract(kind: string, onDisk: boolean, make: () => Promise<Fixture>): void {
  describe(`store contract: ${kind}`, () => {
    let fixture: Fixture
    beforeEach(async () => {
      fixture = await make()
    })
    afterEach(() => fixture.dispose())

    it('is empty at first', async () => {
      const { store } = fixture
      expect(await store.shows()).toEqual([])
    })

    const current = () => fixture
    journalContract(current)
    peopleContract(current, onDisk)
    textsContract(current, onDisk)
    removalContract(current, onDisk)
    picturesContract(current, onDisk)
    keysContract(current)
  })
}

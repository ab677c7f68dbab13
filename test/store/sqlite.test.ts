import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../server/store/open.ts'
import { storeContract } from './contract.ts'
import type { Fixture } from './contract.ts'
import { opened } from './opened.ts'

const allBytes = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))

async function fixture(inMemory: boolean): Promise<Fixture> {
  const root = mkdtempSync(join(tmpdir(), 'store-'))
  const folder = join(root, 'data')
  const backupPath = join(root, 'backup.db')
  let store = await opened({ folder: inMemory ? ':memory:' : folder })
  return {
    store,
    reopen: inMemory
      ? null
      : async () => {
          await store.close()
          store = await opened({ folder })
          return store
        },
    bytes: () => (inMemory ? Buffer.alloc(0) : allBytes(folder)),
    backupPath,
    async openBackup() {
      const restored = join(root, 'restored')
      mkdirSync(restored)
      copyFileSync(backupPath, join(restored, DATABASE_FILE))
      return opened({ folder: restored })
    },
    async dispose() {
      await store.close()
      if (existsSync(root)) rmSync(root, { recursive: true })
    },
  }
}

storeContract('SQLite file', true, () => fixture(false))
storeContract('SQLite in memory', false, () => fixture(true))

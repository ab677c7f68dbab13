import { spawnSync } from 'node:child_process'
import Sqlite from 'better-sqlite3'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE, openStore } from '../../server/store/open.ts'
import { openFile } from '../../server/store/sqlite-file.ts'
import { APPLICATION_ID, LATEST_VERSION, MIGRATIONS } from '../../server/store/sqlite-schema.ts'
import { wholeJournal } from './contract-journal.ts'
import { SHOW, fact, facts, row, written } from './facts.ts'
import { opened } from './opened.ts'
import { child } from './process.ts'

let root: string
let folder: string
let file: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trouble-'))
  folder = join(root, 'data')
  file = join(folder, DATABASE_FILE)
})
afterEach(() => rmSync(root, { recursive: true }))

async function filled(): Promise<void> {
  const store = await opened({ folder })
  await store.commit(SHOW, 0, facts(0, 2000), [{ put: row('per-one') }])
  await store.close()
}

/** Says how a process without root's rights fares, which no permission stops. */
async function asNobody(): Promise<string[]> {
  const run = child('nobody', [folder])
  await run.ended
  return run.lines
}

describe('opening', { timeout: 60_000 }, () => {
  it('makes the folder, for its owner’s eyes only', async () => {
    await filled()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('sets what every promise rests on', () => {
    mkdirSync(folder)
    const found = openFile(file, true)
    if (!found.ok) throw new Error(found.reason)
    const value = (pragma: string) => found.db.pragma(pragma, { simple: true })
    expect(value('journal_mode')).toBe('wal')
    expect(value('synchronous')).toBe(2)
    expect(value('fullfsync')).toBe(1)
    expect(value('foreign_keys')).toBe(1)
    expect(value('secure_delete')).toBe(1)
    expect(value('temp_store')).toBe(2)
    expect(value('busy_timeout')).toBe(5000)
    found.db.close()
  })

  it('refuses a folder that cannot be written or made', async () => {
    chmodSync(root, 0o755)
    mkdirSync(folder, { mode: 0o555 })
    expect(await asNobody()).toEqual(['unwritable'])
    rmSync(folder, { recursive: true })
    chmodSync(root, 0o555)
    expect(await asNobody()).toEqual(['unwritable'])
    chmodSync(root, 0o755)
    writeFileSync(folder, 'a file in its place')
    expect(await openStore({ folder })).toMatchObject({ ok: false, reason: 'unwritable' })
  })

  it('refuses a database that cannot be written, in a folder that can', async () => {
    await filled()
    chmodSync(root, 0o755)
    chmodSync(folder, 0o777)
    chmodSync(join(folder, 'lock.db'), 0o666)
    chmodSync(file, 0o444)
    expect(await asNobody()).toEqual(['unwritable'])
  })

  it('refuses what is not a database, and leaves it as it is', async () => {
    mkdirSync(folder)
    const text = 'Dear all, please find attached … '.repeat(200)
    writeFileSync(file, text)
    for (const lock of [true, false])
      expect(await openStore({ folder, lock })).toMatchObject({ ok: false, reason: 'damaged' })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('refuses half a database', async () => {
    await filled()
    truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)
    const outcome = await openStore({ folder })
    expect(outcome).toMatchObject({ ok: false, reason: 'damaged' })
    // Refused is let go: the folder can be opened once the file is put right.
    rmSync(file)
    await (await opened({ folder })).close()
  })

  it('refuses a database with a page of rubbish in its middle', async () => {
    await filled()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 20 * 4096, 21 * 4096)
    writeFileSync(file, bytes)
    expect(await openStore({ folder })).toMatchObject({ ok: false, reason: 'damaged' })
  })

  it('refuses another program’s database, and leaves it as it is', async () => {
    mkdirSync(folder)
    new Sqlite(file).exec('CREATE TABLE recipes (name TEXT)').close()
    const before = readFileSync(file)
    expect(await openStore({ folder })).toMatchObject({ ok: false, reason: 'damaged' })
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a database of a later version, and leaves it as it is', async () => {
    await filled()
    const later = new Sqlite(file)
    later.pragma(`user_version = ${LATEST_VERSION + 1}`)
    later.close()
    const before = readFileSync(file)
    for (const lock of [true, false])
      expect(await openStore({ folder, lock })).toMatchObject({ ok: false, reason: 'newer' })
    expect(readFileSync(file)).toEqual(before)
  })

  it('brings a file of every earlier version up to date, and keeps what is in it', async () => {
    for (let version = 1; version < LATEST_VERSION; version++) {
      mkdirSync(folder)
      const old = new Sqlite(file)
      for (const step of MIGRATIONS.slice(0, version)) old.exec(step)
      old.pragma(`application_id = ${APPLICATION_ID}`)
      old.pragma(`user_version = ${version}`)
      old.exec(`INSERT INTO shows VALUES (1, '${SHOW}');
        INSERT INTO events VALUES (1, 1, 5, 'organiser', NULL, NULL, NULL, 0, '{"type":"x"}');
        INSERT INTO people VALUES (1, 'per-one', 'Name of per-one', '', '', '', '')`)
      old.close()
      const store = await opened({ folder })
      expect(await store.people(SHOW)).toEqual([row('per-one')])
      expect((await store.read(SHOW, 0)).map(({ event }) => event)).toEqual([{ type: 'x' }])
      const putText = written('note:one', 'per-one', null, 'new')
      expect(await store.commit(SHOW, 1, facts(1, 1), [{ putText }])).toEqual({
        ok: true,
        lastN: 2,
      })
      expect(await store.texts(SHOW)).toEqual([putText])
      await store.close()
      rmSync(folder, { recursive: true })
    }
  })

  it('takes what a killed server left of an erased person out of the log', async () => {
    const canary = 'canary-of-the-killed'
    const store = await opened({ folder })
    await store.commit(SHOW, 0, facts(0, 1), [{ put: row('per-one', { name: canary }) }])
    // As after a kill between an erasure and the emptying of the log: the log still tells of her.
    const left = join(root, 'left')
    mkdirSync(left)
    const eraser = new Sqlite(file)
    eraser.pragma('secure_delete = ON')
    eraser.exec('DELETE FROM people')
    for (const end of ['', '-wal'])
      copyFileSync(`${file}${end}`, join(left, `${DATABASE_FILE}${end}`))
    eraser.close()
    await store.close()
    const bytes = () =>
      ['', '-wal']
        .map((end) => join(left, `${DATABASE_FILE}${end}`))
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, 'latin1'))
        .join()
    expect(bytes()).toContain(canary)
    const again = await opened({ folder: left })
    expect(bytes()).not.toContain(canary)
    await again.close()
  })
})

describe('erasing', () => {
  it('empties the log as soon as a reader beside the server has finished', async () => {
    const canary = 'canary-behind-a-reader'
    const store = await opened({ folder })
    await store.commit(SHOW, 0, facts(0, 1), [{ put: row('per-one', { name: canary }) }])
    const reader = new Sqlite(file)
    reader.exec('BEGIN; SELECT * FROM people')
    reader.prepare('SELECT * FROM people').all()
    const began = performance.now()
    const erase = [{ erase: row('per-one').id }]
    expect(await store.commit(SHOW, 1, facts(1, 1), erase)).toEqual({ ok: true, lastN: 2 })
    expect(performance.now() - began).toBeLessThan(2500)
    const log = () => readFileSync(`${file}-wal`, 'latin1')
    expect(log()).toContain(canary)
    reader.exec('COMMIT')
    reader.close()
    await expect.poll(log, { timeout: 5000 }).not.toContain(canary)
    expect(readFileSync(file, 'latin1')).not.toContain(canary)
    await store.close()
  })
})

describe('a full disk', { timeout: 60_000 }, () => {
  it('is told as not saved, and writing goes on where it stopped when there is room', async (test) => {
    if (spawnSync('prlimit').error) return test.skip('prlimit is not installed')
    // A limit on the size of files stands in for the disk: writing past it fails in the same place.
    const limited = ['bash', '-c', 'ulimit -S -f 300; exec "$0" "$@"', process.execPath]
    const run = child('commit', [folder, '100000'], limited)
    await run.said(/^not-saved$/)
    const stopped = run.lines.findLast((line) => line.startsWith('saved ')) ?? ''
    const before = Number(stopped.split('-')[1])
    expect(before).toBeGreaterThan(5)
    spawnSync('prlimit', ['--fsize=unlimited', '--pid', String(run.process.pid)])
    await run.said(new RegExp(`^saved cmd-${before + 20}-end$`))
    run.process.kill('SIGKILL')
    await run.ended
    const saved = run.lines.filter((line) => line !== 'not-saved')
    expect(saved).toEqual(saved.map((_, index) => `saved cmd-${index + 1}-end`))
    const store = await opened({ folder })
    const journal = await wholeJournal(store)
    await store.close()
    expect(journal.length - saved.length).toBeOneOf([0, 1])
    expect(journal).toEqual(journal.map((_, i) => fact(i + 1, { commandId: `cmd-${i + 1}-end` })))
  })
})

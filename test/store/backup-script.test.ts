import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../server/store/open.ts'
import { SHOW, facts, row } from './facts.ts'
import { opened } from './opened.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/backup.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' })

it('npm run backup copies a running server’s database, which opens as it was', async () => {
  const store = await opened({ folder })
  await store.commit(SHOW, 0, facts(0, 3), [{ put: row('per-one') }])
  const { status, stdout, stderr } = run('--data', folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [name = '', ...more] = readdirSync(join(folder, 'backups'))
  expect(more).toEqual([])
  expect(name).toMatch(/^pitch-and-talk-\d{4}(-\d\d){5}\.db$/)
  const copy = join(folder, 'backups', name)
  expect(stdout).toContain(copy)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  await store.commit(SHOW, 3, facts(3, 1), [])
  await store.close()
  renameSync(copy, join(folder, DATABASE_FILE))
  const again = await opened({ folder })
  expect(await again.read(SHOW, 0)).toEqual(facts(0, 3))
  expect(await again.people(SHOW)).toEqual([row('per-one')])
  await again.close()
})

it('npm run backup says in a sentence why there is none, and makes nothing', () => {
  const empty = run('--data', folder)
  expect(empty.status).toBe(1)
  expect(empty.stderr).toBe(
    `There is no database in ${folder}: choose the data folder with --data.\n`,
  )
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})

it('says how it is called when asked, and in a sentence what it does not understand', () => {
  for (const flag of ['--help', '-h']) {
    const { status, stdout, stderr } = run(flag)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('npm run backup -- [file] [--data <folder>]')
  }
  for (const args of [
    ['--dta', folder],
    ['one.db', 'two.db'],
  ]) {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('npm run backup -- ')
    expect(stderr).not.toMatch(/^ +at /m)
  }
})

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { opened } from './opened.ts'
import { wholeJournal } from './contract-journal.ts'
import { SHOW, fact, facts } from './facts.ts'
import { child } from './process.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lock-')), 'data')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

describe('the data folder', { timeout: 60_000 }, () => {
  it('belongs to one server: a second one is refused until the first closes', async () => {
    const store = await opened({ folder })
    expect(await openStore({ folder })).toMatchObject({ ok: false, reason: 'in-use' })
    const second = child('hold', [folder])
    await second.ended
    expect(second.lines).toEqual(['in-use'])
    await store.close()
    await (await opened({ folder })).close()
  })

  it('is free again the moment its server is gone, killed or not', async () => {
    const holder = child('hold', [folder])
    await holder.said(/^open$/)
    expect(await openStore({ folder })).toMatchObject({ ok: false, reason: 'in-use' })
    holder.process.kill('SIGKILL')
    await holder.ended
    await (await opened({ folder })).close()
  })

  it('goes to exactly one of several servers that start at once', async () => {
    const servers = Array.from({ length: 4 }, () => child('hold', [folder]))
    const answers = await Promise.all(servers.map((one) => one.said(/./)))
    for (const one of servers) one.process.kill('SIGKILL')
    await Promise.all(servers.map((one) => one.ended))
    expect(answers.toSorted()).toEqual(['in-use', 'in-use', 'in-use', 'open'])
  })

  it('is open to a tool beside the server, whose journal goes on', async () => {
    const store = await opened({ folder })
    const tool = await opened({ folder, lock: false })
    expect(await tool.putSetting('link', 'hash')).toEqual({ ok: true })
    await store.commit(SHOW, 0, facts(0, 1), [])
    expect(await tool.shows()).toHaveLength(1)
    expect(await store.takeSetting('link', 'hash')).toEqual({ ok: true, value: 'hash' })
    const copy = join(folder, '..', 'copy.db')
    expect(await tool.backup(copy)).toEqual({ ok: true })
    expect(existsSync(copy)).toBe(true)
    await tool.close()
    expect(await store.commit(SHOW, 1, facts(1, 1), [])).toEqual({ ok: true, lastN: 2 })
    await store.close()
  })

  it('can be begun by a tool, which leaves it free for the server', async () => {
    const tool = await opened({ folder, lock: false })
    const store = await opened({ folder })
    await tool.putSetting('link', 'hash')
    expect(await store.setting('link')).toBe('hash')
    await tool.close()
    await store.close()
  })

  it('lets exactly one of several processes take a setting', async () => {
    const store = await opened({ folder })
    for (let i = 0; i < 20; i++) await store.putSetting(`link-${i}`, `hash-${i}`)
    const start = String(Date.now() + 1500)
    const takers = Array.from({ length: 3 }, () => child('take', [folder, start]))
    const taken = await Promise.all(takers.map((one) => one.said(/^taken/)))
    const counts = taken.map((line) => Number(line.split(' ')[1]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    await Promise.all(takers.map((one) => one.ended))
    await store.close()
  })

  it('holds every commit that was answered before a kill, without gaps', async () => {
    let answered = 0
    for (const lines of [1, 40, 7, 90]) {
      const writer = child('commit', [folder, '100000'])
      await writer.said(new RegExp(`^saved cmd-${answered + lines}-end$`))
      writer.process.kill('SIGKILL')
      await writer.ended
      const last = writer.lines.findLast((line) => line.startsWith('saved ')) ?? ''
      const store = await opened({ folder })
      const journal = await wholeJournal(store)
      await store.close()
      // The commit that was under way may be there, though nobody was told.
      expect(journal.length - Number(last.split('-')[1])).toBeOneOf([0, 1])
      expect(journal).toEqual(journal.map((_, i) => fact(i + 1, { commandId: `cmd-${i + 1}-end` })))
      answered = journal.length
    }
  })
})

import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { CommandMessage, Outcome } from '#shared/wire/live.ts'
import { writable } from '../../../client/link/readable.ts'
import { type Answered, createSender, type Sender } from '../../../client/link/send.ts'
import { forgetful, type Keep, kept } from '../../../client/link/surroundings.ts'
import { machine } from './surroundings.ts'

const DONE: Outcome = { ok: true, version: 8 }
/** Only what it is about and which it is matters here. */
const pick = (table: string): Command =>
  ({ type: 'pick-table', round: 'rnd-1', table }) as unknown as Command
const PICK = { key: 'pick:rnd-1' }

/** One page of a phone: its line, and what it has sent and not heard of yet. */
function openPage(keep: Keep, { who = 'per-1', live = true, wall = Date.now } = {}) {
  const line = writable(live)
  const sent: CommandMessage[] = []
  const open: { answer: (outcome: Outcome) => void; lose: () => void }[] = []
  const sender: Sender = createSender({
    show: 'shw-1',
    who,
    live: line,
    surroundings: machine({ keep, wall }),
    emit: (message) => {
      sent.push(structuredClone(message))
      return new Promise((resolve, reject) => {
        open.push({ answer: resolve, lose: () => reject(new Error('lost')) })
      })
    },
  })
  const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)
  return {
    ...sender,
    line,
    sent,
    async answer(outcome: Outcome) {
      open.shift()?.answer(outcome)
      await turn()
    },
    async lose() {
      open.shift()?.lose()
      await turn()
    },
    async cut() {
      line.set(false)
      for (const one of open.splice(0)) one.lose()
      await turn()
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('one command after another', () => {
  test('the second waits for the answer to the first, and both count on', async () => {
    const page = openPage(forgetful())
    const first = page.send(pick('tbl-1'), { key: 'a' })
    void page.send(pick('tbl-2'), { key: 'b' })
    expect(page.sent.map(({ counter }) => counter)).toEqual([1])
    await page.answer(DONE)
    expect(await first).toEqual(DONE)
    expect(page.sent.map(({ counter }) => counter)).toEqual([1, 2])
    expect(page.sent[0]?.id).not.toBe(page.sent[1]?.id)
    expect(page.sent[0]?.device).toBe(page.sent[1]?.device)
  })

  test('a refusal is the answer, and the next goes', async () => {
    const page = openPage(forgetful())
    const first = page.send(pick('tbl-1'), { key: 'a' })
    void page.send(pick('tbl-2'), { key: 'b' })
    const full: Outcome = { ok: false, code: 'table-full', message: 'Full.' }
    await page.answer(full)
    expect(await first).toEqual(full)
    expect(page.sent).toHaveLength(2)
  })

  test('what is under way is known by what it is about', async () => {
    const page = openPage(forgetful())
    void page.send(pick('tbl-1'), PICK)
    expect(page.pending.getSnapshot().get('pick:rnd-1')).toEqual({
      command: pick('tbl-1'),
      state: 'sending',
    })
    await page.cut()
    expect(page.pending.getSnapshot().get('pick:rnd-1')?.state).toBe('waiting')
    page.line.set(true)
    await page.answer(DONE)
    expect(page.pending.getSnapshot().size).toBe(0)
  })
})

describe('no answer', () => {
  test('the very same message goes again on the next line', async () => {
    const page = openPage(forgetful())
    const answer = page.send(pick('tbl-1'), PICK)
    await page.cut()
    page.line.set(true)
    expect(page.sent).toHaveLength(2)
    expect(page.sent[1]).toEqual(page.sent[0])
    await page.answer(DONE)
    expect(await answer).toEqual(DONE)
  })

  test('a server that is closing has not decided: the next one is asked the same', async () => {
    const page = openPage(forgetful())
    void page.send(pick('tbl-1'), PICK)
    await page.answer({ ok: false, code: 'closing', message: '' })
    expect(page.pending.getSnapshot().size).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(page.sent[1]).toEqual(page.sent[0])
  })

  test('a live line that never answers one command answers the others', async () => {
    const page = openPage(forgetful())
    const first = page.send(pick('tbl-1'), { key: 'a' })
    void page.send(pick('tbl-2'), { key: 'b' })
    for (let tries = 0; tries < 5; tries++) {
      await page.lose()
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(await first).toMatchObject({ ok: false, code: 'no-answer' })
    expect(page.sent.map(({ counter }) => counter)).toEqual([1, 1, 1, 1, 1, 2])
  })
})

describe('changes of mind', () => {
  test('a newer command takes the place of one about the same that was not sent yet', async () => {
    const page = openPage(forgetful(), { live: false })
    const older = page.send(pick('tbl-1'), PICK)
    void page.send(pick('tbl-2'), PICK)
    expect(await older).toMatchObject({ ok: false, code: 'replaced' })
    page.line.set(true)
    expect(page.sent.map(({ command }) => command)).toEqual([pick('tbl-2')])
  })

  test('one that was sent stays in front: the server counts them', async () => {
    const page = openPage(forgetful())
    void page.send(pick('tbl-1'), PICK)
    await page.cut()
    void page.send(pick('tbl-2'), PICK)
    expect(page.pending.getSnapshot().get('pick:rnd-1')?.command).toEqual(pick('tbl-2'))
    page.line.set(true)
    await page.answer(DONE)
    expect(page.sent.map(({ command, counter }) => [command, counter])).toEqual([
      [pick('tbl-1'), 1],
      [pick('tbl-1'), 1],
      [pick('tbl-2'), 2],
    ])
  })
})

describe('commands of a moment', () => {
  test('without a line it is given up when it is of no use any more, and never sent', async () => {
    const page = openPage(forgetful(), { live: false })
    const answer = page.send(pick('tbl-1'), { key: 'next', useful: 5_000 })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatchObject({ ok: false, code: 'too-late' })
    page.line.set(true)
    expect(page.sent).toEqual([])
  })

  test('sent without an answer, it says that nobody knows, and is not sent again', async () => {
    const page = openPage(forgetful())
    const answer = page.send(pick('tbl-1'), { key: 'next', useful: 5_000 })
    await page.cut()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatchObject({ ok: false, code: 'no-answer' })
    page.line.set(true)
    expect(page.sent).toHaveLength(1)
  })

  test('is never kept on the device', () => {
    const keep = forgetful()
    void openPage(keep, { live: false }).send(pick('tbl-1'), { key: 'next', useful: 5_000 })
    expect(keep.keys().filter((key) => key.includes('queue'))).toEqual([])
  })
})

describe('over a reload', () => {
  test('what was not answered is sent by the next page, under its own id and number', async () => {
    const keep = forgetful()
    const before = openPage(keep)
    void before.send(pick('tbl-1'), { key: 'a' })
    void before.send(pick('tbl-2'), { key: 'b' })
    const after = openPage(keep)
    const heard: Answered[] = []
    after.onAnswer((one) => heard.push(one))
    expect(after.sent).toEqual(before.sent)
    await after.answer(DONE)
    await after.answer(DONE)
    expect(after.sent.map(({ command, counter }) => [command, counter])).toEqual([
      [pick('tbl-1'), 1],
      [pick('tbl-2'), 2],
    ])
    expect(heard.map(({ key, answer }) => [key, answer])).toEqual([
      ['a', DONE],
      ['b', DONE],
    ])
    expect(openPage(keep).sent).toEqual([])
  })

  test('another person on this phone does not send them; they wait for theirs', () => {
    const keep = forgetful()
    void openPage(keep, { live: false }).send(pick('tbl-1'), PICK)
    expect(openPage(keep, { who: 'per-2' }).sent).toEqual([])
    expect(openPage(keep).sent).toHaveLength(1)
  })

  test('those of a day that is over are forgotten', () => {
    const keep = forgetful()
    void openPage(keep, { live: false }).send(pick('tbl-1'), PICK)
    const tomorrow = (): number => Date.now() + 13 * 3_600_000
    expect(openPage(keep, { wall: tomorrow }).sent).toEqual([])
    expect(openPage(keep).sent).toEqual([])
  })

  test('numbers of two pages never meet', async () => {
    const keep = forgetful()
    const [one, two] = [openPage(keep), openPage(keep)]
    for (const page of [one, two, one]) {
      void page.send(pick('tbl-1'), PICK)
      await page.answer(DONE)
    }
    const all = [...one.sent, ...two.sent]
    expect(new Set(all.map(({ device }) => device)).size).toBe(1)
    expect(all.map(({ counter }) => counter)).toEqual([1, 3, 2])
  })

  test('a browser that keeps nothing still sends', async () => {
    const refusing = kept(() => {
      throw new DOMException('no storage', 'SecurityError')
    })
    const page = openPage(refusing)
    const answer = page.send(pick('tbl-1'), PICK)
    await page.answer(DONE)
    expect(await answer).toEqual(DONE)
    void page.send(pick('tbl-2'), PICK)
    expect(page.sent.map(({ counter }) => counter)).toEqual([1, 2])
  })

  test('what another release kept is thrown away', () => {
    const keep = forgetful()
    keep.set('pitch-and-talk:queue:shw-1:per-1:x', '{"at":')
    keep.set('pitch-and-talk:queue:shw-1:per-1:y', 'null')
    keep.set('pitch-and-talk:device', 'what is this')
    const page = openPage(keep)
    void page.send(pick('tbl-1'), PICK)
    expect(page.sent).toHaveLength(1)
    expect(page.sent[0]?.device).toMatch(/^[0-9a-z]{16}$/)
    expect(keep.keys()).not.toContain('pitch-and-talk:queue:shw-1:per-1:y')
  })
})

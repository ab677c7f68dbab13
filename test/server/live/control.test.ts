import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ServerToControl } from '#shared/wire/control.ts'
import { SHOW } from '../../support/seeded.ts'
import { onAir, type OnAir, until } from './on-air.ts'

interface Surface {
  socket: WebSocket
  heard: ServerToControl[]
  send(message: unknown): void
  of<Type extends ServerToControl['type']>(type: Type): Extract<ServerToControl, { type: Type }>[]
}

async function surface(all: OnAir, headers: Record<string, string> = {}): Promise<Surface> {
  const socket = new WebSocket(`ws://127.0.0.1:${all.port}/ws?show=${SHOW}`, { headers })
  const heard: ServerToControl[] = []
  socket.on('message', (data) =>
    heard.push(JSON.parse((data as Buffer).toString()) as ServerToControl),
  )
  await once(socket, 'open')
  return {
    socket,
    heard,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    of: <Type extends ServerToControl['type']>(type: Type) =>
      heard.filter((one): one is Extract<ServerToControl, { type: Type }> => one.type === type),
  }
}

/** HTTP status of a handshake that is refused; 101 when it is taken. */
function status(url: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(url, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      resolve(101)
      socket.close()
    })
    socket.on('unexpected-response', (request, answer) => {
      resolve(answer.statusCode ?? 0)
      request.destroy()
    })
    socket.on('error', reject)
  })
}

const managerPass = (all: OnAir): string => {
  const [manager] = Object.values(all.runner.show().people).filter((one) =>
    one.roles.includes('stage-manager'),
  )
  if (!manager) expect.fail('no stage manager')
  return all.access.passes.pass({ role: 'person', show: SHOW, person: manager.id, generation: 0 })
}
const dark = (all: OnAir, on = true) => ({ type: 'black-out', stage: all.stage, on })
const isDark = (all: OnAir) => JSON.stringify(all.runner.show().stages[all.stage])

test('the state comes on connecting and after a change', async () => {
  const all = await onAir()
  const one = await surface(all)
  await until('the state', () => one.of('state').length === 1)
  await all.does({ type: 'black-out', stage: all.stage, on: true })
  await until('the change', () => one.of('state').length === 2)
  expect(one.of('state')[1]?.state).not.toEqual(one.of('state')[0]?.state)
})

test('without a pass a command is refused, with one it is answered under its request', async () => {
  const all = await onAir()
  const none = await surface(all)
  none.send({ type: 'command', requestId: 'one', command: dark(all) })
  await until('a refusal', () => none.of('answer').length === 1)
  expect(none.of('answer')[0]).toMatchObject({ requestId: 'one', ok: false, code: 'signed-out' })
  none.send({ type: 'hello', pass: 'nonsense' })
  await until('an error', () => none.of('error').length === 1)
  expect(none.of('error')[0]?.code).toBe('bad-pass')
  none.send({ type: 'hello', pass: managerPass(all) })
  await until('a welcome', () => none.of('welcome').length === 1)
  expect(none.of('welcome')[0]?.roles).toContain('stage-manager')

  const bearer = await surface(all, { authorization: `Bearer ${managerPass(all)}` })
  bearer.send({ type: 'command', requestId: 'two', command: dark(all) })
  await until('an answer', () => bearer.of('answer').length === 1)
  const { version } = all.runner.show()
  expect(bearer.of('answer')[0]).toEqual({ type: 'answer', requestId: 'two', ok: true, version })
})

test('the same request twice counts once, on another line too', async () => {
  const all = await onAir()
  const headers = { authorization: `Bearer ${managerPass(all)}` }
  const [one, two] = [await surface(all, headers), await surface(all, headers)]
  const command = { type: 'command', requestId: 'same', command: dark(all) }
  one.send(command)
  await until('the first answer', () => one.of('answer').length === 1)
  const before = all.runner.show().version
  const state = isDark(all)
  await all.does({ type: 'black-out', stage: all.stage, on: false })
  one.send(command)
  two.send(command)
  await until('all answers', () => one.of('answer').length === 2 && two.of('answer').length === 1)
  expect([...one.of('answer'), ...two.of('answer')].map((answer) => answer)).toEqual(
    Array(3).fill({ type: 'answer', requestId: 'same', ok: true, version: before }),
  )
  expect(isDark(all)).not.toBe(state)
  expect(all.runner.show().version).toBe(before + 1)
})

test('what cannot be understood is answered with a named error, and the line stays', async () => {
  const all = await onAir()
  const one = await surface(all, { authorization: `Bearer ${managerPass(all)}` })
  one.send('{')
  one.send('null')
  one.send({ type: 'dance' })
  await until('errors', () => one.of('error').length === 3)
  expect(one.of('error').map((error) => error.code)).toEqual([
    'not-json',
    'bad-request',
    'bad-request',
  ])
  one.send({ type: 'command', requestId: 'x', command: { type: 'dance' } })
  await until('an answer', () => one.of('answer').length === 1)
  expect(one.of('answer')[0]).toMatchObject({ code: 'bad-request', field: 'type' })
  for (let count = 0; count < 60; count += 1) one.send('{')
  await until('too many', () => one.of('error').some((error) => error.code === 'too-many'))
  expect(one.socket.readyState).toBe(WebSocket.OPEN)
})

test('one gate: each path has its taker, others are not found', async () => {
  const all = await onAir()
  const ws = `ws://127.0.0.1:${all.port}`
  const screens = `${ws}/socket.io/?EIO=4&transport=websocket`
  expect(await status(screens)).toBe(101)
  expect(await status(`${ws}/ws?show=${SHOW}`)).toBe(101)
  expect(await status(`${ws}/ws?show=other`)).toBe(404)
  expect(await status(`${ws}/elsewhere`)).toBe(404)
  expect(await status(`${ws}/socket.iox`)).toBe(404)
})

test('pages of other sites open neither socket, our own do', async () => {
  const all = await onAir({ publicUrl: 'https://hall.example.org' })
  const ws = `ws://127.0.0.1:${all.port}`
  for (const url of [`${ws}/socket.io/?EIO=4&transport=websocket`, `${ws}/ws?show=${SHOW}`]) {
    expect(await status(url, { origin: all.url })).toBe(101)
    expect(await status(url, { origin: 'https://hall.example.org' })).toBe(101)
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`])
      expect(await status(url, { origin })).toBeOneOf([400, 403])
  }
})

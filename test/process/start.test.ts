import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, MAIN, startServer } from '../support/server.ts'

let data: ReturnType<typeof dataFolder>
beforeEach(() => {
  data = dataFolder()
})
afterEach(() => data.done())

/** A start that is to fail: what it says and its exit code. */
async function failedStart(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said, out }
}

describe('a start that cannot be is one clear sentence', () => {
  it.each([
    [['--prot', '80'], 'There is no --prot: see --help.\n'],
    [['--port', 'eighty'], 'The port must be a number from 0 to 65535, not eighty.\n'],
    [['--cert', 'x.pem'], '--cert and --key go together: a certificate and its private key.\n'],
  ])('%j', async (args, sentence) => {
    expect(await failedStart(args)).toEqual({ code: 1, said: sentence, out: '' })
  })
  it('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const args = ['--data', data.folder, '--host', '127.0.0.1', '--port', String(port)]
    const { code, said } = await failedStart(args)
    other.close()
    expect(said).toMatch(new RegExp(`^Port ${port} is taken [^\\n]+\\.\\n$`))
    expect(code).toBe(1)
  })
  it('an address of another computer', async () => {
    const { code, said } = await failedStart([
      '--data',
      data.folder,
      '--host',
      '203.0.113.7',
      '--port',
      '0',
    ])
    expect(said).toMatch(/^203\.0\.113\.7 is not an address of this computer[^\n]+\.\n$/)
    expect(code).toBe(1)
  })
  it('a data folder that cannot be written', async () => {
    writeFileSync(join(data.folder, 'file'), '')
    const { code, said } = await failedStart(['--data', join(data.folder, 'file', 'data')])
    expect(said).toMatch(/^The data folder [^\n]+ cannot be written[^\n]+\.\n$/)
    expect(code).toBe(1)
  })
  it('a data folder in use', async () => {
    const server = await startServer(data.folder)
    const { code, said } = await failedStart(['--data', data.folder, '--port', '0'])
    await server.stop()
    expect(said).toMatch(/^The data folder [^\n]+ is in use[^\n]+\.\n$/)
    expect(code).toBe(1)
  })
})

describe('a start', () => {
  it('says where everything is, and how to become the organiser, until a passphrase is chosen', async () => {
    const folder = join(data.folder, 'new')
    const first = await startServer(folder)
    expect(first.claim).toMatch(/^\/claim\/[\w-]{20,}$/)
    expect(first.said()).toContain(folder)
    expect(first.said()).toMatch(/Phones +/)
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    expect(await first.stop()).toBe(0)
    const second = await startServer(folder)
    expect(second.claim).not.toBe(first.claim)
    expect(
      (await fetch(`${second.url}${first.claim}`)).status,
      'the older link is worthless',
    ).not.toBe(200)
    await second.stop()
  })
  it('takes its flags from the environment', async () => {
    mkdirSync(join(data.folder, 'env'))
    const server = await startServer(join(data.folder, 'env'), {
      env: { PUBLIC_URL: 'https://pitch.example.org' },
    })
    expect(server.said()).toMatch(/Phones +https:\/\/pitch\.example\.org/)
    await server.stop()
  })
  it('ends in order on a signal, without a word of complaint', async () => {
    const server = await startServer(data.folder)
    expect(await server.stop()).toBe(0)
    expect(server.said()).not.toMatch(/"level":[456]0|Error/)
  })
})

import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { HOST, opened, SHOW } from './site.ts'

describe('headers', () => {
  test('let a page run our own files only', async () => {
    const { browser } = await opened()
    const { headers } = await browser().get(`/s/${SHOW}`)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain(`connect-src 'self' ws://${HOST} wss://${HOST}`)
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
  })
  test('a Host that is none does not get into the policy', async () => {
    const { browser } = await opened()
    const { headers } = await browser().get('/', { host: 'a.test; script-src *' })
    expect(String(headers['content-security-policy'])).not.toContain('script-src *')
  })
  test('ask for TLS under TLS only', async () => {
    const plain = await (await opened()).browser().get('/')
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    expect(plain.headers['cross-origin-opener-policy']).toBeUndefined()
    const secure = await (await opened({ config: { secure: true } })).browser().get('/')
    expect(secure.headers['strict-transport-security']).toContain('max-age=15552000')
    expect(secure.headers['cross-origin-opener-policy']).toBe('same-origin')
  })
  test('errors have them too', async () => {
    const { browser } = await opened()
    const { headers, statusCode } = await browser().get('/nowhere')
    expect(statusCode).toBe(404)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  })
})

describe('sizes', () => {
  test('pages are sent small, to whoever can read that', async () => {
    const { browser } = await opened()
    const plain = await browser().get('/api/docs')
    const br = await browser().get('/api/docs', { 'accept-encoding': 'gzip, br' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
    const gzip = await browser().get('/api/docs', { 'accept-encoding': 'gzip' })
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
  })
  test('built files are small, kept for ever, and typed', async () => {
    const { browser } = await opened()
    const file = '/assets/entry-phone-aaaaaaaa.js'
    const br = await browser().get(file, { 'accept-encoding': 'br' })
    expect(br.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(br.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(br.headers['vary']).toContain('accept-encoding')
    expect(br.rawPayload.length).toBeLessThan(200)
    const plain = await browser().get(file, { 'accept-encoding': 'br;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
    expect((await browser().get('/assets/nothing.js')).statusCode).toBe(404)
    expect((await browser().get('/assets/..%2fserver/entry-server.js')).statusCode).toBe(404)
    expect((await browser().get('/assets/manifest.json')).headers['cache-control']).toBe('no-cache')
  })
  test('films are sent in the parts that Safari asks for', async () => {
    const { browser } = await opened()
    const part = await browser().get('/assets/film-11111111.mp4', { range: 'bytes=0-99' })
    expect(part.statusCode).toBe(206)
    expect(part.rawPayload.length).toBe(100)
  })
})

test('on a real line: HEAD, keep-alive and a broken request', async () => {
  const { app } = await opened()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const head = await new Promise<number | undefined>((resolve, reject) => {
    request({ port, host: '127.0.0.1', method: 'HEAD', path: '/' }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
      .on('error', reject)
      .end()
  })
  expect(head).toBe(200)
})

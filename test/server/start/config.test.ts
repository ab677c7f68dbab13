import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'

const problemOf = (args: string[], env = {}): string => {
  const read = readConfig(args, env)
  return !read.ok && 'problem' in read ? read.problem : `no problem: ${JSON.stringify(read)}`
}

describe('flags and environment', () => {
  test('without any, everything has a default', () => {
    expect(readConfig([], {})).toEqual({
      ok: true,
      config: {
        port: 3000,
        host: null,
        data: './data',
        publicUrl: null,
        tls: null,
        logLevel: 'warn',
      },
    })
  })
  test('flags win over variables, empty variables are none', () => {
    const read = readConfig(['--port', '81', '--public-url=https://pitch.example.org/'], {
      PORT: '9',
      DATA: '/srv/pitch',
      HOST: '',
      LOG_LEVEL: 'info',
    })
    expect(read).toMatchObject({
      config: {
        port: 81,
        data: '/srv/pitch',
        host: null,
        publicUrl: 'https://pitch.example.org',
        logLevel: 'info',
      },
    })
  })
  test.each([
    [['--prot', '80'], /--prot/],
    [['-x'], /-x/],
    [['80'], /80/],
    [['--port'], /--port needs/],
    [['--port', '--host', 'x'], /--port needs/],
    [['--port', '1e3'], /number from 0 to 65535, not 1e3/],
    [['--port', '70000'], /70000/],
    [['--port='], /not \./],
    [['--public-url', 'pitch.example.org'], /https:\/\/pitch/],
    [['--public-url', 'https://pitch.example.org/path'], /path/],
    [['--log-level', 'loud'], /loud/],
    [['--cert', 'a.pem'], /together/],
    [
      ['--cert', '/nowhere/a.pem', '--key', '/nowhere/b.pem'],
      /certificate \/nowhere\/a\.pem cannot be read/,
    ],
  ])('%j is refused in one sentence', (args, words) => {
    const problem = problemOf(args)
    expect(problem).toMatch(words)
    expect(problem).toMatch(/^[^\n]+\.$/)
  })
  test('certificate and key are read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'))
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name)) as [
      string,
      string,
    ]
    writeFileSync(cert, 'C')
    expect(problemOf(['--cert', cert, '--key', key])).toMatch(/private key/)
    writeFileSync(key, 'K')
    const read = readConfig([], { CERT: cert, KEY: key })
    expect(read.ok && read.config.tls?.key.toString()).toBe('K')
  })
  test('help names every flag and its variable', () => {
    const read = readConfig(['--help'], {})
    const help = !read.ok && 'help' in read ? read.help : ''
    for (const word of [
      '--port',
      '--host',
      '--data',
      '--public-url',
      '--cert',
      '--key',
      '--log-level',
      'PUBLIC_URL',
    ])
      expect(help).toContain(word)
  })
})

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  port: number
  /** null: every address of this computer */
  host: string | null
  /** the data folder */
  data: string
  /** what people type and QR codes hold, behind a proxy: `https://pitch.example.org` */
  publicUrl: string | null
  tls: { cert: Buffer; key: Buffer } | null
  logLevel: LogLevel
}

export type ReadConfig =
  | { ok: true; config: Config }
  | { ok: false; problem: string }
  | { ok: false; help: string }

interface Option {
  env: string
  what: string
  shows: string
}
const OPTIONS: Record<string, Option> = {
  port: { env: 'PORT', shows: '<number>', what: 'listen on this port (3000)' },
  host: { env: 'HOST', shows: '<address>', what: 'listen on this address only (all)' },
  data: { env: 'DATA', shows: '<folder>', what: 'keep the data in this folder (./data)' },
  'public-url': { env: 'PUBLIC_URL', shows: '<url>', what: 'what people type, behind a proxy' },
  cert: { env: 'CERT', shows: '<file>', what: 'TLS certificate (PEM), together with --key' },
  key: { env: 'KEY', shows: '<file>', what: 'TLS private key (PEM)' },
  'log-level': { env: 'LOG_LEVEL', shows: '<level>', what: `${LOG_LEVELS.join(', ')} (warn)` },
}

/** Flags and environment, read once. A flag wins over its variable. */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv): ReadConfig {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  const value = (name: string): string | undefined => {
    const set = env[OPTIONS[name]?.env ?? '']
    return flags.values[name] ?? (set === '' ? undefined : set)
  }
  const port = portOf(value('port') ?? '3000')
  if (port === null)
    return wrong(`The port must be a number from 0 to 65535, not ${value('port')}.`)
  const publicUrl = value('public-url') ?? null
  if (publicUrl !== null && !isOrigin(publicUrl))
    return wrong(`The public address must look like https://pitch.example.org, not ${publicUrl}.`)
  const logLevel = LOG_LEVELS.find((level) => level === (value('log-level') ?? 'warn'))
  if (!logLevel)
    return wrong(
      `The log level must be one of ${LOG_LEVELS.join(', ')}, not ${value('log-level')}.`,
    )
  const tls = readTls(value('cert'), value('key'))
  if (!tls.ok) return tls
  return {
    ok: true,
    config: {
      port,
      host: value('host') ?? null,
      data: value('data') ?? './data',
      publicUrl: publicUrl === null ? null : new URL(publicUrl).origin,
      tls: tls.tls,
      logLevel,
    },
  }
}

type Flags = { ok: true; values: Record<string, string> } | Exclude<ReadConfig, { ok: true }>

function readFlags(args: readonly string[]): Flags {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        Object.keys(OPTIONS).map((name) => [name, { type: 'string' }] as const),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    tokens: true,
  })
  const values: Record<string, string> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') return wrong(`${token.value} is not understood: see --help.`)
    if (token.kind !== 'option') continue
    if (token.name === 'help' || token.name === 'h') return { ok: false, help: help() }
    if (!Object.hasOwn(OPTIONS, token.name))
      return wrong(`There is no ${token.rawName}: see --help.`)
    if (token.value === undefined || token.value.startsWith('--'))
      return wrong(`--${token.name} needs ${OPTIONS[token.name]?.shows} after it: see --help.`)
    values[token.name] = token.value
  }
  return { ok: true, values }
}

const wrong = (problem: string): { ok: false; problem: string } => ({ ok: false, problem })

function portOf(text: string): number | null {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search + hash + username === ''
}

type Tls = { ok: true; tls: Config['tls'] } | { ok: false; problem: string }

function readTls(cert: string | undefined, key: string | undefined): Tls {
  if (cert === undefined && key === undefined) return { ok: true, tls: null }
  if (cert === undefined || key === undefined)
    return wrong('--cert and --key go together: a certificate and its private key.')
  const certBytes = readOrNull(cert)
  if (!certBytes) return wrong(`The certificate ${cert} cannot be read.`)
  const keyBytes = readOrNull(key)
  if (!keyBytes) return wrong(`The private key ${key} cannot be read.`)
  return { ok: true, tls: { cert: certBytes, key: keyBytes } }
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    // Whatever the reason, the person at the terminal is told which file it is.
    return null
  }
}

function help(): string {
  const lines = Object.entries(OPTIONS).map(
    ([name, { shows, what, env }]) =>
      `  ${`--${name} ${shows}`.padEnd(24)}${what.padEnd(48)}${env}`,
  )
  return [
    'npm start -- [flags]    Runs Pitch & Talk on this computer.',
    '',
    `  ${''.padEnd(72)}variable`,
    ...lines,
    `  ${'--help'.padEnd(24)}this text`,
    '',
    'A flag wins over its variable. Stop with Ctrl+C: nothing is lost.',
    '',
  ].join('\n')
}

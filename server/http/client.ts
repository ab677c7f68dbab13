import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageAssets, Renderer } from '#shared/wire/render.ts'

/** What the build of the client holds: dist/client for browsers, dist/server for us. */
export interface Client {
  /** folder whose files are served under /assets/ */
  folder: string
  /** what a page must load to run client/entry-<name> */
  assets(name: string): PageAssets
  /** null: it is not built */
  renderer: Renderer | null
}

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
  isEntry?: boolean
}
type Manifest = Record<string, Chunk>

const NOTHING: PageAssets = { script: '', preload: [], styles: [] }
const address = (file: string): string => `/assets/${file}`

/** Reads the build once. What is missing is left out: pages that need it say so. */
export async function loadClient(dist: string): Promise<Client> {
  const known = new Map<string, PageAssets>()
  for (const manifest of await readManifests(join(dist, 'client'))) {
    for (const [source, chunk] of Object.entries(manifest)) {
      const name = /^client\/entry-([a-z-]+)\.(?:tsx?|css)$/.exec(source)?.[1]
      if (name !== undefined && chunk.isEntry) known.set(name, assetsOf(manifest, chunk))
    }
  }
  return {
    folder: join(dist, 'client'),
    assets: (name) => known.get(name) ?? NOTHING,
    renderer: await loadRenderer(join(dist, 'server', 'entry-server.js')),
  }
}

/** One a build: every screen is a build of its own. */
async function readManifests(folder: string): Promise<Manifest[]> {
  if (!existsSync(folder)) return []
  const files = (await readdir(folder)).filter((file) => /^manifest[a-z-]*\.json$/.test(file))
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Manifest),
  )
}

async function loadRenderer(file: string): Promise<Renderer | null> {
  if (!existsSync(file)) return null
  const loaded = (await import(pathToFileURL(file).href)) as Partial<Renderer>
  if (typeof loaded.renderPage !== 'function')
    throw new Error('dist/server/entry-server.js exports no renderPage: build the client again')
  return { renderPage: loaded.renderPage }
}

function assetsOf(manifest: Manifest, entry: Chunk): PageAssets {
  if (entry.file.endsWith('.css')) return { ...NOTHING, styles: [address(entry.file)] }
  const chunks = [entry]
  for (const chunk of chunks)
    for (const key of chunk.imports ?? []) {
      const next = manifest[key]
      if (next && !chunks.includes(next)) chunks.push(next)
    }
  const [, ...imported] = chunks
  return {
    script: address(entry.file),
    preload: imported.map((chunk) => address(chunk.file)),
    // Shared styles first, so that an entry's own win over them.
    styles: [...new Set(chunks.toReversed().flatMap((chunk) => chunk.css ?? []))].map(address),
  }
}

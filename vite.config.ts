import react from '@vitejs/plugin-react'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions } from 'vite'
import { fonts } from './scripts/vite/fonts.ts'
import { plainImports } from './scripts/vite/plain-imports.ts'
import { plainReact } from './scripts/vite/plain-react.ts'
import { plainSockets } from './scripts/vite/plain-sockets.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const entries = readdirSync(`${root}client`)
  .filter((file) => /^entry-[a-z-]+\.(tsx?|css)$/.test(file))
  .map((file) => `client/${file}`)
const renderer = entries.filter((file) => file.startsWith('client/entry-server.'))
const styles = entries.filter((file) => file.endsWith('.css'))
const scripts = entries.filter((file) => !renderer.includes(file) && !styles.includes(file))
const nameOf = (entry: string): string => entry.replace(/^client\/entry-(.*)\.tsx?$/, '$1')

/** What browsers load. `manifest` names its entries' files; the server reads all of them. */
const forBrowsers = (
  input: string[],
  manifest: string,
  emptyOutDir: boolean,
): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir: 'dist/client',
    assetsDir: '.',
    emptyOutDir,
    manifest,
    // Phones of five years ago; the Content Security Policy allows neither inline nor data: assets.
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input,
      checks: { pluginTimings: false }, // cutting the fonts takes most of a small build
    },
  },
})

/**
 * Builds of client/entry-*. dist/client: what browsers load, served under /assets/ for ever (names carry
 * a hash), found through the manifests in it: an entry's styles are its own `css` and those of its
 * `imports`, all the way down. Each script entry is a build of its own: nothing is shared, so a phone
 * loads one file, which compresses a tenth better than the pieces that sharing would make.
 * dist/server: the pages' renderer, one file that needs no node_modules, the server's only door to the
 * client's code.
 */
export default defineConfig({
  root,
  base: '/assets/',
  publicDir: false,
  plugins: [react(), fonts(), plainImports(), plainReact(), plainSockets()],
  builder: {
    async buildApp({ build, environments: { client, ssr, ...others } }) {
      if (client && styles.length > 0) await build(client)
      for (const entry of Object.values(others)) await build(entry)
      if (ssr && renderer.length > 0) await build(ssr)
    },
  },
  environments: {
    client: forBrowsers(styles, 'manifest.json', true),
    ...Object.fromEntries(
      scripts.map((entry) => [
        nameOf(entry),
        forBrowsers([entry], `manifest-${nameOf(entry)}.json`, false),
      ]),
    ),
    ssr: {
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node24',
        rolldownOptions: {
          input: renderer,
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
})

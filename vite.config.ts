import react from '@vitejs/plugin-react'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fonts } from './scripts/vite/fonts.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const entries = readdirSync(`${root}client`)
  .filter((file) => /^entry-[a-z-]+\.(tsx?|css)$/.test(file))
  .map((file) => `client/${file}`)
const renderer = entries.filter((file) => file.startsWith('client/entry-server.'))
const loaded = entries.filter((file) => !renderer.includes(file))

/**
 * Two builds of client/entry-*. dist/client: what browsers load, served under /assets/ for ever
 * (names carry a hash), found through dist/client/manifest.json: an entry's styles are its own `css`
 * and those of its `imports`, all the way down. dist/server: the pages' renderer, one file that needs
 * no node_modules, the server's only door to the client's code.
 */
export default defineConfig({
  root,
  base: '/assets/',
  publicDir: false,
  plugins: [react(), fonts()],
  builder: {
    async buildApp({ build, environments: { client, ssr } }) {
      if (client && loaded.length > 0) await build(client)
      if (ssr && renderer.length > 0) await build(ssr)
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        assetsDir: '.',
        emptyOutDir: true,
        manifest: 'manifest.json',
        // Phones of five years ago; the Content Security Policy allows neither inline nor data: assets.
        target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: loaded,
          checks: { pluginTimings: false }, // cutting the fonts takes most of a small build
        },
      },
    },
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

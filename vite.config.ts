import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fonts } from './scripts/vite/fonts.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const present = (files: string[]) => files.filter((file) => existsSync(`${root}${file}`))

/**
 * Two builds. dist/client: what browsers load, served under /assets/ for ever (names carry a hash),
 * found through dist/client/manifest.json. dist/server: the pages' renderer, one file that needs
 * no node_modules, the server's only door to the client's code.
 */
export default defineConfig({
  root,
  base: '/assets/',
  publicDir: false,
  plugins: [react(), fonts()],
  builder: {},
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
          input: present([
            'client/entry-phone.tsx',
            'client/entry-console.tsx',
            'client/entry-stage.ts',
          ]),
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
          input: present(['client/entry-server.tsx']),
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
})

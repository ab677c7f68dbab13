import type { Plugin } from 'vite'

/**
 * Spares phones the half kilobyte by which Vite fetches the styles of a part that is loaded later: all of a
 * phone's styles are on its page.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'phone',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
})

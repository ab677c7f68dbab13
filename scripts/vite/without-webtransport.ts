import type { Plugin } from 'vite'

const EMPTY = '\0without-webtransport'

/** Leaves out engine.io's third transport: our links never ask for it, and phones would load it. */
export const withoutWebTransport = (): Plugin => ({
  name: 'without-webtransport',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './webtransport.js' && importer?.includes('engine.io-client') ? EMPTY : null,
  load: (id) => (id === EMPTY ? 'export const WT = undefined' : null),
})

import type { Plugin } from 'vite'

/** Under /assets/, rewritten by scripts/dev.ts each time the server is about to start anew. */
export const STAMP = 'dev-stamp.txt'

const watch = `
;(() => {
  let seen
  setInterval(async () => {
    const now = await fetch('/assets/${STAMP}', { cache: 'no-store' })
      .then((answer) => (answer.ok ? answer.text() : seen), () => seen) // the server is starting
    if (seen !== undefined && now !== seen) location.reload()
    seen = now
  }, 500)
})()
`

/** `npm run dev` only: every page asks twice a second whether it was built anew, and reloads. */
export function reload(): Plugin {
  return {
    name: 'pitch-and-talk-reload',
    applyToEnvironment: (environment) => environment.config.consumer === 'client',
    transform(code, id) {
      if (!/\/client\/entry-[^/]+\.tsx?$/.test(id)) return null
      return { code: code + watch, map: null } // at the end, so the source map stays true
    },
  }
}

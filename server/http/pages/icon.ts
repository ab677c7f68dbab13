import type { Route } from '../site.ts'

/** A speaker's mark above a round table. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4a8c"/><path fill="#fff" d="M6 5h20v8H17l-4 4v-4H6z"/><ellipse cx="16" cy="23.5" rx="9" ry="4" fill="#fff"/></svg>'

/** Browsers ask for this name by themselves. */
export const icon: Route = {
  id: 'icon',
  method: 'GET',
  url: '/favicon.ico',
  who: 'anyone',
  answers: 'page',
  handle: (_, { reply }) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(ICON),
}

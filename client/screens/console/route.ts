import { CONSOLE_SCREENS } from '#shared/wire/console.ts'

export const SCREENS = CONSOLE_SCREENS
export type Screen = (typeof SCREENS)[number]

/** `/console/<event>/<screen>`; the run view is the event's own address. Null: `/console`, the list of events. */
export function placeOf(path: string): { event: string; screen: Screen } | null {
  const [root, event, name] = path.split('/').filter((step) => step !== '')
  if (root !== 'console' || event === undefined) return null
  const screen = SCREENS.find((one) => one === name) ?? 'run'
  return { event, screen }
}

export const pathOf = (event: string, screen: Screen): string =>
  screen === 'run' ? `/console/${event}` : `/console/${event}/${screen}`

import { useCallback, useEffect, useState } from 'react'
import { pathOf, placeOf, type Screen } from '../route.ts'

/** Which screen the address names, and the way to another without a new page. */
export function usePlace(event: string): {
  screen: Screen
  go: (screen: Screen, query?: string) => void
} {
  const [screen, setScreen] = useState<Screen>(() => placeOf(location.pathname)?.screen ?? 'run')
  useEffect(() => {
    const moved = (): void => setScreen(placeOf(location.pathname)?.screen ?? 'run')
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])
  const go = useCallback(
    (to: Screen, query = '') => {
      history.pushState(null, '', pathOf(event, to) + query)
      setScreen(to)
      scrollTo(0, 0)
    },
    [event],
  )
  return { screen, go }
}

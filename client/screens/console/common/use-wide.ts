import { useSyncExternalStore } from 'react'

const query = '(min-width: 60em)'

/** Is there room for the console's wide form? Follows the window. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )

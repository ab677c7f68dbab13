import { useState } from 'react'
import { kept } from '../../../link/surroundings.ts'

const storage = kept(() => localStorage)

/** A switch that this browser remembers, where it lets us. */
export function useKeptSwitch(name: string, first: boolean): [boolean, (on: boolean) => void] {
  const key = `pitch-and-talk:console:${name}`
  const [on, setOn] = useState(() => {
    const text = storage.get(key)
    return text === null ? first : text === 'on'
  })
  return [
    on,
    (next) => {
      storage.set(key, next ? 'on' : 'off')
      setOn(next)
    },
  ]
}

import { useEffect, useReducer, useState } from 'react'
import type { PersonId } from '#shared/show/words.ts'
import type { PersonLink } from '#shared/wire/console.ts'
import { useConsole } from '../console-context.ts'
import { ask } from '../common/ask.ts'

export interface HeldLink {
  link: PersonLink | null
  /** in words: why there is none */
  failure: string | null
  /** fetches it anew */
  again: () => void
}

/** The badge link of a person, fetched when they are looked at: it is in no frame. */
export function usePersonLink(person: PersonId | null): HeldLink {
  const { parts } = useConsole()
  const show = parts.show.id
  const [link, setLink] = useState<PersonLink | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [round, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (person === null) return
    const stop = new AbortController()
    void ask<PersonLink>(`/api/shows/${show}/people/${person}/link`, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return
        setLink(answer.ok ? answer.body : null)
        setFailure(answer.ok ? null : answer.message)
      },
    )
    return () => stop.abort()
  }, [show, person, round])
  return { link, failure, again }
}

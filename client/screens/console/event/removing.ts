import { useCallback } from 'react'
import { postJson } from '../common/ask.ts'
import { useConsole } from '../console-context.ts'

/** Removes this event and leaves the page; resolves only with words that say why it was not done. */
export function useRemoving(): (title: string) => Promise<string> {
  const { parts, link, owner } = useConsole()
  const { id } = parts.show
  return useCallback(
    async (title) => {
      // Our own line would be told goodbye and load this very page again, which is gone.
      link.close()
      const answer = await postJson(`/api/shows/${id}/remove`, { title })
      if (!answer.ok) return answer.message
      location.assign(owner ? '/console' : '/')
      return new Promise<never>(() => {})
    },
    [link, id, owner],
  )
}

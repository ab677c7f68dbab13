import { type ReactNode, useState } from 'react'
import { DATA } from '#shared/words/console-data.ts'

/**
 * The first of many, and more on demand: a page stays quick however long the list is.
 * `of` names what is listed; another list begins at its top.
 */
export function usePaged<Item>(
  items: readonly Item[],
  step: number,
  of = '',
): { shown: readonly Item[]; more: ReactNode } {
  const [page, setPage] = useState({ of, count: step })
  const count = page.of === of ? page.count : step
  const left = items.length - count
  return {
    shown: items.slice(0, count),
    more:
      left <= 0 ? null : (
        <p className="row paged">
          <button
            type="button"
            className="button button--small"
            onClick={() => setPage({ of, count: count + step })}
          >
            {DATA.more(Math.min(step, left), left)}
          </button>
        </p>
      ),
  }
}

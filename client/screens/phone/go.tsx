import type { MouseEvent, ReactNode } from 'react'
import { addressOf, type Place } from './place.ts'
import { usePhone } from './phone-context.ts'

interface GoProps {
  to: Partial<Place>
  className?: string
  current?: 'page' | 'true' | undefined
  /** more of the same: the page does not go to its top */
  stay?: boolean
  children: ReactNode
}

/** A link to another place of this page: a real one, which scripts follow without a new page. */
export function Go({ to, className, current, stay = false, children }: GoProps) {
  const { path, go } = usePhone()
  const href = addressOf(path, to)
  const follow = (event: MouseEvent): void => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!go || !isPlain || event.altKey) return
    event.preventDefault()
    go(href, stay)
  }
  return (
    <a href={href} className={className} aria-current={current} onClick={follow}>
      {children}
    </a>
  )
}

import type { MouseEvent, ReactNode } from 'react'

interface PressProps {
  children: ReactNode
  onPress: () => void
  /** looks and answers as pressed or not; undefined: not a switch */
  pressed?: boolean
  /** cannot be used now, but keeps its place and the focus */
  off?: boolean
  className?: string
  label?: string
  title?: string
  /** as `aria-keyshortcuts` has it, `Space` */
  keys?: string
}

/**
 * A button of the run view. When it is pressed with the pointer it gives the focus back, so that the space
 * bar means the clock again and not the button that was pressed last.
 */
export function Press({
  children,
  onPress,
  pressed,
  off,
  className,
  label,
  title,
  keys,
}: PressProps) {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (event.detail > 0) event.currentTarget.blur()
    if (!off) onPress()
  }
  return (
    <button
      type="button"
      className={`button ${className ?? ''}`}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={title}
      onClick={press}
    >
      {children}
    </button>
  )
}

/** The key beside a word; said by `aria-keyshortcuts`. */
export const Key = ({ children }: { children: string }) => (
  <span className="kbd" aria-hidden="true">
    {children}
  </span>
)

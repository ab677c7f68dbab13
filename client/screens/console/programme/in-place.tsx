import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { EDIT } from '#shared/words/console-edit.ts'
import { focusNow } from '../focus-now.ts'

interface InPlaceProps {
  /** what the value is, for those who hear it */
  label: string
  /** as it is typed */
  value: string
  /** characters at most */
  most?: number
  /** the words of what is wrong with a text; null: nothing */
  check: (text: string) => string | null
  save: (text: string) => void
  /** tells the list, which lets go of its rows while somebody types */
  onTyping: (typing: boolean) => void
  className?: string
  children: ReactNode
}

/** A value that becomes its own field when it is pressed: Enter or leaving it keeps, Escape gives up. */
export function InPlace(props: InPlaceProps) {
  const { label, children, className = '', onTyping } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (open) {
    const close = (focus: boolean): void => {
      flushSync(() => setOpen(false))
      onTyping(false)
      if (focus) button.current?.focus()
    }
    return <Typed {...props} close={close} />
  }
  return (
    <button
      ref={button}
      type="button"
      className={`in-place ${className}`}
      onClick={() => {
        onTyping(true)
        setOpen(true)
      }}
    >
      <span className="vh">{label}: </span>
      {children}
    </button>
  )
}

function Typed({
  label,
  value,
  most,
  check,
  save,
  close,
  className = '',
}: InPlaceProps & { close: (focus: boolean) => void }) {
  const id = useId()
  const [opened] = useState(value)
  const [text, setText] = useState(value)
  const [error, setError] = useState<string | null>(null)
  const done = useRef(false)
  /** what somebody else has made of it, once that has been said */
  const told = useRef(value)
  const keep = (focus: boolean): void => {
    if (done.current) return
    // Somebody else may have changed it meanwhile: what was not touched here is not put back.
    const same = text.trim() === opened
    const wrong = same ? null : check(text)
    if (wrong !== null) return setError(wrong)
    if (!same && value !== told.current) {
      told.current = value
      return setError(EDIT.changedTo(value))
    }
    done.current = true
    if (!same) save(text.trim())
    close(focus)
  }
  const press = (event: KeyboardEvent): void => {
    // The list that this stands in moves by arrow keys and acts on Enter: not while somebody types.
    event.stopPropagation()
    if (event.key === 'Enter') {
      // Else the same press would press the button that has the focus next.
      event.preventDefault()
      keep(true)
    }
    if (event.key === 'Escape') {
      done.current = true
      close(true)
    }
  }
  return (
    <span className={`in-place in-place--open ${className}`}>
      <input
        ref={focusNow}
        aria-label={label}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : id}
        autoComplete="off"
        maxLength={most}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={() => keep(false)}
      />
      {error !== null && (
        <span id={id} role="alert" className="field__error in-place__error">
          {error}
        </span>
      )}
    </span>
  )
}

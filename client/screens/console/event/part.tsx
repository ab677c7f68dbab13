import { type ReactNode, useId } from 'react'

/** One thing that can be done with an event: what it is, what it does, and the means to do it. */
export function Part({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="event__part" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="muted">{lead}</p>
      </div>
      <div className="event__act">{children}</div>
    </section>
  )
}

/** Why something was not done, said aloud. */
export function Failure({ title, words }: { title: string; words: string | null }) {
  return (
    <div role="alert">
      {words !== null && (
        <div className="notice notice--refused">
          <p className="notice__title">{title}</p>
          <p>{words}</p>
        </div>
      )}
    </div>
  )
}

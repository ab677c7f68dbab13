import { Component, type ReactNode } from 'react'
import { CONSOLE } from '#shared/words/console.ts'

/** A screen that fails, or does not arrive, takes nothing else with it: head, clock and line go on. */
export class Boundary extends Component<
  { children: ReactNode; again: () => void },
  { failed: boolean }
> {
  override state = { failed: false }
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="empty" role="alert">
        <h1>{CONSOLE.failed.title}</h1>
        <p>{CONSOLE.failed.body}</p>
        <p>
          <button
            type="button"
            className="button button--primary"
            onClick={() => {
              this.setState({ failed: false })
              this.props.again()
            }}
          >
            {CONSOLE.failed.again}
          </button>
        </p>
      </div>
    )
  }
}

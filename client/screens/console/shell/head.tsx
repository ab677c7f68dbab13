import type { MouseEvent, ReactNode } from 'react'
import { SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { StageId } from '#shared/show/words.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { useConsole, useNow } from '../console-context.ts'
import { pathOf, type Screen, SCREENS } from '../route.ts'
import { LinkChip } from './link-state.tsx'

/** Any other click (new tab, middle button) is the browser's. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

export function Head({ dense, setDense }: { dense: boolean; setDense: (dense: boolean) => void }) {
  const { parts, organiser } = useConsole()
  // Files and the event as a whole are its organisers' own; everyone else never sees the tabs.
  const screens = SCREENS.filter((screen) => organiser || !['files', 'event'].includes(screen))
  return (
    <header className="console__head">
      <p className="console__title">
        {organiser ? (
          <a href="/console" title={CONSOLE.allEvents}>
            {parts.show.title}
          </a>
        ) : (
          <span>{parts.show.title}</span>
        )}
      </p>
      <nav className="tabs" aria-label={CONSOLE.console}>
        {screens.map((screen) => (
          <ScreenLink key={screen} to={screen} tab>
            {CONSOLE.screens[screen]}
          </ScreenLink>
        ))}
      </nav>
      <div className="console__aside">
        <StageChoice />
        <LinkChip />
        <button
          type="button"
          className="button button--quiet button--small"
          aria-pressed={dense}
          onClick={() => setDense(!dense)}
        >
          {CONSOLE.denser}
        </button>
        <HallClock zone={parts.show.zone} />
      </div>
    </header>
  )
}

/** Which stage is run here, when there are several. */
function StageChoice() {
  const { parts, stage, chooseStage } = useConsole()
  const { stages } = parts.programme
  if (stages.length < 2) return null
  return (
    <select
      className="input--small"
      aria-label={EDIT.stage}
      value={stage ?? stages[0]?.id ?? ''}
      onChange={(event) => chooseStage(event.target.value as StageId)}
    >
      {stages.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** The time in the hall, by the server. */
function HallClock({ zone }: { zone: string }) {
  const now = useNow(SECOND)
  const seconds = String(Math.floor(now / SECOND) % 60).padStart(2, '0')
  return (
    <time>
      {clockTime(now, zone)}:{seconds}
    </time>
  )
}

interface ScreenLinkProps {
  to: Screen
  query?: string
  className?: string
  /** it stands among the tabs and says when its screen is the one shown */
  tab?: boolean
  children: ReactNode
}

/** A link to another screen of this event, without a new page: the clock and the line go on. */
export function ScreenLink({ to, query = '', className, tab = false, children }: ScreenLinkProps) {
  const { parts, screen, go } = useConsole()
  return (
    <a
      href={pathOf(parts.show.id, to) + query}
      className={className}
      aria-current={tab && screen === to ? 'page' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        go(to, query)
      }}
    >
      {children}
    </a>
  )
}

import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { allowed } from '#shared/show/permissions.ts'
import type { Actor, StageId } from '#shared/show/words.ts'
import { CONSOLE } from '#shared/words/console.ts'
import type { ConsoleShow } from '#shared/wire/console.ts'
import type { Link } from '../../../link/connect.ts'
import { type Console, ConsoleContext } from '../console-context.ts'
import type { Screen } from '../route.ts'
import { Run } from '../run/run.tsx'
import { Ask } from './ask.tsx'
import { Boundary } from './boundary.tsx'
import { Head } from './head.tsx'
import { useKeptSwitch } from './keep.ts'
import { LostLine } from './link-state.tsx'
import { Standing } from './standing.tsx'
import { createQuestions } from './questions.ts'
import { ToastList } from './toast-list.tsx'
import { createToasts } from './toasts.ts'
import { usePlace } from './use-place.ts'
import { useSend } from './use-send.ts'

const load = {
  programme: () => import('../programme/programme.tsx').then((it) => ({ default: it.Programme })),
  innovations: () =>
    import('../innovations/innovations.tsx').then((it) => ({ default: it.Innovations })),
  choosing: () => import('../choosing/choosing.tsx').then((it) => ({ default: it.Choosing })),
  tables: () => import('../tables/tables.tsx').then((it) => ({ default: it.Tables })),
  people: () => import('../people/people.tsx').then((it) => ({ default: it.People })),
  files: () => import('../files/files.tsx').then((it) => ({ default: it.Files })),
  record: () => import('../record/record.tsx').then((it) => ({ default: it.Record })),
  event: () => import('../event/event.tsx').then((it) => ({ default: it.Event })),
}
const lazily = () => ({
  programme: lazy(load.programme),
  innovations: lazy(load.innovations),
  choosing: lazy(load.choosing),
  tables: lazy(load.tables),
  people: lazy(load.people),
  files: lazy(load.files),
  record: lazy(load.record),
  event: lazy(load.event),
})

/** The frame round every screen of one event: head, line, toasts, questions. */
export function Shell({ data, link }: { data: ConsoleShow; link: Link<'console'> }) {
  const { parts } = useSyncExternalStore(link.held.subscribe, link.held.getSnapshot)
  const status = useSyncExternalStore(link.status.subscribe, link.status.getSnapshot)
  const [toasts] = useState(createToasts)
  const [questions] = useState(createQuestions)
  const [dense, setDense] = useKeptSwitch('dense', false)
  const { screen, go } = usePlace(parts.show.id)
  const [stage, chooseStage] = useState<StageId | null>(null)
  const send = useSend(link, toasts)
  const { actor, organiser, owner, links } = data
  // A lazy screen that did not arrive stays failed for ever: `again` makes new ones.
  const [round, again] = useReducer((count: number) => count + 1, 0)
  // oxlint-disable-next-line react/exhaustive-deps
  const lazyScreens = useMemo(lazily, [round])

  const now = useMemo(() => () => link.time.now(), [link])
  const online = status.state !== 'offline'
  const held = useMemo<Console>(() => {
    const who: Actor = { id: '', roles: actor.roles as Actor['roles'], person: null }
    return {
      link,
      parts,
      now,
      send,
      say: toasts.say,
      ask: questions.ask,
      may: (type) => allowed(who, type),
      online,
      actor,
      organiser,
      owner,
      links,
      stage,
      chooseStage,
      screen,
      go,
    }
  }, [
    link,
    parts,
    now,
    send,
    toasts,
    questions,
    online,
    actor,
    organiser,
    owner,
    links,
    stage,
    screen,
    go,
  ])

  useEffect(() => {
    document.documentElement.toggleAttribute('data-density', dense)
    if (dense) document.documentElement.dataset['density'] = 'dense'
  }, [dense])
  useFetchAhead()
  const main = useArrival(screen, parts.show.title)

  return (
    <ConsoleContext value={held}>
      <a className="skip" href="#main">
        {CONSOLE.skip}
      </a>
      <Standing />
      <Head dense={dense} setDense={setDense} />
      <LostLine />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary key={screen} again={again}>
          <Suspense fallback={<Waiting />}>
            {screen === 'run' ? <Run /> : <Other screen={screen} screens={lazyScreens} />}
          </Suspense>
        </Boundary>
      </main>
      <footer className="console__foot">
        <span>{CONSOLE.signedIn(actor.name)}</span>
        <form method="post" action="/sign-out">
          <button className="button button--quiet button--small">{CONSOLE.signOut}</button>
        </form>
      </footer>
      <ToastList toasts={toasts} />
      <Ask questions={questions} />
    </ConsoleContext>
  )
}

function Other({
  screen,
  screens,
}: {
  screen: Exclude<Screen, 'run'>
  screens: ReturnType<typeof lazily>
}) {
  const Shown = screens[screen]
  return <Shown />
}

const Waiting = () => (
  <div className="waiting" role="status">
    <span className="vh">{CONSOLE.loading}</span>
    <div className="skeleton" />
    <div className="skeleton" />
    <div className="skeleton" />
  </div>
)

/** The other screens are fetched while there is a line, so that they open without one. */
function useFetchAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Whoever opens a screen that did not arrive is told then.
      for (const one of Object.values(load)) one().catch(() => undefined)
    }, 3_000)
    return () => clearTimeout(timer)
  }, [])
}

/** The title says where one is; focus goes to the new screen, not to the one at the start. */
function useArrival(screen: Screen, title: string) {
  const main = useRef<HTMLElement>(null)
  const last = useRef(screen)
  useEffect(() => {
    document.title = `${CONSOLE.screens[screen]} · ${title}`
    if (last.current !== screen) main.current?.focus({ preventScroll: true })
    last.current = screen
  }, [screen, title])
  return main
}

import {
  type ComponentType,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { PageData, Said } from '#shared/wire/render.ts'
import type { Link } from '../../link/connect.ts'
import type { Readable } from '../../link/readable.ts'
import { useEchoes, withEcho } from './echo.ts'
import { Frame } from './frame.tsx'
import { type Phone, PhoneContext } from './phone-context.ts'
import { staticPhone } from './static-phone.ts'

/** Two taps of one finger are within this, ms. */
const TWICE = 600

interface LivePhoneProps {
  data: PageData
  link: Link<'phone' | 'host'>
  /** what stands in the frame: the phone's page or the presenter's */
  Screen: ComponentType
}

/** The page with the link behind it. Its first drawing is the server's own, to the letter. */
export function LivePhone({ data, link, Screen }: LivePhoneProps) {
  const [first] = useState(() => staticPhone({ data, url: location.pathname + location.search }))
  // The first drawing is the server's; from the second on everything is live.
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [url, setUrl] = useState(first.url)
  const [said, setSaid] = useState<Said | null>(data.said)
  const { held, status, pending } = link
  const state = useReadable(held)
  const standing = useReadable(status)
  const waits = useReadable(pending)
  const echo = useReadable(useEchoes(link))

  useEffect(
    () =>
      link.onAnswer(({ command, answer }) =>
        setSaid({ type: command.type, outcome: answer as Said['outcome'], fields: texts(command) }),
      ),
    [link],
  )
  useEffect(() => {
    const moved = (): void => setUrl(location.pathname + location.search)
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])
  const go = useCallback((to: string, stay = false) => {
    history.pushState(null, '', to)
    setUrl(to)
    setSaid(null)
    if (stay) return
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [])
  const pressed = useRef({ key: '', at: -Infinity })
  const send = useCallback(
    (command: SingleCommand, key: string) => {
      const { key: last, at } = pressed.current
      const now = performance.now()
      // Where Choose was, Leave is now: a finger that taps twice must not leave the seat it took.
      if (takesBack(command) && key === last && now - at < TWICE) return
      pressed.current = { key, at: now }
      setSaid(null)
      void link.send(command, { key })
    },
    [link],
  )
  const now = useMemo(() => () => link.time.now(), [link])
  const phone = useMemo<Phone>(
    () =>
      isLive
        ? {
            ...staticPhone({ data, url }),
            parts: state.parts,
            mine: state.mine,
            gone: data.gone || (data.mine !== null && state.mine === null),
            said,
            now,
            status: standing,
            pending: withEcho(waits, echo, state.mine),
            send,
            go,
          }
        : first,
    [isLive, data, url, state, said, now, standing, waits, echo, send, go, first],
  )
  return (
    <PhoneContext value={phone}>
      <Frame>
        <Screen />
      </Frame>
    </PhoneContext>
  )
}

/** Nothing of it is drawn before the second drawing, so what it is at the first does not matter. */
const useReadable = <Value,>({ subscribe, getSnapshot }: Readable<Value>): Value =>
  useSyncExternalStore(subscribe, getSnapshot, getSnapshot)

const never = () => () => {}

/** Its button stands where the one was that it takes back. */
const takesBack = (command: SingleCommand): boolean =>
  ['leave-table', 'stop-waiting', 'settle-call'].includes(command.type) ||
  (command.type === 'count-came' && command.came === null)

const texts = (command: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(command).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

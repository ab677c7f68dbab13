import { createContext, useContext, useEffect, useState } from 'react'
import type { SingleCommand } from '#shared/show/commands.ts'
import { type Instant, SECOND } from '#shared/time/instant.ts'
import type { SharedParts } from '#shared/views/common.ts'
import type { HostMine } from '#shared/views/host.ts'
import type { PhoneMine } from '#shared/views/phone.ts'
import type { Said } from '#shared/wire/render.ts'
import type { LinkStatus } from '../../link/dial.ts'
import type { Pending } from '../../link/send.ts'
import type { Place } from './place.ts'

/** Everything that the phone's and the presenter's page are drawn from. */
export interface Phone {
  audience: 'phone' | 'host'
  parts: SharedParts
  /** null: nobody is signed in */
  mine: PhoneMine | HostMine | null
  /** somebody is signed in who is not, or no longer, at this show */
  gone: boolean
  said: Said | null
  place: Place
  /** path of this page, `/s/<event>/me` */
  path: string
  /** path and query as asked for: where forms come back to */
  url: string
  /** the server's time; when the page was made, until scripts run */
  now: () => Instant
  madeAt: Instant
  /** null: scripts do not run (yet) */
  status: LinkStatus | null
  pending: ReadonlyMap<string, Pending>
  /** null until scripts run: forms are posted then */
  send: ((command: SingleCommand, key: string) => void) | null
  /** to another place of this page, without a new page; null until scripts run */
  go: ((url: string, stay?: boolean) => void) | null
}

export const PhoneContext = createContext<Phone | null>(null)

export function usePhone(): Phone {
  const held = useContext(PhoneContext)
  if (!held) throw new Error('usePhone is used outside a phone’s page')
  return held
}

/** The server's time, anew every second; `phase` is an instant at which a second ends, such as a countdown's end. */
export function useNow(phase: Instant = 0): Instant {
  const { now } = usePhone()
  const [at, tick] = useState(now)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const draw = (): void => {
      tick(now())
      const since = (((now() - phase) % SECOND) + SECOND) % SECOND
      timer = setTimeout(draw, SECOND - since + 1)
    }
    draw()
    return () => clearTimeout(timer)
  }, [now, phase])
  return at
}

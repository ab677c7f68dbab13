import type { Announcement } from '#shared/show/announcements.ts'
import { announcedTo } from '#shared/show/announcements.ts'
import type { DeepReadonly, ReadShow } from '#shared/show/state.ts'
import type { ConsoleOutside } from '#shared/views/console.ts'
import type { Seat } from './seat.ts'

type Read = DeepReadonly<Announcement>

/** Of each announcement: how many of the connected screens it is for, and how many have been sent it. */
export function reachedOf(show: ReadShow, seats: Iterable<Seat>): ConsoleOutside['reached'] {
  const reached: Record<number, { have: number; of: number }> = {}
  for (const { id } of show.announcements) reached[id] = { have: 0, of: 0 }
  if (show.announcements.length === 0) return reached
  for (const seat of seats)
    for (const one of show.announcements) {
      const count = reached[one.id]
      if (!count || !isFor(show, one, seat)) continue
      count.of += 1
      if (has(one, seat)) count.have += 1
    }
  return reached
}

function isFor(show: ReadShow, { to, id }: Read, { audience, person }: Seat): boolean {
  switch (to.kind) {
    case 'stage':
    case 'hall':
      return audience === to.kind
    case 'phones':
      return audience === 'phone' || audience === 'host'
    case 'hosts':
    case 'table':
      return person !== null && announcedTo(show, person).some((one) => one.id === id)
  }
}

/** Everything up to it has left for the screen's line, and nothing is under way. */
const has = ({ id, to }: Read, seat: Seat): boolean =>
  seat.flying === 0 &&
  (to.kind === 'hosts' || to.kind === 'table' ? !seat.mineOld : seat.held >= id)

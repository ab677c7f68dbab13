import Type from 'typebox'
import { type Instant, MINUTE } from '#shared/time/instant.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { hostedBy } from './hosting.ts'
import { same } from './same.ts'
import type { DeepReadonly, ReadShow } from './state.ts'
import { type PersonId, type TableId, TableIdSchema } from './words.ts'

const strict = { additionalProperties: false }
const Everybody = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('phones'),
      Type.Literal('hosts'),
      Type.Literal('stage'),
      Type.Literal('hall'),
    ]),
  },
  strict,
)
const AtTable = Type.Object({ kind: Type.Literal('table'), table: TableIdSchema }, strict)
const To = Type.Union([Everybody, AtTable])
/** All phones; hosts alone; everybody of one table; the stage displays; the hall screens. */
export type AnnouncedTo = Type.Static<typeof To>

/** Says something to many, for so many minutes. What was said to the same people before goes. */
export const Announce = Type.Object(
  {
    type: Type.Literal('announce'),
    to: To,
    text: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    minutes: Type.Integer({ minimum: 1, maximum: 240 }),
  },
  strict,
)
/** Takes it off every screen before its time. */
export const WithdrawAnnouncement = Type.Object(
  { type: Type.Literal('withdraw-announcement'), announcement: Type.Integer({ minimum: 1 }) },
  strict,
)
export type AnnouncementsCommand =
  | Type.Static<typeof Announce>
  | Type.Static<typeof WithdrawAnnouncement>

export interface Announcement {
  /** the version that it came with */
  id: number
  at: Instant
  /** it is on no screen any more then */
  until: Instant
  to: AnnouncedTo
  text: string
}
export type AnnouncementsEvent =
  | { type: 'announced'; announcement: Omit<Announcement, 'id'> }
  | { type: 'announcement-withdrawn'; announcement: number }

export const decideAnnouncements: Deciders<AnnouncementsCommand> = {
  announce: (show, { to, text, minutes }, { at }) => {
    if (to.kind === 'table' && !show.tables[to.table])
      return refuse('unknown', { what: 'table', id: to.table }, 'to')
    const said = text.trim()
    if (said === '') return refuse('bad-value', { value: text, expected: 'text' }, 'text')
    const until = at + minutes * MINUTE
    return accept({ type: 'announced', announcement: { at, until, to, text: said } })
  },
  'withdraw-announcement': (show, { announcement: id }) =>
    show.announcements.some((one) => one.id === id)
      ? accept({ type: 'announcement-withdrawn', announcement: id })
      : accept(),
}

export const evolveAnnouncements: Evolvers<AnnouncementsEvent> = {
  announced: (show, { announcement }) => {
    const { at, to } = announcement
    show.announcements = [
      ...show.announcements.filter((one) => one.until > at && !same(one.to, to)),
      { ...announcement, id: show.version + 1 },
    ]
  },
  'announcement-withdrawn': (show, { announcement }) => {
    show.announcements = show.announcements.filter(({ id }) => id !== announcement)
  },
}

/** What is said to this person alone: to hosts, and to the table at which they are or will be next. */
export function announcedTo(show: ReadShow, person: PersonId): DeepReadonly<Announcement>[] {
  if (show.announcements.length === 0) return []
  const hosts = hostedBy(show, person)
  const table = hosts ?? tableNow(show, person)
  return show.announcements.filter(
    ({ to }) =>
      (to.kind === 'hosts' && hosts !== null) || (to.kind === 'table' && to.table === table),
  )
}

/** Where somebody sits in the round that is on, else in the first that is to come. */
function tableNow(show: ReadShow, person: PersonId): TableId | null {
  const rounds = Object.values(show.rounds).filter(({ phase }) => phase !== 'ended')
  const isOn = rounds.find(({ phase }) => phase === 'moving' || phase === 'talking')
  const round = isOn ?? rounds.find((one) => seatOf(one, person) !== undefined)
  return (round && seatOf(round, person)) ?? null
}

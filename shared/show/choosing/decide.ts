import { accept, type Deciders, type Decision, type Meta, refuse } from '#shared/show/decision.ts'
import { same } from '#shared/show/same.ts'
import { roundNumber } from '#shared/show/round-course.ts'
import type { DeepReadonly, ReadShow } from '#shared/show/state.ts'
import type { RoundId, WindowId } from '#shared/show/words.ts'
import type { ChoosingCommand, WindowDraft } from './commands.ts'
import { windowDue } from './course.ts'
import { draftOfWindow } from './drafts.ts'
import { seatsToPublish } from './seats.ts'
import type { ChoosingWindow, Stands } from './window.ts'

type ReadWindow = DeepReadonly<ChoosingWindow>

const onWindow = (
  show: ReadShow,
  id: WindowId,
  decide: (window: ReadWindow) => Decision,
): Decision => {
  const window = show.windows[id]
  return window ? decide(window) : refuse('unknown', { what: 'window', id }, 'window')
}

export const decideChoosing: Deciders<ChoosingCommand> = {
  'save-window': (show, { window: draft }) => {
    const title = draft.title.trim()
    if (title === '') return refuse('bad-value', { value: draft.title, expected: 'title' }, 'title')
    const refusal =
      refuseLinks(show, draft) ?? refuseRounds(show, draft) ?? refuseMovers(show, draft)
    if (refusal) return refusal
    const window = { ...draft, title, whoMoves: draft.whoMoves ?? 'delegates' }
    return same(draftOfWindow(show, draft.id), window)
      ? accept()
      : accept({ type: 'window-saved', window })
  },
  'remove-window': (show, { window: id }) =>
    onWindow(show, id, (window) =>
      window.phase === 'planned'
        ? accept({ type: 'window-removed', window: id })
        : refuse('window-begun', { window: window.title }),
    ),
  'open-window': (show, { window: id }, meta) =>
    onWindow(show, id, (window) => open(show, window, meta)),
  'close-window': (show, { window: id }, meta) =>
    onWindow(show, id, (window) => close(show, window, meta)),
  'advance-window': (show, { window: id, due }, meta) =>
    onWindow(show, id, (window) => {
      const next = windowDue(show, window, meta.at)
      if (next?.due !== due || due > meta.at) return accept()
      return next.to === 'open' ? open(show, window, meta) : close(show, window, meta)
    }),
  'set-wishes': (show, { innovations }, { actor }) => {
    if (!actor.person || !show.people[actor.person]) return refuse('not-allowed')
    if (!Object.values(show.windows).some(({ phase }) => phase === 'open'))
      return refuse('choosing-not-open')
    const stranger = innovations.find((id) => !show.innovations[id])
    if (stranger) return refuse('unknown', { what: 'innovation', id: stranger }, 'innovations')
    const answers = show.answers[actor.person]
    const vetoed = innovations.find((id) => answers?.[id] === 'no')
    if (vetoed) return refuse('not-for-us', { innovation: show.innovations[vetoed]?.title ?? '' })
    const present = show.wishes[actor.person] ?? []
    if (present.join() === innovations.join()) return accept()
    return accept({ type: 'wishes-set', person: actor.person, innovations })
  },
  'set-round-seats': (show, { round: id, table: tableId, seats }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    const table = show.tables[tableId]
    if (!table) return refuse('unknown', { what: 'table', id: tableId }, 'table')
    if (round.phase === 'ended') return refuse('round-over', { round: roundNumber(show, round) })
    if ((round.seats[tableId] ?? null) === seats) return accept()
    const taken = round.taken[tableId] ?? 0
    const capacity = seats ?? table.capacity
    if (capacity > 0 && capacity < taken)
      return refuse('capacity-below-taken', { table: table.number, taken, capacity }, 'seats')
    const away = table.hosts.find((host) => round.picks[host] !== undefined)
    if (away && capacity > 0 && table.hosts.every((host) => round.picks[host] !== undefined)) {
      const other = show.tables[round.picks[away] ?? tableId]
      return refuse('host-has-pick', { table: other?.number ?? 0 }, 'seats')
    }
    const gone = Object.keys(round.picks).filter(
      (person) => capacity === 0 && round.picks[person as keyof typeof round.picks] === tableId,
    ) as (keyof typeof round.picks)[]
    return accept(...gone.map((person) => ({ type: 'table-left' as const, round: id, person })), {
      type: 'round-seats-set',
      round: id,
      table: tableId,
      seats,
    })
  },
  'propose-seating': (show, { window: id, run }, { at }) =>
    onWindow(show, id, (window) =>
      // It was opened again, or has not closed: this seating is of wishes that may change.
      window.phase === 'closed' || window.phase === 'published'
        ? accept({ type: 'seating-proposed', window: id, at, run })
        : accept(),
    ),
  'publish-seating': (show, { window: id, run: runId }, { at }) =>
    onWindow(show, id, (window) => {
      const run = window.runs.find((one) => one.id === runId)
      if (!run) return refuse('unknown', { what: 'seating', id: String(runId) }, 'run')
      if (window.phase !== 'closed' && window.phase !== 'published')
        return refuse('window-not-closed', { window: window.title })
      const { seats, suggested } = seatsToPublish(show, window, run)
      if (window.published === runId && isSeated(show, seats)) return accept()
      const out = { window: id, run: runId, at, seats, suggested }
      return accept({
        type: 'seating-published',
        ...out,
        ...(run.stands ? { stands: standsIn(run.stands, seats) } : {}),
      })
    }),
}

/** Of the rounds that are still to come. */
const standsIn = (stands: DeepReadonly<Stands>, seats: object): Stands =>
  Object.fromEntries(
    Object.entries(stands).flatMap(([round, of]) => (round in seats ? [[round, { ...of }]] : [])),
  ) as Stands

/** Is everybody of these rounds where `seats` has them already? */
const isSeated = (show: ReadShow, seats: ReturnType<typeof seatsToPublish>['seats']): boolean =>
  Object.entries(seats).every(([id, tables]) => {
    const picks = show.rounds[id as RoundId]?.picks ?? {}
    const wanted = Object.entries(tables).flatMap(([table, people]) =>
      people.map((person) => [person, table] as const),
    )
    return (
      wanted.length === Object.keys(picks).length &&
      wanted.every(([person, table]) => picks[person] === table)
    )
  })

function open(show: ReadShow, window: ReadWindow, { at, draw }: Meta): Decision {
  if (show.heldSince !== null) return refuse('on-hold')
  if (window.phase === 'open') return accept()
  if (window.phase === 'published') return refuse('window-published', { window: window.title })
  if (!draw) throw new Error('a window opens where a day is run')
  return accept({ type: 'window-opened', window: window.id, at, ...draw() })
}

function close(show: ReadShow, window: ReadWindow, { at }: Meta): Decision {
  if (show.heldSince !== null) return refuse('on-hold')
  if (window.phase === 'planned') return refuse('window-not-open', { window: window.title })
  return window.phase === 'open'
    ? accept({ type: 'window-closed', window: window.id, at })
    : accept()
}

function refuseLinks(show: ReadShow, draft: WindowDraft): Decision | null {
  const segment = draft.follows.find((id) => show.segments[id]?.kind !== 'pitch-block')
  if (segment) {
    const held = show.segments[segment]
    return held
      ? refuse('not-a-pitch-block', { segment: held.title }, 'follows')
      : refuse('unknown', { what: 'segment', id: segment }, 'follows')
  }
  const table = draft.tables?.find((id) => !show.tables[id])
  return table ? refuse('unknown', { what: 'table', id: table }, 'tables') : null
}

/** People have been told where to be: who moves is settled. */
function refuseMovers(
  show: ReadShow,
  { id, whoMoves = 'delegates' }: WindowDraft,
): Decision | null {
  const held = show.windows[id]
  if (held?.phase !== 'published' || held.whoMoves === whoMoves) return null
  return refuse('window-published', { window: held.title }, 'whoMoves')
}

/** A round is filled by one window, and keeps what people have been given in it. */
function refuseRounds(show: ReadShow, draft: WindowDraft): Decision | null {
  for (const id of draft.rounds) {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'rounds')
    if (round.window === draft.id) continue
    const number = roundNumber(show, round)
    const other = round.window && show.windows[round.window]
    if (other) return refuse('round-in-window', { round: number, window: other.title }, 'rounds')
    if (round.free) return refuse('round-free', { round: number }, 'rounds')
    if (round.phase !== 'planned') return refuse('round-in-use', { round: number }, 'rounds')
  }
  const lost = show.windows[draft.id]?.rounds.find(
    (id) => !draft.rounds.includes(id) && (show.rounds[id]?.phase ?? 'planned') !== 'planned',
  )
  const round = lost && show.rounds[lost]
  return round ? refuse('round-in-use', { round: roundNumber(show, round) }, 'rounds') : null
}

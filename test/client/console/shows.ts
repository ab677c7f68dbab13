import { decide } from '#shared/show/decide.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import { type Actor, idFrom, type ShowId, type StageId } from '#shared/show/words.ts'
import { HOUR, type Instant } from '#shared/time/instant.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { chance } from '../../../scripts/seed/chance.ts'
import { DEMO, fullShow, type FullShow, type Size } from '../../../scripts/seed/full-show.ts'

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }
/** the demo's day begins then */
export const BEGINS = Date.UTC(2026, 5, 28, 8, 30)

export interface Played {
  show: Show
  stage: StageId
  full: FullShow
  at: Instant
  /** true: it was accepted */
  does(command: SingleCommand, at?: Instant, actor?: Actor): boolean
  parts(): ReturnType<typeof partsOf>
}

const partsOf = (show: Show) => ({
  ...buildParts(
    consoleParts,
    show,
    new Map(
      Object.values(show.people).map(({ id }) => [
        id,
        { id, name: `Name ${id}`, organisation: '', jobTitle: '', email: '', ticket: '' },
      ]),
    ),
  ),
  screens: [],
  clockAhead: 0,
  reached: {},
})

/** The believable show in memory, ready to be played by commands. */
export function playedShow(size: Partial<Size> = {}): Played {
  const show = emptyShow('demo' as ShowId)
  const stage = idFrom<StageId>('stg', chance(3).bytes(12))
  const whole = { ...DEMO, delegates: 20, ...size }
  const played: Played = {
    show,
    stage,
    full: fullShow(stage, whole),
    at: BEGINS - HOUR,
    does(command, at = played.at, actor = ORGANISER) {
      played.at = at
      const decision = decide(show, command, { at, actor })
      if (decision.ok) for (const event of decision.events) evolve(show, event)
      return decision.ok
    },
    parts: () => partsOf(show),
  }
  const { zone, day } = whole
  played.does({ type: 'create-show', title: 'Demo', place: 'Leeds', zone, days: [day], stage })
  for (const command of played.full.commands) {
    if (!played.does(command)) throw new Error(`${command.type} was refused`)
  }
  return played
}

/** The item, which the test knows to be there. */
export function sure<Item>(item: Item | null | undefined): Item {
  if (item == null) throw new Error('the test expects something that is not there')
  return item
}

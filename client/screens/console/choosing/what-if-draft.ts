import type { SingleCommand } from '#shared/show/commands.ts'
import type { SeatingPolicy } from '#shared/show/choosing/window.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { TableLine, WindowLine } from '#shared/views/common.ts'
import type { ConsoleParts } from '#shared/views/console.ts'
import { draftOfLine } from '../programme/by-wishes.ts'
import type { AskSeating } from '#shared/wire/seating.ts'

/** What is tried beside the seating there is. Seats as they are typed; '0' closes the table. */
export interface WhatIfFields {
  policy: SeatingPolicy
  everyone: boolean
  /** as it is typed; '': any number */
  perOrganisation: string
  tables: Readonly<Record<TableId, string>>
}

export const asItIs = ({ policy, everyone, perOrganisation }: WindowLine): WhatIfFields => ({
  policy,
  everyone,
  perOrganisation: perOrganisation === null ? '' : String(perOrganisation),
  tables: {},
})

/** The tables whose seats are no number that a table can have. */
export const wrongSeats = ({ tables }: WhatIfFields): TableId[] =>
  (Object.keys(tables) as TableId[]).filter((id) => {
    const text = tables[id]?.trim() ?? ''
    return !/^\d{1,3}$/.test(text) || Number(text) > 500
  })

export const isWrongMost = ({ perOrganisation }: WhatIfFields): boolean => {
  const text = perOrganisation.trim()
  return text !== '' && !(/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100)
}

const mostTried = ({ perOrganisation }: WhatIfFields): number | null =>
  perOrganisation.trim() === '' ? null : Number(perOrganisation)

const seatsTried = ({ tables }: WhatIfFields): Record<TableId, number> =>
  Object.fromEntries(Object.entries(tables).map(([id, text]) => [id, Number(text)]))

/** The same as a question to the server, which leaves no trace. */
export const askOf = (fields: WhatIfFields): AskSeating => ({
  keep: false,
  policy: fields.policy,
  everyone: fields.everyone,
  perOrganisation: mostTried(fields),
  tables: seatsTried(fields),
})

/** The commands that make what was tried last: ordinary ones, which can be seen and changed like any other. */
export function keeping(
  fields: WhatIfFields,
  window: WindowLine,
  rounds: readonly RoundId[],
  tables: readonly TableLine[],
): SingleCommand[] {
  const { policy, everyone } = fields
  const perOrganisation = mostTried(fields)
  const wanted = { ...draftOfLine(window), policy, everyone, perOrganisation }
  const settings: SingleCommand[] =
    policy === window.policy &&
    everyone === window.everyone &&
    perOrganisation === window.perOrganisation
      ? []
      : [{ type: 'save-window', window: wanted }]
  const seats = Object.entries(seatsTried(fields)).flatMap(([id, tried]) => {
    const table = tables.find((one) => one.id === id)
    if (!table) return []
    return rounds.map((round): SingleCommand => ({
      type: 'set-round-seats',
      round,
      table: table.id,
      seats: tried === table.capacity ? null : tried,
    }))
  })
  return [...settings, ...seats]
}

/** Who gives up a seat in these rounds when these tables close. */
export function whoFallsOut(
  picks: ConsoleParts['picks'],
  rounds: readonly RoundId[],
  closed: readonly TableId[],
): ReadonlySet<PersonId> {
  const people = new Set<PersonId>()
  for (const round of rounds)
    for (const [person, table] of Object.entries(picks[round] ?? {}))
      if (closed.includes(table)) people.add(person as PersonId)
  return people
}

import { describe, expect, it } from 'vitest'
import { seatingFigures } from '#shared/allotment/figures.ts'
import { problemOf } from '#shared/allotment/from-show.ts'
import { seat } from '#shared/allotment/seat.ts'
import { runOf } from '#shared/allotment/to-run.ts'
import { draftOfWindow } from '#shared/show/choosing/drafts.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { SEEDED_WINDOW } from '../../../scripts/seed/wishes.ts'
import { wordsOf } from './html.ts'
import { type Played, seating, sure } from './states.ts'
import { drawn, SIZE } from './wishers.ts'

/** Choosing has closed in a window in which presenters move, and everybody has been told where to be. */
function presentersMove(): Played {
  const played = seating(SIZE)
  const { show, draft } = played
  const window = { ...sure(draftOfWindow(show, SEEDED_WINDOW)), whoMoves: 'presenters' as const }
  played.does({ type: 'save-window', window })
  const asked = problemOf(show, played.draftPeople(), sure(show.windows[SEEDED_WINDOW]))
  const seated = seat(asked.problem)
  const run = {
    ...runOf(show, asked, seated, seatingFigures(asked.problem, seated)),
    by: SYSTEM.id,
    basis: show.version,
    everyone: true,
  }
  draft.does({ type: 'propose-seating', window: SEEDED_WINDOW, run }, played.at(), SYSTEM)
  played.does({ type: 'publish-seating', window: SEEDED_WINDOW, run: show.version })
  return played
}
const numberOf = ({ show }: Played, id: TableId): number => sure(show.tables[id]).number
/** The number of the place at which somebody is in a round. */
function placeOf(played: Played, person: PersonId, at: number): number {
  const round = sure(played.show.rounds[sure(played.full.rounds[at])])
  const table = sure(round.picks[person])
  return numberOf(played, round.stands[table] ?? table)
}

describe('W13 where presenters move', () => {
  it('a delegate reads one place for all rounds, and who comes to it', () => {
    const played = presentersMove()
    const [first, second] = played.full.rounds.map((id) => sure(played.show.rounds[id]))
    const me = sure(played.full.delegates.find((id) => first?.picks[id] && sure(second).picks[id]))
    const place = placeOf(played, me, 0)
    expect(placeOf(played, me, 1)).toBe(place)
    expect(sure(first).picks[me]).not.toBe(sure(second).picks[me])
    const words = wordsOf(drawn(played, '', me))
    expect(words).toMatch(new RegExp(`Table ${place} Zone [A-D] Round 1, .* Table ${place} Zone`))
    for (const round of [first, second].map(sure)) {
      const { innovation } = sure(played.show.tables[sure(round.picks[me])])
      expect(words).toContain(sure(played.show.innovations[sure(innovation)]).title)
    }
  })

  it('in move time delegates go once and stay after that; presenters are told where to go', () => {
    const played = presentersMove()
    const [one, two] = played.full.rounds.map(sure)
    const me = sure(
      played.full.delegates.find((id) =>
        [one, two].every((round) => played.show.rounds[sure(round)]?.picks[id]),
      ),
    )
    played.does({ type: 'move-round', round: sure(one) })
    expect(wordsOf(drawn(played, '', me))).toContain(`Go now to Table ${placeOf(played, me, 0)}`)
    played.does({ type: 'run-round', round: sure(one) })
    played.does({ type: 'end-round', round: sure(one) })
    played.does({ type: 'move-round', round: sure(two) })
    expect(wordsOf(drawn(played, '', me))).toContain(`Stay at Table ${placeOf(played, me, 1)}`)

    const { stands } = sure(played.show.rounds[sure(two)])
    const mover = sure(
      played.full.presenters.find((id) => {
        const table = played.show.people[id]?.hosts
        return table && stands[table] !== undefined && stands[table] !== table
      }),
    )
    const hosts = sure(played.show.people[mover]?.hosts)
    const html = renderPage(played.page({ as: mover, audience: 'host' }))
    expect(wordsOf(html)).toContain(`Go now to table ${numberOf(played, sure(stands[hosts]))}`)
  })

  it('says why a wish was not met', () => {
    const played = presentersMove()
    const run = sure(played.show.windows[SEEDED_WINDOW]?.runs.at(-1))
    const me = sure(
      played.full.delegates.find((id) => Object.values(run.unmet[id] ?? {}).includes('elsewhere')),
    )
    expect(wordsOf(drawn(played, '', me))).toContain(
      'it goes to tables where more people asked for it.',
    )
  })
})

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { SEEDED_WINDOW } from '../../../scripts/seed/wishes.ts'
import { formsOf, wordsOf } from './html.ts'
import { type Played, ranking, seated, seating, sure } from './states.ts'
import { drawn, numberOf, silent, SIZE, titleOf, wisher } from './wishers.ts'

describe('seating', () => {
  it('says that it has closed, when the tables come, and what one has said', () => {
    const played = seating(SIZE)
    const list = sure(played.show.wishes[wisher(played)])
    const html = drawn(played)
    expect(wordsOf(html)).toMatch(
      /^Choosing has closed Your tables come here before you move, at about 11:05\. Your list 1 /,
    )
    for (const [index, id] of list.entries())
      expect(wordsOf(html)).toContain(
        `${index + 1} ${titleOf(played, id)} Table ${numberOf(played, id)}`,
      )
    expect(wordsOf(drawn(played, '', silent(played)))).toContain('You put nothing in order.')
  })
})

describe('the result', () => {
  it('tables in the order of rounds with place, time and rank; why not, and where there is room', () => {
    const played = seated(SIZE)
    const me = sure(
      played.full.delegates.find((person) => {
        const [first, second] = played.full.rounds.map((id) => sure(played.show.rounds[id]))
        return (
          played.show.wishes[person] && first?.picks[person] && !first.suggested[person] && second
        )
      }),
    )
    const words = wordsOf(drawn(played, '', me))
    expect(words).toMatch(/^Your tables You move at 11:05\. Table \d+ Zone [A-D] Round 1, 11:08 /)
    expect(words).toMatch(/(Your 1st choice|Your 2nd choice|Your 3rd choice|One of your yeses)/)
    // It stands above, so it is not said again below.
    expect(words.split(' Next ')[1]).toMatch(/^\d\d:\d\d Lunch/)
  })

  it('a suggestion can be declined in one step, and then there is room to choose from', () => {
    const played = seated(SIZE)
    const round = sure(
      played.full.rounds
        .map((id) => sure(played.show.rounds[id]))
        .find(({ suggested }) => Object.keys(suggested).length > 0),
    )
    const me = sure(Object.keys(round.suggested)[0]) as PersonId
    const html = drawn(played, '', me)
    const decline = sure(formsOf(html).find(({ fields }) => fields['type'] === 'leave-table'))
    expect(decline.fields).toMatchObject({ round: round.id, as: 'phone', back: '/s/demo/me' })
    expect(decline.buttons[0]?.words).toMatch(/^No thanks : table \d+ in round \d$/)
    played.does({ type: 'leave-table', round: round.id }, me)
    const after = drawn(played, '', me)
    expect(wordsOf(after)).toMatch(/No table in round \d\. Look for a free seat/)
    expect(wordsOf(after)).toContain('Room for you')
    const offers = formsOf(after).filter(({ fields }) => fields['type'] === 'pick-table')
    expect(offers.length).toBeGreaterThan(0)
    expect(offers.length).toBeLessThanOrEqual(3)
    expect(offers[0]?.fields['round']).toBe(round.id)
    expect(offers[0]?.buttons[0]?.words).toMatch(/^Round \d, \d\d:\d\d: table \d+, /)
  })

  it.each([
    ['full', 'Table 4, Repair Café in a Box: 30 asked, 12 seats.'],
    [
      'group',
      'Table 4, Repair Café in a Box: 2 of your organisation are there already, which is the most at one table.',
    ],
    [
      'no-free-round',
      'Table 4, Repair Café in a Box: it had room only while you are at a table higher on your list.',
    ],
    ['closed', 'Table 4, Repair Café in a Box: it is closed in these rounds.'],
    [
      'banned',
      'Table 4, Repair Café in a Box: the organiser has seated you elsewhere. The desk can say why.',
    ],
    ['own-maximum', 'Table 4, Repair Café in a Box: you have as many tables as you asked for.'],
  ] as const)('a wish that was not met: %s', (reason, sentence) => {
    const played = seated(SIZE)
    const me = silent(played)
    const innovation = sure(played.full.innovations[3])
    played.does({ type: 'set-answer', innovation, answer: 'yes' }, me)
    const run = sure(played.show.windows[SEEDED_WINDOW]?.runs[0])
    run.unmet[me] = { [innovation]: reason }
    const table = sure(
      Object.values(played.show.tables).find((one) => one.innovation === innovation),
    )
    run.asked[table.id] = 30
    table.capacity = 3
    for (const round of Object.values(played.show.rounds))
      if (round.picks[me] === table.id) delete round.picks[me]
    expect(wordsOf(drawn(played, '', me))).toContain(`Not this time ${sentence}`)
  })

  it('a table that is closed in a round says so there, and is not offered', () => {
    const played = seated({ ...SIZE, capacity: 20 })
    const [round, table] = [sure(played.full.rounds[1]), sure(played.full.tables[8])]
    played.does({ type: 'set-round-seats', round, table, seats: 0 })
    const html = drawn(played, `?view=tables&round=${round}`)
    const card = sure(/<li class="tablecard" data-state="closed">.*?<\/li>/s.exec(html)?.[0])
    expect(wordsOf(`<main>${card}</main>`)).toContain('Table 9 ')
    expect(wordsOf(`<main>${card}</main>`)).toContain('Closed in this round')
    expect(card).not.toContain('<form')
    expect(drawn(played, `?view=tables&only=room&round=${round}`)).not.toContain(
      'data-state="closed"',
    )
    const more = sure(played.full.tables[9])
    played.does({ type: 'set-round-seats', round, table: more, seats: 33 })
    const left = 33 - (sure(played.show.rounds[round]).taken[more] ?? 0)
    expect(left).toBeGreaterThan(20)
    expect(wordsOf(drawn(played, `?view=tables&round=${round}`))).toContain(`${left} seats left`)
  })

  it('the day list and the host’s page say it too', () => {
    const played = seated(SIZE)
    const me = wisher(played)
    expect(wordsOf(drawn(played, '?view=day', me))).toMatch(
      /Your (1st|2nd|3rd) choice|One of your yeses|A suggestion/,
    )
    const host = (of: Played) =>
      wordsOf(renderPage(of.page({ as: sure(of.full.presenters[4]), audience: 'host' })))
    const asked = sure(
      played.show.windows[SEEDED_WINDOW]?.runs[0]?.asked[sure(played.full.tables[4])],
    )
    expect(host(played)).toContain(`People who wished for your table ${asked}`)
    expect(host(ranking(SIZE))).toContain(
      'People are choosing their tables. Choosing closes at 11:07.',
    )
    expect(host(seating(SIZE))).toContain(
      'Choosing has closed. Tables are given out next. People move to their tables at 11:05.',
    )
    expect(host(ranking(SIZE))).toContain('Who comes follows from what people wish for.')
  })
})

describe('weight', () => {
  it('every view in every moment is at most 12 kB on the wire, at 1 and 60 tables and with titles of 120 characters', () => {
    for (const size of [
      { ...SIZE, pitches: 1 },
      { ...SIZE, pitches: 60 },
      { ...SIZE, longTitles: true },
    ])
      for (const state of [ranking, seating, seated]) {
        const played = state(size)
        const as = played.full.delegates.find((person) => played.show.wishes[person]) ?? null
        for (const query of ['', '?view=order']) {
          const html = renderPage(played.page({ as, query }))
          expect(gzipSync(html).length, `${state.name} ${size.pitches} ${query}`).toBeLessThan(
            12_000,
          )
        }
      }
  })
})

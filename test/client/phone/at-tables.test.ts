import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { promotionDue } from '#shared/show/waiting.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { commandFromForm } from '../../../server/http/forms.ts'
import { type FoundForm, formsOf, headingOf, wordsOf } from './html.ts'
import { choosing, moving, type Played, sure, talking } from './states.ts'

// Delegates 2 to 9 have table 1, which is full, 10 to 15 table 2 and 16 table 3, where the first is from `waiting` on.
const guest = ({ full }: Played, number: number): PersonId => sure(full.delegates[number - 1])
const round = ({ full }: Played) => sure(full.rounds[0])
const table = ({ full }: Played, number: number) => sure(full.tables[number - 1])
/** table 1 is found by what is shown there */
const TABLE_1 = '?view=tables&find=georgia+better'
const page = (played: Played, as: PersonId | null, query = ''): string =>
  renderPage(played.page({ as, query }))
const posted = (html: string, words: RegExp): FoundForm[] =>
  formsOf(html).filter(
    ({ method, buttons }) => method === 'post' && words.test(buttons[0]?.words ?? ''),
  )
/** Presses the first button with these words, as a browser without scripts does. */
function press(played: Played, as: PersonId, words: RegExp, query = ''): Played {
  const { as: _as, back: _back, ...fields } = sure(posted(page(played, as, query), words)[0]).fields
  return played.does(commandFromForm(fields) as Command, as)
}
const counted = (played: Played, number: number, came: number): Played =>
  played.does({ type: 'count-came', round: round(played), table: table(played, number), came })

describe('at one’s table', () => {
  it('“I’m here” is one press while people move and while they talk, and said once', () => {
    for (const played of [moving(), talking()]) {
      const me = guest(played, 1)
      press(played, me, /^I’m here$/)
      expect(played.show.rounds[round(played)]?.arrived).toEqual({ [me]: table(played, 3) })
      const html = page(played, me)
      expect(wordsOf(html)).toContain('You have said that you are here.')
      expect(posted(html, /^I’m here$/)).toEqual([])
    }
  })

  it('help to get there is called while people move, stands there, and is taken back', () => {
    const played = moving()
    const me = guest(played, 1)
    press(played, me, /^I need help to get there$/)
    expect(played.show.calls).toMatchObject([{ person: me, what: 'way', table: table(played, 3) }])
    expect(wordsOf(page(played, me))).toContain('The desk has been told that you need help')
    press(played, me, /^Take it back$/)
    expect(played.show.calls).toEqual([])
    expect(posted(page(talking(), me), /^I need help/), 'one is there').toEqual([])
  })

  it('hosts go to their own table and are asked nothing', () => {
    const played = moving()
    expect(posted(page(played, sure(played.full.presenters[4])), /./)).toEqual([])
  })
})

describe('tables with room in a round that is on', () => {
  it('without a seat: cards to sit down at, the count of whoever sits there following', () => {
    const played = counted(talking(), 1, 6)
    const me = guest(played, 20)
    const html = page(played, me)
    expect(headingOf(html)).toBe('You have no table in round 1')
    expect(wordsOf(html)).toContain('Tables with room now:')
    expect(posted(html, /^Sit down here/)).toHaveLength(3)
    press(played, me, /^Sit down here : table 1 in/, `?view=tables&round=${round(played)}`)
    expect(played.show.rounds[round(played)]).toMatchObject({
      walkUps: { [me]: table(played, 1) },
      came: { [table(played, 1)]: 7 },
    })
    expect(wordsOf(page(played, me))).toMatch(/You are at .* Table 1 /)
  })

  it('no count, no release: a full table that nobody counted offers nothing', () => {
    const played = talking()
    const words = wordsOf(page(played, guest(played, 20), TABLE_1))
    expect(words).toContain('No room now')
    expect(words).not.toContain('Sit down here')
    expect(wordsOf(page(counted(played, 1, 7), guest(played, 20), TABLE_1))).toMatch(
      /1 seat left Sit down here : table 1 in round 1/,
    )
  })

  it('with a seat: behind one press, and one’s own table is not among them', () => {
    const played = moving()
    const html = page(played, guest(played, 1))
    expect(html).toMatch(/<details class="more"><summary>Sit down somewhere else/)
    const tables = posted(html, /^Sit down here/).map(({ fields }) => fields['table'])
    expect(tables).toHaveLength(3)
    expect(tables).not.toContain(table(played, 3))
  })

  it('none: said plainly', () => {
    const played = talking({ delegates: 20, pitches: 3, capacity: 8 })
    for (const number of [1, 2, 3]) counted(played, number, 8)
    const words = wordsOf(page(played, guest(played, 20)))
    expect(words).toContain('No table has room now An empty chair may be somebody’s')
    expect(words).not.toContain('Sit down here')
  })

  it('signed out and hosts: told, with nothing to press', () => {
    const played = talking()
    for (const as of [null, sure(played.full.presenters[4])])
      expect(posted(page(played, as, '?view=tables'), /^Sit down/)).toEqual([])
  })

  it('the page stays within its weight', () => {
    for (const as of [1, 20]) {
      const played = moving({ longTitles: true })
      expect(gzipSync(page(played, guest(played, as))).length).toBeLessThan(12_000)
    }
  })
})

describe('waiting for a seat', () => {
  it('a full table offers it, tells the place in the line, and lets one go', () => {
    const played = choosing()
    const [first, second] = [guest(played, 20), guest(played, 21)]
    press(played, first, /^Wait for a seat/, TABLE_1)
    press(played, second, /^Wait for a seat/, TABLE_1)
    expect(wordsOf(page(played, second, TABLE_1))).toContain(
      'You are 2nd in line Stop waiting : table 1 in round 1',
    )
    expect(wordsOf(page(played, second)), 'on the first page too').toMatch(
      /You wait for a seat Round 1 Table 1 .* You are 2nd in line Stop waiting/,
    )
    press(played, first, /^Stop waiting/, TABLE_1)
    expect(wordsOf(page(played, second, TABLE_1))).toContain('You are 1st in line')
    expect(posted(page(played, first, TABLE_1), /^Wait for a seat/)).toHaveLength(1)
  })

  it('who has a seat elsewhere may wait as well; who has one there, and hosts, do not', () => {
    const played = choosing()
    expect(posted(page(played, guest(played, 10), TABLE_1), /^Wait/)).toHaveLength(1)
    expect(posted(page(played, guest(played, 2), TABLE_1), /^Wait/)).toEqual([])
    expect(posted(page(played, sure(played.full.presenters[3]), TABLE_1), /^Wait/)).toEqual([])
    expect(posted(page(played, guest(played, 20), '?view=tables&find=12'), /^Wait/)).toEqual([])
  })

  it('who moved up reads so, until the round begins', () => {
    const played = choosing()
    const [me, leaves] = [guest(played, 20), guest(played, 2)]
    press(played, me, /^Wait for a seat/, TABLE_1)
    played.does({ type: 'leave-table', round: round(played) }, leaves)
    const due = promotionDue(played.show, played.at())
    if (due) played.does({ type: 'promote-waiting', round: due.round, table: due.table, due: 0 })
    expect(wordsOf(page(played, me))).toMatch(
      /^You moved up to table 1 from the waiting list Your seat in round 1\. Left wall/,
    )
    played.does({ type: 'move-round', round: round(played) })
    expect(wordsOf(page(played, me))).toMatch(/^Go now to Table 1/)
  })

  it('shortly before the move: there is room, and one press takes it', () => {
    const played = choosing()
    const [me, leaves] = [guest(played, 20), guest(played, 2)]
    press(played, me, /^Wait for a seat/, TABLE_1)
    played.wait(4 * MINUTE)
    played.does({ type: 'leave-table', round: round(played) }, leaves)
    expect(wordsOf(page(played, me))).toMatch(
      /There is room at table 1 now Choose : table 1 in round 1 Stop waiting/,
    )
    press(played, me, /^Choose : table 1/)
    expect(played.show.rounds[round(played)]?.picks[me]).toBe(table(played, 1))
    expect(played.show.rounds[round(played)]?.waiting).toEqual({})
  })
})

describe('the sign on a table, or its number', () => {
  it('at one’s own table is “I’m here”', () => {
    const played = moving()
    const me = guest(played, 1)
    press(played, me, /^I’m here$/, '?view=here&at=3')
    expect(played.show.rounds[round(played)]?.arrived).toEqual({ [me]: table(played, 3) })
  })

  it('at another table says where one’s seat is, and lets one sit down where there is room', () => {
    const played = moving()
    const me = guest(played, 1)
    const words = wordsOf(page(played, me, '?view=here&at=4'))
    expect(words).toMatch(/^Table 4 Your seat is at table 3\. /)
    press(played, me, /^Sit down here/, '?view=here&at=4')
    expect(played.show.rounds[round(played)]?.walkUps).toEqual({ [me]: table(played, 4) })
  })

  it('asks for the number again when there is no such table, and says when no round is on', () => {
    const played = moving()
    const html = page(played, guest(played, 1), '?view=here&at=99')
    expect(wordsOf(html)).toMatch(/^There is no table 99 here /)
    const form = sure(formsOf(html).find(({ method }) => method === 'get'))
    expect(form.fields).toMatchObject({ view: 'here' })
    expect(wordsOf(page(choosing(), null, '?view=here&at=3'))).toContain('No round is on.')
  })
})

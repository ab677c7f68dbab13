import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { RoundId, TableId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { formsOf, headingOf, linksOf, wordsOf } from './html.ts'
import { choosing, moving, type Played, playShow, sure, waiting, welcome } from './states.ts'

const me = ({ full }: Played) => sure(full.delegates[0])
const tables = (played: Played, query = '', asked: Parameters<Played['page']>[0] = {}): string =>
  renderPage(played.page({ as: me(played), query: `?view=tables${query}`, ...asked }))
const round = ({ full }: Played): RoundId => sure(full.rounds[0])
const table = ({ full }: Played, number: number): TableId => sure(full.tables[number - 1])
const pick = (played: Played, number: number) =>
  ({ type: 'pick-table', round: round(played), table: table(played, number) }) as const
const cardsOf = (html: string): string[] =>
  [...html.matchAll(/<li class="tablecard" data-state="([a-z]+)">(.*?)<\/li>/gs)].map(
    ([, state, card = '']) => `${wordsOf(`<main>${card}</main>`)} [${state}]`,
  )

describe('choosing a table by forms', () => {
  it('each card says who is there, where, how much room, and what can be done', () => {
    const cards = cardsOf(tables(choosing()))
    expect(cards).toHaveLength(15)
    expect(cards[0]).toMatch(
      /^Table 1 Zone A Better Care Dee Patel and .* Left wall, .* Full Wait for a seat : table 1 in round 1 \[full]$/,
    )
    expect(cards[1]).toMatch(/^Table 2 .* 2 seats left Choose : table 2 in round 1 \[few]$/)
    expect(cards[2]).toMatch(/^Table 3 .* 7 seats left Choose : table 3 in round 1 \[free]$/)
  })

  it('a free table holds the whole command, who sends it and where to come back to', () => {
    const played = choosing()
    const html = tables(played, '&find=night')
    const [find, choose, ...others] = formsOf(html)
    expect(others).toEqual([])
    expect(find).toMatchObject({
      method: 'get',
      action: '/s/demo/me',
      fields: { view: 'tables', round: round(played), find: 'night' },
    })
    expect(choose).toMatchObject({
      method: 'post',
      action: '/s/demo/commands',
      fields: {
        ...pick(played, 3),
        as: 'phone',
        back: '/s/demo/me?view=tables&find=night',
      },
    })
  })

  it('switching is one step, leaving another; one’s own table stands first', () => {
    const played = choosing()
    played.does(pick(played, 4), me(played))
    const html = tables(played)
    const [mine, , second] = cardsOf(html)
    expect(mine).toMatch(/^Table 4 .* Your table Leave this table : table 4 in round 1 \[yours]$/)
    expect(second).toContain('Switch to this')
    const leave = formsOf(html).find(({ fields }) => fields['type'] === 'leave-table')
    expect(leave?.fields).toEqual({
      type: 'leave-table',
      round: round(played),
      as: 'phone',
      back: '/s/demo/me?view=tables',
    })
  })

  it('a pick that was kept is said with its time and place', () => {
    const played = choosing()
    const command = pick(played, 4)
    played.does(command, me(played))
    expect(wordsOf(tables(played, '', { said: played.done(command) }))).toMatch(
      /^You have table 4 Round 1, \d\d:\d\d\. Window side, first\./,
    )
  })

  it('a full table names those with room, each one press away', () => {
    const played = choosing()
    played.does(pick(played, 4), me(played))
    const html = tables(played, '', { said: played.refused(pick(played, 1), me(played)) })
    expect(wordsOf(html)).toMatch(
      /^Table 1 filled up while you were choosing You still have table 4 at \d\d:\d\d\. Tables 5, 6 and 7 have room\./,
    )
    const offers = formsOf(html).slice(0, 3)
    expect(offers.map(({ buttons }) => buttons[0]?.words)).toEqual([
      'Choose table 5, Street by Street',
      'Choose table 6, Falls Line',
      'Choose table 7, Carers Count',
    ])
    expect(offers.map(({ fields }) => fields['table'])).toEqual(
      [5, 6, 7].map((n) => table(played, n)),
    )
  })

  it('a host is told before they try; the table they host is marked', () => {
    const played = choosing()
    const html = tables(played, '', { as: sure(played.full.presenters[1]) })
    expect(wordsOf(html)).toContain('You host table 2 in this round.')
    expect(cardsOf(html)[0]).toMatch(/^Table 2 .* You host this table \[yours]$/)
  })

  it('a host on duty who tries is told why not', () => {
    const played = choosing()
    const host = sure(played.full.presenters[1])
    const said = played.refused(pick(played, 5), host)
    expect(wordsOf(tables(played, '', { as: host, said }))).toMatch(/^You host table 2 in round 1 /)
  })

  it('before choosing opens and after it closed there is nothing to press', () => {
    for (const played of [welcome(), waiting()]) {
      const html = tables(played)
      expect(formsOf(html).filter(({ method }) => method === 'post')).toEqual([])
    }
    expect(wordsOf(tables(welcome()))).toContain('Choosing opens at about')
    expect(wordsOf(tables(waiting()))).toContain('Choosing for this round is closed.')
  })

  it('each round is a link that shows what one has there', () => {
    const played = choosing()
    played.does(pick(played, 4), me(played))
    const html = tables(played)
    for (const id of played.full.rounds)
      expect(linksOf(html)).toContain(`/s/demo/me?view=tables&round=${id}`)
    expect(wordsOf(html)).toMatch(/Choose a table \d\d:\d\d 4 \d\d:\d\d \d\d:\d\d/)
  })
})

describe('finding tables', () => {
  const found = (played: Played, query: string): (string | undefined)[] =>
    cardsOf(tables(played, query)).map((card) => /^Table (\d+)/.exec(card)?.[1])

  it('by title, presenter, organisation or number, accents or not, case or not', () => {
    const played = choosing()
    expect(found(played, '&find=CAFE')).toEqual(['4'])
    expect(found(played, '&find=warm+farah+price')).toEqual(['2'])
    expect(found(played, '&find=harbour')).toContain('3')
    expect(found(played, '&find=12')).toEqual(['12'])
  })

  it('nothing found: says what to try', () => {
    const html = tables(choosing(), '&find=zebra')
    expect(wordsOf(html)).toContain('No table matches “zebra”. Try a presenter’s name')
    expect(linksOf(html)).toContain(`/s/demo/me?view=tables&round=${choosing().full.rounds[0]}`)
  })

  it('those answered yes, and those with room', () => {
    const played = choosing()
    expect(found(played, '&only=room')).not.toContain('1')
    expect(found(played, '&only=room')).toHaveLength(14)
    expect(wordsOf(tables(played, '&only=yes'))).toContain('You have not answered yes to anybody')
    const innovation = sure(played.full.innovations[6])
    played.does({ type: 'set-answer', innovation, answer: 'yes' }, me(played))
    expect(found(played, '&only=yes')).toEqual(['7'])
  })

  it('what people type is text, never markup', () => {
    const html = tables(choosing(), `&find=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    expect(html).not.toContain('<img')
    expect(wordsOf(html)).toContain('No table matches “<img src=x onerror=alert(1)>”.')
  })
})

describe('2,000 tables', () => {
  const played = playShow({ pitches: 2_000, delegates: 1 })

  it('are drawn forty at first, a hundred more each time, and all can be found', () => {
    const html = tables(played)
    expect(cardsOf(html)).toHaveLength(40)
    expect(wordsOf(html)).toContain('Show 100 more of 1960 tables')
    const more = sure(linksOf(html).find((href) => href.includes('more=1')))
    expect(cardsOf(tables(played, more.slice(more.indexOf('&'))))).toHaveLength(140)
    expect(cardsOf(tables(played, '&find=1999'))).toHaveLength(1)
    expect(cardsOf(tables(played, '&more=99999'))).toHaveLength(2_000)
  })
})

describe('weight', () => {
  it('a demo-sized page is at most 12 kB on the wire, whatever its view and moment', () => {
    for (const played of [choosing(), moving()])
      for (const query of ['', '?view=day', '?view=tables', '?view=pitches']) {
        const html = renderPage(played.page({ as: me(played), query }))
        expect(gzipSync(html).length, query).toBeLessThan(12_000)
      }
  })

  it('holds with titles and names of 120 characters', () => {
    const html = tables(choosing({ longTitles: true }))
    expect(headingOf(html)).toBe('Choose a table')
    expect(gzipSync(html).length).toBeLessThan(12_000)
  })
})

import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../client/entry-server.tsx'
import { formsOf, headingOf, linksOf, wordsOf } from './html.ts'
import {
  changeover,
  choosing,
  moving,
  pitchOn,
  type Played,
  sure,
  talking,
  welcome,
} from './states.ts'

const drawn = (played: Played, presenter: number): string =>
  renderPage(played.page({ as: sure(played.full.presenters[presenter]), audience: 'host' }))

describe('the presenter’s page', () => {
  it('says how many are coming, where and when, and names them with what they do', () => {
    const played = moving()
    const html = drawn(played, 0)
    expect(headingOf(html)).toBe('8 people are coming')
    const words = wordsOf(html)
    expect(words).toMatch(/Table 1, Left wall, by the stage Starts at \d\d:\d\d/)
    expect(words).toContain('Chloë Kowalska Library manager, Cardiff Council')
    expect([...html.matchAll(/coming__name/g)]).toHaveLength(8)
  })

  it('names nobody who sits elsewhere', () => {
    const played = moving()
    const html = drawn(played, 0)
    // Delegates 9 to 14 chose table 2.
    const other = played.draftPeople().get(sure(played.full.delegates[10]))
    expect(html).not.toContain(sure(other).name)
    expect(drawn(played, 1)).toContain(sure(other).name)
  })

  it('while people talk: who is at the table, and until when', () => {
    const html = drawn(talking(), 0)
    expect(headingOf(html), 'nobody has counted').toBe('8 people have a seat at your table')
    expect(wordsOf(html)).toMatch(/Round 1, until \d\d:\d\d/)
  })

  it('nobody yet: says so, and when people can choose', () => {
    const words = wordsOf(drawn(welcome(), 2))
    expect(words).toContain('0 Nobody has chosen this yet')
    expect(words).toContain('People can choose from about 10:')
  })

  it('the next rounds with their seats', () => {
    expect(wordsOf(drawn(choosing(), 1))).toMatch(/Round 2, \d\d:\d\d 0 of 8 seats/)
  })

  it('how many pitches are before mine, and about when I am on', () => {
    expect(wordsOf(drawn(welcome(), 2))).toContain(
      'Night Bus Plus 2 pitches before yours. You are on at about 09:44.',
    )
    expect(wordsOf(drawn(changeover(), 0))).toContain('You have given your pitch.')
  })

  it('on stage: my clock comes first', () => {
    expect(wordsOf(drawn(pitchOn(), 0))).toMatch(/^You are on stage now until 09:41 Better Care/)
  })

  it('what goes on in the hall, in one line', () => {
    expect(wordsOf(drawn(welcome(), 2))).toContain('Now: Welcome until 09:40')
    expect(wordsOf(drawn(pitchOn(), 2))).toContain('On stage: Better Care until 09:41')
    expect(wordsOf(drawn(choosing(), 2))).toMatch(/Choosing closes at \d\d:\d\d\./)
  })

  it('signed out: asks for the badge; somebody without a table: shown to their own page', () => {
    const played = welcome()
    const out = renderPage(played.page({ audience: 'host' }))
    expect(headingOf(out)).toBe('This page is for presenters')
    expect(formsOf(out)[0]?.fields).toMatchObject({ as: 'host', back: '/s/demo/host' })
    const delegate = renderPage(
      played.page({ as: sure(played.full.delegates[0]), audience: 'host' }),
    )
    expect(headingOf(delegate)).toBe('You have no table here')
    expect(linksOf(delegate)).toContain('/s/demo/me')
  })
})

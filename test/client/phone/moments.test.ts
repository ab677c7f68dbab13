import { describe, expect, it } from 'vitest'
import { MINUTE } from '#shared/time/instant.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { formsOf, headingOf, wordsOf } from './html.ts'
import {
  changeover,
  choosing,
  emptyPage,
  moving,
  pitchOn,
  playShow,
  type Played,
  sure,
  talking,
  waiting,
  welcome,
} from './states.ts'

const me = ({ full }: Played) => sure(full.delegates[0])
const drawn = (played: Played, asked: Parameters<Played['page']>[0] = {}): string =>
  renderPage(played.page({ as: me(played), ...asked }))

describe('the moment that matters is on top', () => {
  it('before: what begins, and when', () => {
    const html = drawn(playShow())
    expect(headingOf(html)).toBe('Welcome')
    expect(wordsOf(html)).toContain('Begins at 09:30.')
    // It stands above, so it is not said again below.
    expect(wordsOf(html).match(/Welcome/g)).toHaveLength(1)
  })

  it('before, on another day: the day too', () => {
    const played = playShow()
    const page = played.page()
    page.data.at -= 3 * 24 * 60 * MINUTE
    expect(wordsOf(renderPage(page))).toContain('Begins on Sunday 28 June at 09:30.')
  })

  it('an item: what is on, and until when', () => {
    const html = drawn(welcome())
    expect(headingOf(html)).toBe('Welcome')
    expect(wordsOf(html)).toContain('until 09:40')
  })

  it('a pitch: who is on stage, until when, and the question', () => {
    const words = wordsOf(drawn(pitchOn()))
    expect(words).toContain('On stage until 09:41 Better Care Dee Patel and Georgia Fraser, Powys')
    expect(words).toContain('Want to talk to them? Yes, at their table Maybe Not for us')
    expect(words).toContain('Only you see this answer. Yes so far 0 of 15')
  })

  it('a pitch in overtime: since when, in words that stay true', () => {
    const played = pitchOn()
    played.wait(2 * MINUTE)
    expect(wordsOf(drawn(played))).toContain('On stage over time since 09:41')
  })

  it('a paused pitch: what is left does not run', () => {
    const played = pitchOn()
    played.does({ type: 'pause-clock', stage: played.stage })
    played.wait(5 * MINUTE)
    expect(wordsOf(drawn(played))).toContain('On stage 0:46 paused')
  })

  it('a changeover: the one just heard can be answered, the next is named', () => {
    const html = drawn(changeover())
    expect(headingOf(html)).toBe('Better Care')
    expect(wordsOf(html)).toContain('You have just heard')
    expect(wordsOf(html)).toContain('Next on stage Warm Homes Map Farah Price, Streetwise Data')
    const [answer] = formsOf(html)
    expect(answer?.fields['innovation']).toBe(changeover().full.innovations[0])
  })

  it('choosing: until when, and what is not chosen yet', () => {
    const html = drawn(choosing())
    expect(headingOf(html)).toBe('Choose a table')
    expect(wordsOf(html)).toMatch(/Choosing closes at \d\d:\d\d\. \d\d:\d\d Nothing chosen yet\./)
  })

  it('waiting: my table, where it is, and when to go', () => {
    const html = drawn(waiting())
    expect(headingOf(html)).toMatch(/^Table 3 Zone A$/)
    expect(wordsOf(html)).toMatch(/You move at \d\d:\d\d\. Left wall, by the door Night Bus Plus/)
  })

  it('moving: go now to the table, and when it starts', () => {
    const html = drawn(moving())
    expect(headingOf(html)).toBe('Table 3 Zone Zone A')
    expect(wordsOf(html)).toMatch(/Go now to Table 3 .* Left wall, by the door Starts at \d\d:\d\d/)
  })

  it('moving without a table: which tables have room', () => {
    const played = moving()
    const html = drawn(played, { as: sure(played.full.delegates.at(-1)) })
    expect(headingOf(html)).toBe('You have no table in round 1')
    expect(wordsOf(html)).toMatch(
      /Tables with room now: Table 4 .* 8 seats left Sit down here : table 4 in round 1 Table 5 /,
    )
  })

  it('moving as a host: back to the own table', () => {
    const played = moving()
    const html = drawn(played, { as: sure(played.full.presenters[4]) })
    expect(wordsOf(html)).toContain('Your own table Table 5')
  })

  it('talking: where I am, and until when', () => {
    const words = wordsOf(drawn(talking()))
    expect(words).toMatch(/You are at until \d\d:\d\d Table 3 .*Night Bus Plus Grace Wong/)
  })

  it('on hold: since when, and that nothing is lost', () => {
    const played = moving()
    played.does({ type: 'hold-day' })
    const html = drawn(played)
    expect(headingOf(html)).toBe('The day is on hold')
    expect(wordsOf(html)).toContain('Nothing you chose is lost.')
  })

  it('an empty event says what will be here', () => {
    expect(headingOf(renderPage(emptyPage()))).toBe('The programme is not here yet')
    expect(headingOf(renderPage(emptyPage({ query: '?view=tables' })))).toBe('No tables yet')
    expect(headingOf(renderPage(emptyPage({ query: '?view=pitches' })))).toBe('No pitches yet')
  })

  it('says when it was drawn, and how to see what is new', () => {
    const html = drawn(talking(), { query: '?view=day' })
    expect(wordsOf(html)).toMatch(/As at \d\d:\d\d, check again/)
    expect(html).toContain('<a href="/s/demo/me?view=day" class="tap">check again</a>')
  })
})

describe('who somebody is', () => {
  it('not checked in: asked to the desk; checked in: not', () => {
    const played = welcome()
    const isIn = (person: string) => played.show.people[person as never]?.checkedInAt != null
    const out = sure(played.full.delegates.find((person) => !isIn(person)))
    const here = sure(played.full.delegates.find(isIn))
    expect(wordsOf(drawn(played, { as: out }))).toContain('Say hello at the desk')
    expect(wordsOf(drawn(played, { as: here }))).not.toContain('Say hello at the desk')
  })

  it('signed out: sees everything but forms of their own, and can sign in', () => {
    const html = drawn(pitchOn(), { as: null })
    const [signIn, ...others] = formsOf(html)
    expect(others).toEqual([])
    expect(signIn).toMatchObject({ method: 'post', action: '/s/demo/sign-in' })
    expect(Object.keys(signIn?.fields ?? {})).toEqual(['code', 'surname', 'as', 'back'])
    expect(signIn?.fields['back']).toBe('/s/demo/me')
    expect(wordsOf(html)).toContain('You are not signed in.')
  })

  it('erased: is told so first, and whom to ask', () => {
    expect(wordsOf(drawn(talking(), { as: null, gone: true }))).toMatch(
      /^You are not on the list of this event any more If that is a mistake, ask the desk/,
    )
  })

  it('a sign-in that failed: says why, and keeps what was typed', () => {
    const message = 'We do not know the code K7M 4QP. It is on the back of your badge.'
    const said = {
      type: 'sign-in',
      outcome: { ok: false, code: 'unknown-code', message } as const,
      fields: { code: 'K7M 4QP', surname: 'O’Neill "x"' },
    }
    const html = drawn(welcome(), { as: null, said })
    expect(wordsOf(html)).toMatch(/^We do not know the code K7M 4QP It is on the back/)
    expect(formsOf(html)[0]?.fields).toMatchObject(said.fields)
  })
})

import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { HOUR } from '#shared/time/instant.ts'
import { ordinal } from '#shared/words/ordinal.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { WISHES, withEcho } from '../../../client/screens/phone/echo.ts'
import type { Phone } from '../../../client/screens/phone/phone-context.ts'
import { SEEDED_WINDOW } from '../../../scripts/seed/wishes.ts'
import { formsOf, headingOf, linksOf, wordsOf } from './html.ts'
import { pitchOn, type Played, ranking, sure } from './states.ts'
import { drawn, numberOf, silent, SIZE, titleOf, wisher } from './wishers.ts'

const rowsOf = (html: string) =>
  formsOf(html).find(({ fields }) => fields['type'] === 'set-wishes')?.buttons ?? []
const rowFor = (played: Played, html: string, id: InnovationId) =>
  sure(rowsOf(html).find(({ words }) => words.includes(`Table ${numberOf(played, id)} Zone`)))

describe('ranking', () => {
  it('is what matters while a window is open: how, how long, and what to expect', () => {
    const played = ranking(SIZE)
    const html = drawn(played)
    expect(headingOf(html)).toBe('Tap your top three: 1, 2, 3')
    expect(wordsOf(html)).toMatch(
      /^Tap your top three: 1, 2, 3 Choosing closes at 11:07\. You have \d on your list: expect about \d tables\. A list of 8 works best\. Nobody gains by being first\. 3 in your order\. Saved\. Reorder You said yes/,
    )
    expect(wordsOf(html)).toContain('Your other yeses count after these, then your maybes.')
  })

  it('each row is a button that holds the whole list: one more, or one less', () => {
    const played = ranking(SIZE)
    const me = wisher(played)
    const list = sure(played.show.wishes[me])
    const html = drawn(played)
    for (const [index, id] of list.entries()) {
      const row = rowFor(played, html, id)
      expect(row.words).toMatch(new RegExp(`^${index + 1} Your ${ordinal(index + 1)} choice:`))
      expect(row.value).toBe(list.filter((one) => one !== id).join(','))
    }
    const yes = sure(
      played.full.innovations.find(
        (id) => played.show.answers[me]?.[id] === 'yes' && !list.includes(id),
      ),
    )
    const next = rowFor(played, html, yes)
    expect(next).toMatchObject({ name: 'innovations', value: [...list, yes].join(',') })
    played.does({ type: 'set-wishes', innovations: sure(next.value).split(',') } as Command, me)
    expect(rowFor(played, drawn(played, '', me), yes).words).toMatch(/^4 Your 4th choice:/)
  })

  it('yeses, then maybes, then the others behind a disclosure; never “not for us”, never the own table', () => {
    const played = ranking(SIZE)
    const me = wisher(played)
    const html = drawn(played)
    const said = (answer: string) =>
      played.full.innovations.filter((id) => played.show.answers[me]?.[id] === answer)
    for (const id of said('no')) expect(html).not.toContain(`<b>${titleOf(played, id)}</b>`)
    const vetoed = sure(said('maybe')[0])
    const before = rowsOf(html).length
    const shown = rowsOf(html).map(({ words }) => Number(/Table (\d+) Zone/.exec(words)?.[1]))
    const numbers = (answer: string) => said(answer).map((id) => numberOf(played, id))
    expect(shown.slice(0, said('yes').length)).toEqual(numbers('yes'))
    expect(shown.slice(said('yes').length).slice(0, said('maybe').length)).toEqual(numbers('maybe'))
    expect(html).toMatch(/<details[^>]*><summary>Others<\/summary>/)
    played.does({ type: 'set-answer', innovation: vetoed, answer: 'no' }, me)
    expect(rowsOf(drawn(played, '', me))).toHaveLength(before - 1)
    expect(drawn(played, '', me)).not.toContain(`<b>${titleOf(played, vetoed)}</b>`)
    const host = renderPage(played.page({ as: sure(played.full.presenters[1]) }))
    expect(wordsOf(host)).toContain('You host table 2, so you stay there in these rounds.')
    expect(rowsOf(host)).toEqual([])
  })

  it('nothing said: what follows from it, and everything there is', () => {
    const played = ranking(SIZE)
    const html = drawn(played, '', silent(played))
    expect(wordsOf(html)).toContain('Nothing is on your list: you are given tables that have room.')
    expect(wordsOf(html)).toContain('You have not said yes or maybe to anybody yet.')
    expect(wordsOf(html)).toContain('Nothing in order yet.')
    expect(rowsOf(html)).toHaveLength(15)
    expect(linksOf(html)).not.toContain('/s/demo/me?view=order')
    expect(headingOf(drawn(played, '?view=order', silent(played)))).toBe(
      'Nothing to put in order yet',
    )
  })

  it('everything is “not for us”: says so, and where to change it', () => {
    const played = ranking(SIZE)
    const me = silent(played)
    for (const innovation of played.full.innovations)
      played.does({ type: 'set-answer', innovation, answer: 'no' }, me)
    expect(headingOf(drawn(played, '', me))).toBe('There is no table to choose here')
  })

  it('while something else is on: a line that leads there', () => {
    const played = ranking(SIZE)
    played.does({ type: 'hold-day' })
    const html = drawn(played)
    expect(headingOf(html)).toBe('The day is on hold')
    expect(linksOf(html)).toContain('/s/demo/me?view=choose')
    expect(headingOf(drawn(played, '?view=choose'))).toBe('Tap your top three: 1, 2, 3')
  })

  it('not open: says that answers are kept; signed out: asks for the badge', () => {
    const html = renderPage(pitchOn().page({ query: '?view=choose' }))
    expect(wordsOf(html)).toMatch(/^Choosing is not open now Your answers to the pitches are kept/)
    const out = renderPage(ranking(SIZE).page())
    expect(wordsOf(out)).toContain('Sign in with the code on your badge, and you can rank')
    expect(rowsOf(out)).toEqual([])
  })

  it('closing: the time, later that it is any moment now; a list that comes too late is refused in words', () => {
    const played = ranking(SIZE)
    const me = wisher(played)
    played.wait(2 * HOUR)
    expect(wordsOf(drawn(played))).toMatch(/Choosing closes (at \d\d:\d\d|any moment now)\./)
    played.does({ type: 'close-window', window: SEEDED_WINDOW })
    const said = played.refused({ type: 'set-wishes', innovations: [] }, me)
    const words = wordsOf(renderPage(played.page({ as: me, said })))
    expect(words).toMatch(/^Choosing is not open now, so your list stays as it is/)
    expect(words).toContain('Choosing has closed')
  })
})

describe('the whole order', () => {
  it('the list and then the other yeses, each with a way up and down that holds the whole order', () => {
    const played = ranking(SIZE)
    const me = wisher(played)
    const list = sure(played.show.wishes[me])
    const html = drawn(played, '?view=order')
    const tail = played.full.innovations.filter(
      (id) => played.show.answers[me]?.[id] === 'yes' && !list.includes(id),
    )
    const order = [...list, ...tail]
    const steps = rowsOf(html)
    expect(steps.map(({ words }) => words)).toEqual(
      order.flatMap((id) => [`Up : ${titleOf(played, id)}`, `Down : ${titleOf(played, id)}`]),
    )
    const [one, two, three, ...rest] = order
    expect(steps[0]?.value, 'the first stays').toBe(order.join(','))
    expect(steps[1]?.value).toBe([two, one, three, ...rest].join(','))
    expect(steps[4]?.value).toBe([one, three, two, ...rest].join(','))
    expect(steps.at(-1)?.value, 'the last stays').toBe(order.join(','))
    expect(html.match(/aria-disabled="true"/g)).toHaveLength(2)
    expect(wordsOf(html)).toContain(', one of your yeses')
  })
})

describe('a list that was saved and not told yet', () => {
  const list = ['inn-one1', 'inn-two2'] as InnovationId[]
  const mine = { wishes: ['inn-one1'] as InnovationId[] } as unknown as Phone['mine']
  const pending = { command: { type: 'set-wishes', innovations: list }, state: 'sending' } as const

  it('goes on counting until the phone is told of it, whatever it is told', () => {
    const none: Phone['pending'] = new Map()
    expect(withEcho(none, { key: WISHES, pending, mine }, mine).get('wishes')).toBe(pending)
    const told = { wishes: list } as unknown as Phone['mine']
    expect(withEcho(none, { key: WISHES, pending, mine }, told)).toBe(none)
    const other = { wishes: [] } as unknown as Phone['mine']
    expect(withEcho(none, { key: WISHES, pending, mine }, other)).toBe(none)
    expect(withEcho(none, { key: WISHES, pending, mine: told }, told), 'it was no change').toBe(
      none,
    )
    expect(withEcho(none, null, mine)).toBe(none)
  })

  it('a newer one that waits wins', () => {
    const newer: Phone['pending'] = new Map([
      ['wishes', { command: { type: 'set-wishes', innovations: [] }, state: 'sending' }],
    ])
    expect(withEcho(newer, { key: WISHES, pending, mine }, mine)).toBe(newer)
  })
})

it('1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 111th', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 111].map(ordinal).join(', ')).toBe(
    '1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 111th',
  )
})

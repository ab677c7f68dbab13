import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import { commandFromForm } from '../../../server/http/forms.ts'
import { MOST, withEcho } from '../../../client/screens/phone/echo.ts'
import { formsOf, wordsOf } from './html.ts'
import { type Played, ranking, sure } from './states.ts'
import { drawn, SIZE, wisher } from './wishers.ts'

const formIn = (html: string) =>
  sure(formsOf(html).find(({ fields }) => fields['type'] === 'set-most'))
const says = (played: Played, most: number | null) =>
  played.does({ type: 'set-most', most } as Command, wisher(played))

describe('the most conversations that somebody wants', () => {
  it('is one select and a button, which are the command without scripts', () => {
    const html = drawn(ranking(SIZE))
    const { fields } = formIn(html)
    expect(wordsOf(html)).toContain('Conversations that you want at most, over the whole event')
    expect(html).toMatch(/<select id="most" name="most">/)
    expect(commandFromForm({ ...fields, most: '' })).toMatchObject({ type: 'set-most', most: null })
    expect(commandFromForm({ ...fields, most: '2' })).toMatchObject({ type: 'set-most', most: 2 })
  })
  it('counts in what one is told to expect, and can be taken back', () => {
    const played = ranking(SIZE)
    const expected = () => Number(/expect about (\d)/.exec(wordsOf(drawn(played)))?.[1])
    const before = expected()
    expect(before).toBeGreaterThan(1)
    says(played, 1)
    expect(expected()).toBe(1)
    expect(wordsOf(drawn(played))).toContain('You get 1 at most.')
    expect(drawn(played)).toMatch(/<option selected="">1<\/option>/)
    says(played, null)
    expect(expected()).toBe(before)
    expect(wordsOf(drawn(played))).not.toContain('at most.')
  })
  it('one that was saved holds until the phone has been told it', () => {
    const mine = { most: null } as never
    const pending = { command: { type: 'set-most', most: 2 }, state: 'sending' } as const
    const echo = { key: MOST, pending: pending as never, mine }
    expect(withEcho(new Map(), echo, mine).get(MOST)).toBe(pending)
    const told = { most: 2 } as never
    expect(withEcho(new Map(), { ...echo, mine: told }, told).size).toBe(0)
  })
})

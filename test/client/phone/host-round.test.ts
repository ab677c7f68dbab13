import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { cameKey, withEcho } from '../../../client/screens/phone/echo.ts'
import type { Phone } from '../../../client/screens/phone/phone-context.ts'
import { commandFromForm } from '../../../server/http/forms.ts'
import { type FoundForm, formsOf, headingOf, wordsOf } from './html.ts'
import { choosing, moving, type Played, sure, talking } from './states.ts'

const host = ({ full }: Played, number = 1) => sure(full.presenters[number - 1])
const drawn = (played: Played, number = 1): string =>
  renderPage(played.page({ as: host(played, number), audience: 'host' }))
const round = ({ full }: Played) => sure(full.rounds[0])
const table = ({ full }: Played, number = 1) => sure(full.tables[number - 1])

const formOf = (html: string, words: string): FoundForm =>
  sure(formsOf(html).find(({ buttons }) => buttons.some((button) => button.words === words)))
/** Presses a button of the page as a browser without scripts does. */
function press(played: Played, words: string, more: Record<string, string> = {}): Played {
  const { fields, buttons } = formOf(drawn(played), words)
  const { name, value } = sure(buttons.find((button) => button.words === words))
  const { as: _as, back: _back, ...sent } = fields
  const pressed = name === undefined ? {} : { [name]: value ?? '' }
  return played.does(commandFromForm({ ...sent, ...pressed, ...more }) as Command, host(played))
}

describe('how many came', () => {
  it('starts at those who said that they are here, and is not counted until a press', () => {
    const played = moving()
    for (const guest of played.full.delegates.slice(1, 4))
      played.does({ type: 'arrive', round: round(played), table: table(played) }, guest)
    const html = drawn(played)
    expect(wordsOf(html)).toContain('How many came? not counted − 3 + Nobody counted, so no seat')
    expect(formOf(html, '−').buttons).toEqual([
      { words: '−', name: 'came', value: '2' },
      { words: '+', name: 'came', value: '4' },
      { words: 'It is 3', name: 'came', value: '3' },
    ])
    expect([...html.matchAll(/>is here</g)]).toHaveLength(3)
  })

  it('every press of a posted form counts, says what it means, and can be taken back', () => {
    const played = talking()
    expect(headingOf(drawn(played))).toBe('8 people have a seat at your table')
    press(played, '+')
    expect(played.show.rounds[round(played)]?.came).toEqual({ [table(played)]: 1 })
    for (const _ of [2, 3, 4, 5]) press(played, '+')
    expect(headingOf(drawn(played))).toBe('5 people are at your table')
    expect(wordsOf(drawn(played))).toContain(
      'How many came? − 5 + 3 chairs are free: people who walk up may take them.',
    )
    press(played, '−')
    expect(wordsOf(drawn(played))).toContain('4 chairs are free')
    press(played, 'Take the count back')
    expect(played.show.rounds[round(played)]?.came).toEqual({})
    press(played, 'Nobody is here')
    expect(wordsOf(drawn(played))).toContain('8 chairs are free')
    press(played, '−')
    expect(played.show.rounds[round(played)]?.came, 'no fewer than nobody').toEqual({
      [table(played)]: 0,
    })
  })

  it('is asked of a round that is on, and of no other', () => {
    expect(wordsOf(drawn(choosing()))).not.toContain('How many came?')
    expect([...wordsOf(drawn(moving())).matchAll(/How many came/g)]).toHaveLength(1)
  })

  it('a count that was saved and not told yet is what the next press goes on from', () => {
    const played = moving()
    const id = round(played)
    const command = { type: 'count-came', round: id, table: table(played), came: 3 } as const
    const pending = { command, state: 'sending' } as const
    const key = cameKey(id)
    const mine = { wishes: [] as InnovationId[], came: {} } as unknown as Phone['mine']
    const told = { wishes: [] as InnovationId[], came: { [id]: 3 } } as unknown as Phone['mine']
    const none: Phone['pending'] = new Map()
    expect(withEcho(none, { key, pending, mine }, mine).get(key)).toBe(pending)
    expect(withEcho(none, { key, pending, mine: told }, told)).toBe(none)
  })
})

describe('who is coming', () => {
  it('whoever walked up is listed and counted', () => {
    const played = talking()
    const late = sure(played.full.delegates[20])
    played.does(
      { type: 'count-came', round: round(played), table: table(played), came: 7 },
      host(played),
    )
    played.does({ type: 'walk-up', round: round(played), table: table(played) }, late)
    const words = wordsOf(drawn(played))
    expect(words).toContain(sure(played.draftPeople().get(late)).name)
    expect([...words.matchAll(/walked up/g)]).toHaveLength(1)
    expect(words).toContain('− 8 + No chair is free')
  })

  it('from the second round on: first time or again', () => {
    const played = talking()
    const [first, second] = played.full.rounds.map(sure)
    expect(wordsOf(drawn(played)), 'in the first round all are new').not.toContain('first time')
    played.does({ type: 'end-round', round: sure(first) })
    played.does({ type: 'open-round', round: sure(second) })
    const [before, fresh] = [played.full.delegates[1], played.full.delegates[30]].map(sure)
    for (const guest of [sure(before), sure(fresh)])
      played.does({ type: 'pick-table', round: sure(second), table: table(played) }, guest)
    const words = wordsOf(drawn(played))
    expect([...words.matchAll(/first time/g)]).toHaveLength(1)
    const { name, jobTitle, organisation } = sure(played.draftPeople().get(sure(before)))
    expect(words).toContain(`${name} ${jobTitle}, ${organisation} again`)
  })

  it('how many wait for a seat', () => {
    const played = choosing()
    for (const guest of played.full.delegates.slice(20, 22))
      played.does({ type: 'wait-for-table', round: round(played), table: table(played) }, guest)
    expect(wordsOf(drawn(played))).toContain('2 people wait for a seat here.')
  })
})

describe('the desk is called by forms', () => {
  it('for help, and back', () => {
    const played = moving()
    press(played, 'I need help')
    expect(played.show.calls).toMatchObject([{ what: 'help', table: table(played) }])
    expect(wordsOf(drawn(played))).toContain('The desk has been told: you need help.')
    press(played, 'Take it back')
    expect(played.show.calls).toEqual([])
  })

  it('to close from a round to come', () => {
    const played = talking()
    const third = sure(played.full.rounds[2])
    const select = /<select[^>]*name="round".*?<\/select>/s.exec(drawn(played))?.[0] ?? ''
    const offered = [...select.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)
    expect(offered).toEqual(played.full.rounds.slice(1))
    press(played, 'Tell the desk', { round: third })
    expect(played.show.calls).toMatchObject([{ what: 'closing', round: third }])
    const words = wordsOf(drawn(played))
    expect(words).toContain('The desk has been told: your table must close from round 3.')
    expect(words).not.toContain('Tell the desk')
  })
})

describe('a table that is closed in a round', () => {
  it('says so, and that nobody is sent to it', () => {
    const played = moving()
    expect(drawn(played)).not.toContain('Your table is closed')
    played.does({
      type: 'set-round-seats',
      round: round(played),
      table: table(played),
      seats: 0,
    })
    expect(headingOf(drawn(played))).toBe('Your table is closed in this round')
    expect(wordsOf(drawn(played))).toContain('Nobody is sent to it. The desk can open it again.')
    expect(wordsOf(drawn(played))).not.toContain('How many came?')
  })

  it('in a later round too, and nobody is told that people can still choose it', () => {
    const played = choosing()
    const later = sure(played.full.rounds[1])
    played.does({ type: 'set-round-seats', round: later, table: table(played), seats: 0 })
    expect(wordsOf(drawn(played))).toContain(
      'closed Nobody is sent to it. The desk can open it again.',
    )
  })
})

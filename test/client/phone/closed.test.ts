import { describe, expect, it } from 'vitest'
import { MINUTE } from '#shared/time/instant.ts'
import type { Command } from '#shared/show/commands.ts'
import type { ShowId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { formsOf, headingOf, linksOf, wordsOf } from './html.ts'
import { choosing, pitchOn, type Played, sure, talking } from './states.ts'

/** Round 1 was talked through at table 3 by the first delegate, who answered three pitches; then the event was ended. */
function closed(): Played {
  const played = talking()
  const { full } = played
  const me = sure(full.delegates[0])
  const answers = ['yes', 'maybe', 'no'] as const
  for (const [index, answer] of answers.entries()) {
    const innovation = sure(full.innovations[index])
    played.does({ type: 'set-answer', innovation, answer }, me)
  }
  const next = { round: sure(full.rounds[1]), table: sure(full.tables[4]) }
  played.does({ type: 'open-round', round: next.round })
  played.does({ type: 'pick-table', ...next }, me)
  played.wait(MINUTE)
  return played.does({ type: 'close-show' })
}
const drawn = (played: Played, asked: Parameters<Played['page']>[0] = {}): string =>
  renderPage(played.page({ as: sure(played.full.delegates[0]), ...asked }))
const hostOf = (played: Played, table: number): string =>
  sure(
    sure(Object.values(played.show.tables).find(({ number }) => number === table)).hosts.map(
      (host) => played.draftPeople().get(host)?.name,
    )[0],
  )

describe('after the event was ended', () => {
  it('the phone shows where one went: table, innovation, who was there and when, with scripting off', () => {
    const played = closed()
    const html = drawn(played)
    expect(headingOf(html)).toBe('The event is over')
    const words = wordsOf(html)
    const title = sure(played.show.innovations[sure(played.full.innovations[2])]).title
    expect(words).toMatch(new RegExp(`Where you went 1\\d:\\d\\d Table 3, ${title}`))
    expect(words).toContain(`With ${hostOf(played, 3)}`)
    // The round that never came is no place they have been.
    expect(words).not.toContain('Table 5, ')
    expect(formsOf(html)).toEqual([])
    expect(words).not.toContain('Say hello at the desk')
  })

  it('and what one answered, yes and maybe', () => {
    const played = closed()
    const words = wordsOf(drawn(played))
    const titles = played.full.innovations.map((id) => sure(played.show.innovations[id]).title)
    expect(words).toMatch(
      new RegExp(`You wanted to talk to ${titles[0]}.* Table 1 Your maybes ${titles[1]}`),
    )
    expect(words.split('Your maybes')[1]).not.toContain(titles[2])
  })

  it('somebody who was nowhere is told so; a stranger is shown the public page and how to sign in', () => {
    const played = closed()
    const nowhere = sure(played.full.delegates[30])
    expect(wordsOf(drawn(played, { as: nowhere }))).toContain('You were at no table.')
    const stranger = drawn(played, { as: null })
    expect(headingOf(stranger)).toBe('The event is over')
    expect(linksOf(stranger)).toContain('/s/demo')
    expect(wordsOf(stranger)).not.toContain('Where you went')
    expect(formsOf(stranger).map(({ action }) => action)).toEqual(['/s/demo/sign-in'])
  })

  it('My day begins with the same; nothing can be chosen or answered any more', () => {
    const played = closed()
    expect(wordsOf(drawn(played, { query: '?view=day' }))).toMatch(
      /^My day Where you went .*Table 3/,
    )
    for (const query of [
      '?view=tables',
      `?view=tables&round=${played.full.rounds[1]}`,
      '?view=pitches',
    ]) {
      const html = drawn(played, { query })
      expect(wordsOf(html), query).toMatch(/^The event is over /)
      expect(formsOf(html).flatMap(({ fields }) => fields['type'] ?? [])).toEqual([])
      expect(wordsOf(html)).not.toMatch(/Choosing (closes|opens)|seats? left/)
    }
    expect(wordsOf(drawn(played, { query: '?view=pitches' }))).toContain('Your answer: Maybe')
  })

  it('the presenter sees who came, round by round, and only that', () => {
    const played = closed()
    const html = renderPage(played.page({ as: sure(played.full.presenters[0]), audience: 'host' }))
    expect(headingOf(html)).toBe('The event is over')
    expect(wordsOf(html)).toMatch(/Round 1, 1\d:\d\d 8 people /)
    expect([...html.matchAll(/coming__name/g)]).toHaveLength(8)
    expect(wordsOf(html)).not.toMatch(/Round 2|My pitch/)
    const without = pitchOn().does({ type: 'close-show' })
    const page = without.page({ as: sure(without.full.presenters[0]), audience: 'host' })
    expect(wordsOf(renderPage(page))).toContain('No round took place.')
  })

  it('before the end nobody is told who else hosts, and all is as it was when it is opened again', () => {
    const open = talking()
    const me = sure(open.full.delegates[0])
    expect(open.page({ as: me }).data.mine).toMatchObject({ met: {} })
    const played = closed()
    played.does({ type: 'reopen-show' } as Command)
    const html = drawn(played, { query: `?view=tables&round=${played.full.rounds[1]}` })
    expect(wordsOf(drawn(played))).not.toContain('Where you went')
    expect(formsOf(html).some(({ fields }) => fields['type'] === 'pick-table')).toBe(true)
    expect(wordsOf(html)).not.toContain('The event is over')
  })

  it('on hold or with choosing open, the end comes first', () => {
    const played = choosing()
    played.does({ type: 'hold-day' })
    played.does({ type: 'close-show' })
    expect(headingOf(drawn(played))).toBe('The event is over')
  })
})

describe('a rehearsal', () => {
  it('says so on top of every page of phones and presenters; the event itself does not', () => {
    const played = choosing()
    const pages = () => [
      ...['', '?view=day', '?view=tables', '?view=pitches'].map((query) =>
        drawn(played, { query }),
      ),
      drawn(played, { audience: 'host', as: sure(played.full.presenters[0]) }),
    ]
    for (const html of pages()) expect(html).not.toContain('Rehearsal')
    played.show.rehearsalOf = 'leeds-2026' as ShowId
    for (const html of pages()) expect(html).toMatch(/class="rehearsal"><b>Rehearsal<\/b>/)
  })
})

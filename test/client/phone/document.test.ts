import { describe, expect, it } from 'vitest'
import type { InnovationId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { formsOf, headingOf, linksOf, stateOf, wordsOf } from './html.ts'
import {
  changeover,
  choosing,
  pitchOn,
  type Played,
  playShow,
  SCRIPT,
  STYLE,
  sure,
  talking,
  waiting,
} from './states.ts'

const me = ({ full }: Played) => sure(full.delegates[0])

describe('the document', () => {
  it('has its language, title, scheme and styles before anything that is read', () => {
    const html = renderPage(playShow().page({ query: '?view=day' }))
    expect(html).toMatch(/^<!doctype html><html lang="en-GB"><head><meta charset="utf-8">/)
    expect(html).toContain('<title>My day: Leeds Pitch &amp; Talk</title>')
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html.indexOf(`<link rel="stylesheet" href="${STYLE}">`)).toBeLessThan(
      html.indexOf('<body'),
    )
    expect(html).toContain(`<script type="module" src="${SCRIPT}"></script>`)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('has no style attribute: the policy of the site forbids them', () => {
    const played = talking()
    for (const query of ['', '?view=day', '?view=tables', '?view=pitches'])
      expect(renderPage(played.page({ as: me(played), query }))).not.toMatch(/ style=/)
  })

  it('is the same for the same state, to the letter', () => {
    const page = talking().page({ query: '?view=tables&find=a' })
    const copy = structuredClone(page)
    expect(renderPage(page)).toBe(renderPage(copy))
    expect(page).toEqual(copy)
  })

  it('draws a state that nobody may change', () => {
    const page = talking().page()
    expect(renderPage(deepFrozen(page))).toBe(renderPage(talking().page()))
  })

  it('carries the state that it was drawn from, whatever stands in titles', () => {
    const played = playShow()
    const evil = '</script><script>alert(1)</script><!--'
    const [first] = played.full.innovations
    const was = played.show.innovations[sure(first)]
    played.does({ type: 'save-innovation', innovation: { ...sure(was), title: evil } } as never)
    played.does({ type: 'change-show', title: evil, place: evil })
    const page = played.page({ query: '?view=pitches' })
    const html = renderPage(page)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<!--<')
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(stateOf(html)).toEqual(JSON.parse(JSON.stringify(page.data)))
  })

  it('draws nothing that scripts would have to run for, and works without any', () => {
    const page = playShow().page()
    const html = renderPage({ ...page, assets: { script: '', preload: [], styles: [] } })
    expect(html).not.toContain('type="module"')
    expect(headingOf(html)).toBe('Welcome')
  })
})

describe('the day', () => {
  it('has every item and round by clock time, with one’s tables', () => {
    const played = waiting()
    const html = renderPage(played.page({ as: me(played), query: '?view=day' }))
    const words = wordsOf(html)
    expect(words).toMatch(/09:30 Welcome .*Pitches, block 1 .*Coffee/)
    expect(words).toMatch(/\d\d:\d\d Table 3, Night Bus Plus Zone A Left wall, by the door/)
    expect(words).toMatch(/Round 4\. Choosing is not open yet\. .*Lunch .*What we heard/)
    // Notes are for the crew.
    expect(words).not.toContain('Microphones')
  })

  it('an open round that has no table yet leads to its tables', () => {
    const played = choosing()
    const html = renderPage(played.page({ as: me(played), query: '?view=day' }))
    expect(linksOf(html)).toContain(`/s/demo/me?view=tables&round=${played.full.rounds[0]}`)
  })
})

describe('answers by forms', () => {
  it('three buttons of one form answer the pitch on stage', () => {
    const played = pitchOn()
    const [form] = formsOf(renderPage(played.page({ as: me(played) })))
    expect(form).toEqual({
      method: 'post',
      action: '/s/demo/commands',
      fields: {
        type: 'set-answer',
        innovation: sure(played.full.innovations[0]),
        as: 'phone',
        back: '/s/demo/me',
      },
      buttons: [
        { words: 'Yes, at their table', name: 'answer', value: 'yes' },
        { words: 'Maybe', name: 'answer', value: 'maybe' },
        { words: 'Not for us', name: 'answer', value: 'no' },
      ],
    })
  })

  it('the given answer is pressed, counted and can be changed', () => {
    const played = pitchOn()
    const innovation = sure(played.full.innovations[0])
    played.does({ type: 'set-answer', innovation, answer: 'yes' }, me(played))
    const html = renderPage(played.page({ as: me(played) }))
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1)
    expect(wordsOf(html)).toContain('Your answer Yes, at their table')
    expect(wordsOf(html)).toContain('Yes so far 1 of 15')
  })

  it('every innovation can be answered at any time, the one on stage first; each button says about which', () => {
    const played = changeover()
    const shown = () => formsOf(renderPage(played.page({ as: me(played), query: '?view=pitches' })))
    const forms = shown()
    expect(forms.map(({ fields }) => fields['innovation'])).toEqual(played.full.innovations)
    expect(forms[0]?.buttons.map(({ words }) => words)).toEqual([
      'Yes, at their table : Better Care',
      'Maybe : Better Care',
      'Not for us : Better Care',
    ])
    expect(forms[0]?.fields['back']).toBe('/s/demo/me?view=pitches')
    played.does({ type: 'start-clock', stage: played.stage })
    expect(shown()[0]?.fields['innovation']).toBe(played.full.innovations[1])
    const unpitched = 'inn-unpitched' as InnovationId
    const draft = { id: unpitched, title: 'At its table only', organisation: '', summary: '' }
    played.does({ type: 'save-innovation', innovation: { ...draft, presenters: [] } })
    expect(shown().at(-1)?.fields['innovation']).toBe(unpitched)
  })

  it('before the day too', () => {
    const played = playShow()
    const html = renderPage(played.page({ as: me(played), query: '?view=pitches' }))
    expect(formsOf(html)).toHaveLength(15)
  })
})

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFrozen(inner)
  }
  return value
}

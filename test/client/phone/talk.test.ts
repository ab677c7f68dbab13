import { expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { PersonId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { commandFromForm } from '../../../server/http/forms.ts'
import { formsOf, linksOf, wordsOf } from './html.ts'
import { type Played, sure, talking } from './states.ts'

const guest = ({ full }: Played, number: number): PersonId => sure(full.delegates[number - 1])
const round = ({ full }: Played) => sure(full.rounds[0])
const page = (played: Played, as: PersonId, query = ''): string =>
  renderPage(played.page({ as, query }))
const hostPage = (played: Played, as: PersonId): string =>
  renderPage(played.page({ as, audience: 'host' }))
const own = (html: string): string[] =>
  linksOf(html).filter((link) => /\/me\/(questions|talks|table)/.test(link))
const usefulForms = (html: string) =>
  formsOf(html).filter(({ fields }) => fields['type'] === 'say-useful')

/** Round 1, in which delegate 1 has table 3, is over. */
const over = (played = talking()): Played =>
  played.does({ type: 'end-round', round: round(played) })

it('D1 one’s own table is asked by one link, which says whether one has asked', () => {
  const played = over()
  const innovation = sure(played.show.tables[sure(played.full.tables[2])]?.innovation)
  const later = sure(played.full.rounds[1])
  const me = guest(played, 1)
  played.does({ type: 'open-round', round: later })
  const table = sure(played.full.tables[2])
  played.does({ type: 'pick-table', round: later, table }, me)
  const query = `?view=tables&round=${later}`
  const address = `/s/demo/me/questions?innovation=${innovation}`
  expect(own(page(played, me, query))).toEqual([address])
  expect(wordsOf(page(played, me, query))).toContain('Ask this table something')
  played.does({ type: 'ask-question', innovation, text: 'Mine alone' }, me)
  expect(wordsOf(page(played, me, query))).toContain('Your question to this table')
  // No words of people's own are in what a phone loads.
  expect(page(played, me, query)).not.toContain('Mine alone')
})

it('D1 D2 a host reads the question and their own note beside the guest, and saves a note by a form', () => {
  const played = talking()
  const me = guest(played, 1)
  const table = sure(played.full.tables[2])
  const [host] = played.show.tables[table]?.hosts ?? []
  const innovation = sure(played.show.tables[table]?.innovation)
  played.does({ type: 'ask-question', innovation, text: 'Does it last?' }, me)
  const form = sure(
    formsOf(hostPage(played, sure(host))).find(({ fields }) => fields['type'] === 'write-note'),
  )
  const { as: _as, back: _back, ...fields } = form.fields
  const command = commandFromForm({ ...fields, text: 'Ring her' }) as Command
  expect(command).toEqual({ type: 'write-note', guest: me, text: 'Ring her' })
  played.does(command, sure(host))
  const html = hostPage(played, sure(host))
  expect(wordsOf(html)).toContain('Does it last?')
  expect(html).toContain('value="Ring her"')
  expect(linksOf(html)).toContain('/s/demo/host/guests.csv')
})

it('D3 after a round one tap says whether it was useful; nothing is asked where the event does not', () => {
  const played = over()
  const me = guest(played, 1)
  expect(own(page(played, me))).toEqual([])
  expect(usefulForms(page(played, me))).toEqual([])
  played.does({ type: 'switch-asking', what: 'feedback', on: true })
  expect(wordsOf(page(played, me))).toContain('Was table 3 useful?')
  const [form] = usefulForms(page(played, me))
  expect(form?.buttons.map(({ words }) => words)).toEqual(['Yes', 'No'])
  played.does({ type: 'say-useful', round: round(played), useful: true }, me)
  expect(usefulForms(page(played, me))).toEqual([])
  expect(own(page(played, me))).toEqual(['/s/demo/me/talks'])
  expect(own(page(played, me, '?view=day'))).toEqual(['/s/demo/me/talks'])
  // Who sat nowhere is asked nothing, nor is a host of the table.
  for (const other of [guest(played, 30), sure(played.full.presenters[4])])
    expect([...own(page(played, other)), ...usefulForms(page(played, other))]).toEqual([])
})

it('D5 the way to a yes stays while one stands, whatever the event asks by then', () => {
  const played = over()
  const me = guest(played, 1)
  const [host] = played.show.tables[sure(played.full.tables[2])]?.hosts ?? []
  played.does({ type: 'switch-asking', what: 'feedback', on: true })
  played.does({ type: 'allow-email', host: sure(host), allow: true, words: 1 }, me)
  played.does({ type: 'switch-asking', what: 'feedback', on: false })
  for (const query of ['', '?view=day'])
    expect(own(page(played, me, query))).toEqual(['/s/demo/me/talks'])
  played.does({ type: 'close-show' })
  expect(own(page(played, me))).toEqual(['/s/demo/me/talks'])
  played.does({ type: 'allow-email', host: sure(host), allow: false, words: 1 }, me)
  expect(own(page(played, me))).toEqual([])
})

it('D6 a table may be proposed from the list of tables, where the event lets people', () => {
  const played = talking()
  const me = guest(played, 1)
  const query = '?view=tables'
  const proposing = (html: string) => own(html).filter((link) => link.endsWith('/me/table'))
  expect(proposing(page(played, me, query))).toEqual([])
  played.does({ type: 'switch-asking', what: 'proposals', on: true })
  expect(proposing(page(played, me, query))).toEqual(['/s/demo/me/table'])
  expect(wordsOf(page(played, me, query))).toContain('Propose a table of your own')
  expect(proposing(page(played, sure(played.full.presenters[4]), query)), 'a host').toEqual([])
  played.does({ type: 'propose-table', title: 'Reuse', line: '' }, me)
  expect(wordsOf(page(played, me, query))).toContain('Your table waits for an answer')
  played.does({ type: 'switch-asking', what: 'proposals', on: false })
  expect(proposing(page(played, me, query)), 'it still waits').toEqual(['/s/demo/me/table'])
  played.does({ type: 'decline-proposal', person: me, reason: '' })
  expect(wordsOf(page(played, me, query))).toContain('Your table was declined')
})

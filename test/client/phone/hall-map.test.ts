import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { columnsFor, layOut } from '../../../client/screens/console/tables/map/lay-out.ts'
import { hallPart } from '#shared/views/hall-map.ts'
import { linksOf, wordsOf } from './html.ts'
import { moving, type Played, seated, sure } from './states.ts'
import { SIZE } from './wishers.ts'

const mapped = (played: Played): Played => {
  const tables = Object.values(played.show.tables)
  return played.does({ type: 'save-hall', hall: layOut(tables, columnsFor(tables.length), 'rows') })
}
const page = (played: Played, as: PersonId): string => renderPage(played.page({ as }))
const captionOf = (html: string): string | undefined =>
  /<figcaption>(.*?)<a /s.exec(html)?.[1]?.replaceAll('<!-- -->', '').trim()
const me = ({ full }: Played): PersonId => sure(full.delegates[0])
const number = ({ show }: Played, round: number, person: PersonId): number => {
  const [one, two] = Object.values(show.rounds)
  const held = sure(round === 1 ? one : two)
  return sure(show.tables[sure(held.picks[person])]).number
}

/** Round 1 is over and round 2 moves: everybody gets up from a table. */
function secondRound(): Played {
  const played = moving()
  const [first, second] = played.full.rounds as [never, never]
  for (const type of ['run-round', 'end-round'] as const) played.does({ type, round: first })
  const [table] = played.full.tables.slice(6)
  played.does({ type: 'move-person', person: me(played), round: second, table: sure(table) })
  return played.does({ type: 'move-round', round: second })
}

describe('the way to one’s table', () => {
  it('begins at the door in the first round, and is said in words', () => {
    const played = mapped(moving())
    const to = number(played, 1, me(played))
    const html = page(played, me(played))
    expect(captionOf(html)).toBe(`The line leads from the door (dot) to table ${to} (ring).`)
    expect(html).toContain('role="img" aria-label="Map of the hall"')
    expect(html).toMatch(/<path d="M\d/)
    expect(linksOf(html)).toContain(`/s/demo/map?to=${to}`)
    expect(html).toMatch(/<image href="\/s\/demo\/map\/[0-9a-f]{16}\.svg"/)
  })

  it('begins at the table of the round before, or only marks the table when it is the same', () => {
    const played = mapped(secondRound())
    const [from, to] = [number(played, 1, me(played)), number(played, 2, me(played))]
    expect(from).not.toBe(to)
    const html = page(played, me(played))
    expect(captionOf(html)).toBe(`The line leads from table ${from} (dot) to table ${to} (ring).`)
    expect(linksOf(html)).toContain(`/s/demo/map?to=${to}&from=${from}`)
    const host = sure(played.full.presenters[4])
    expect(captionOf(page(played, host))).toBe('The ring marks table 5.')
  })

  it('begins at the nearest of several doors', () => {
    const played = mapped(moving())
    const table = sure(Object.values(played.show.rounds)[0]?.picks[me(played)])
    const ground = { ...sure(played.show.hall).ground }
    const at = (x: number, y: number) => ({ x, y })
    for (const [doors, near] of [
      [[at(0, 0), at(1, 1)], at(0.7, 0.7)],
      [[at(1, 1), at(0, 0)], at(0.3, 0.3)],
    ] as const) {
      const hall = { ground, stage: null, doors: [...doors], tables: [{ table, at: near }] }
      const html = page(played.does({ type: 'save-hall', hall }), me(played))
      const [, x, y] = /class="hallmap__from" cx="(\d+)" cy="(\d+)"/.exec(html) ?? []
      const { width, height } = sure(hallPart(played.show))
      const [, second] = doors
      expect([Number(x), Number(y)]).toEqual([second.x * width, second.y * height])
    }
  })

  it('without a door, or off the map, it says no more than is known', () => {
    const played = mapped(moving())
    const hall = sure(played.show.hall)
    played.does({ type: 'save-hall', hall: { ground: { ...hall.ground }, stage: null, doors: [] } })
    const html = page(played, me(played))
    expect(captionOf(html)).toMatch(/^The ring marks table \d+\.$/)
    expect(html).not.toMatch(/<path d="M|hallmap__from/)
    const table = sure(Object.values(played.show.rounds)[0]?.picks[me(played)])
    played.does({ type: 'place-tables', places: [{ table, at: null }] })
    expect(page(played, me(played))).not.toContain('hallmap')
  })

  it('without a map nothing of it is there', () => {
    expect(page(moving(), me(moving()))).not.toMatch(/hallmap|mapway/)
  })
})

describe('the walking order', () => {
  it('my tables carry the order in which I go to them, twice where I come back', () => {
    const played = mapped(seated(SIZE))
    const rounds = played.full.rounds.map((id) => sure(played.show.rounds[id]))
    const person = sure(
      played.full.delegates.find((one) => rounds.every(({ picks }) => picks[one] !== undefined)),
    )
    const html = page(played, person)
    const shown = [...html.matchAll(/<text [^>]*>([^<]+)</g)].map(([, text]) => text)
    expect(shown).toEqual(rounds.map((_, index) => String(index + 1)))
    expect(wordsOf(html)).toContain('The figures at your tables are the order')
  })
})

it('the page stays within its weight with 60 tables on the map', () => {
  const played = mapped(moving({ pitches: 60, longTitles: true }))
  const html = page(played, me(played))
  expect(captionOf(html)).toBeDefined()
  expect(gzipSync(html).length).toBeLessThan(12_000)
})

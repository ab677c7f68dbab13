import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arranged, moves } from '#shared/sheets/plan/order.ts'
import type { PitchId, RoundId, StageId, TableId } from '#shared/show/words.ts'
import { fileOf, Hall, problemsOf, rowOf, types } from './support.ts'

const STAGE = 'stg-main' as StageId
const PROGRAMME =
  'Start,Length,Kind,Title,Pitch length,Rounds\n9:30,,Pitches,Block 1,1m,\n10:00,,Pitches,Block 2,1m,\n10:30,,Rounds,Talks,,2'
const HEAD = 'Title,Organisation,Presenters,Pitch block,Order,Table number,Capacity'
const innovations = (...rows: string[]) => ({ innovations: [HEAD, ...rows].join('\n') })
const ROWS = [
  'A,Leeds,Ann Ames,Block 1,1,1,4',
  'B,Hull,Bob Bell; Bea Bell,Block 1,2,2,4',
  'C,York,Cy Cole,Block 1,3,3,4',
]
const ready = (...rows: string[]) => {
  const hall = new Hall()
  hall.take({ programme: PROGRAMME, ...innovations(...rows) })
  return hall
}
const queue = (hall: Hall, title = 'Block 1') => {
  const block = Object.values(hall.show.segments).find((one) => one.title === title)
  if (block?.kind !== 'pitch-block') throw new Error(`no block ${title}`)
  return block.pitches.map((id) => titleOf(hall, id))
}
const titleOf = (hall: Hall, id: PitchId) => {
  const innovation = hall.show.pitches[id]?.innovation
  return innovation && hall.show.innovations[innovation]?.title
}
const tables = (hall: Hall) =>
  Object.values(hall.show.tables)
    .sort((a, b) => a.number - b.number)
    .map(({ number, innovation, hosts }) => {
      const names = hosts.map((id) => hall.people.get(id)?.name)
      return `${number} ${innovation && hall.show.innovations[innovation]?.title}: ${names.join(', ')}`
    })
const tableOf = (hall: Hall, number: number): TableId => {
  const table = Object.values(hall.show.tables).find((one) => one.number === number)
  if (!table) throw new Error(`no table ${number}`)
  return table.id
}

describe('presenters', () => {
  const PEOPLE = 'Ticket number,Name,E-mail,Organisation,Role'
  const added = (rows: string[], innovation: string) => {
    const hall = new Hall()
    hall.take({ people: [PEOPLE, ...rows].join('\n') })
    const plan = hall.take({
      innovations: `Title,Organisation,Presenters,E-mails\n${innovation}`,
    })
    const [one] = Object.values(hall.show.innovations)
    return { hall, plan, who: one?.presenters.map((id) => hall.people.get(id)?.ticket) }
  }

  test('by e-mail and name; by e-mail and surname; by name and organisation; by name alone', () => {
    const rows = ['T1,Jo Ellis,jo@x.org,Leeds,', 'T2,Zoë Li,buyer@x.org,Hull,']
    expect(added(rows, 'A,York,Jo Ellis,jo@x.org').who).toEqual(['T1'])
    expect(added(rows, 'A,York,Joanne Ellis,jo@x.org').who).toEqual(['T1'])
    expect(added(rows, 'A,Hull,Zoe Li,').who).toEqual(['T2'])
    expect(added(rows, 'A,Hull,Zoë Li,zoe.private@y.org').who).toEqual(['T2'])
    expect(added(rows, 'A,York,Jo Ellis,').who).toEqual(['T1'])
  })

  test('somebody else with a buyer’s e-mail, or with one name, is a new person', () => {
    const rows = ['T1,Jo Ellis,jo@x.org,Leeds,']
    expect(added(rows, 'A,York,Ash Rao,jo@x.org').who).toEqual([''])
    expect(added(rows, 'A,York,Jo Ellis,other@y.org').who).toEqual([''])
  })

  test('two of one name: the row has to say which', () => {
    const rows = ['T1,Jo Ellis,jo@x.org,Leeds,', 'T2,Jo Ellis,jo@y.org,Hull,']
    expect(added(rows, 'A,Hull,Jo Ellis,').who).toEqual(['T2'])
    const { plan } = added(rows, 'A,York,Jo Ellis,')
    expect(plan.blocked).toBe(true)
    expect(problemsOf(plan)).toEqual([
      'Row 2, A, York, has the presenter Jo Ellis, and there are several people of that name. Write the e-mail address too.',
    ])
  })

  test('they become presenters, keep what they were, and host the table', () => {
    const hall = new Hall()
    hall.take({
      people: `${PEOPLE}\nT1,Jo Ellis,jo@x.org,Leeds,Helper`,
      innovations: 'Title,Organisation,Presenters,Table number\nA,Leeds,Jo Ellis; Ash Rao,7',
    })
    expect(Object.values(hall.show.people).map(({ roles }) => roles)).toEqual([
      ['helper', 'presenter'],
      ['presenter'],
    ])
    expect(tables(hall)).toEqual(['7 A: Jo Ellis, Ash Rao'])
    const plan = hall.dry({ people: `${PEOPLE}\nT1,Jo Ellis,jo@x.org,Leeds,Helper` })
    expect(plan.commands).toEqual([])
  })

  test('nobody hosts two tables: the first row has them', () => {
    const rows = ['A,Leeds,Ann Ames,Block 1,1,1,4', 'B,Hull,Ann Ames; Bob Bell,Block 1,2,2,4']
    const hall = new Hall()
    const plan = hall.take({ programme: PROGRAMME, ...innovations(...rows) })
    expect(plan.blocked).toBe(false)
    expect(problemsOf(plan)).toHaveLength(1)
    expect(problemsOf(plan)[0]).toContain('who hosts table 1')
    expect(hall.people.size).toBe(2)
    expect(tables(hall)).toEqual(['1 A: Ann Ames', '2 B: Bob Bell'])
  })
})

describe('pitches', () => {
  test('in the order of the file; moved, inserted, sent to another block', () => {
    const hall = ready(...ROWS)
    expect(queue(hall)).toEqual(['A', 'B', 'C'])
    const swapped = hall.take(
      innovations(
        'A,Leeds,Ann Ames,Block 1,2,1,4',
        'B,Hull,Bob Bell; Bea Bell,Block 1,3,2,4',
        'C,York,Cy Cole,Block 1,1,3,4',
      ),
    )
    expect(types(swapped)).toEqual(['move-pitch'])
    expect(rowOf(swapped, 'innovations', 4).says).toEqual(['Is now number 1 in “Block 1”.'])
    expect(queue(hall)).toEqual(['C', 'A', 'B'])
    hall.take(innovations('C,York,Cy Cole,Block 2,1,3,4'))
    expect([queue(hall), queue(hall, 'Block 2')]).toEqual([['A', 'B'], ['C']])
    hall.take(innovations('D,Bath,Di Dunn,Block 1,9,4,4'))
    expect(queue(hall)).toEqual(['A', 'B', 'D'])
  })

  test('without an order the queue made by hand stays', () => {
    const rows = ROWS.map((row) => row.replace(/Block 1,\d/, 'Block 1,'))
    const hall = ready(...rows)
    const [first] = Object.values(hall.show.pitches)
    if (!first) throw new Error('no pitch')
    hall.do({ type: 'move-pitch', pitch: first.id, before: null })
    expect(hall.dry(innovations(...rows)).commands).toEqual([])
  })

  test.each([
    ['Block 2', 'Block 2'],
    ['2', 'Block 2'],
    ['block 2', 'Block 2'],
    ['pitch block 1', 'Block 1'],
  ])('the block is found by %s', (written, block) => {
    const hall = ready(`A,Leeds,Ann Ames,${written},1,,`)
    expect(queue(hall, block)).toEqual(['A'])
  })

  test('a block that the programme does not have', () => {
    const hall = new Hall()
    const plan = hall.take({
      programme: PROGRAMME,
      ...innovations('A,Leeds,Ann Ames,Housing,1,,'),
    })
    expect(problemsOf(plan)).toEqual([
      'Row 2, A, Leeds, is in the pitch block “Housing”, which the programme does not have. It has “Block 1” and “Block 2”.',
    ])
    expect(plan).toMatchObject({ blocked: true, commands: [] })
  })

  test('before the programme they wait, and say so', () => {
    const hall = new Hall()
    const plan = hall.take(innovations(...ROWS))
    expect(plan.blocked).toBe(false)
    expect(fileOf(plan, 'innovations').notes).toContain(
      '3 innovations name a pitch block, and the programme has none yet. Add the programme, then this file once more, and they get their place in the queue.',
    )
    hall.take({ programme: PROGRAMME })
    expect(types(hall.take(innovations(...ROWS)))).toEqual([
      'save-pitch',
      'save-pitch',
      'save-pitch',
    ])
    expect(queue(hall)).toEqual(['A', 'B', 'C'])
  })

  test('a block that has begun, and what has been pitched, is not touched', () => {
    const hall = ready(...ROWS)
    hall.do({ type: 'start-clock', stage: STAGE })
    const before = queue(hall)
    const plan = hall.take(
      innovations(
        'A,Leeds,Ann Ames,Block 2,1,1,4',
        'B,Hull,Bob Bell; Bea Bell,Block 1,1,2,4',
        'C,York,Cy Cole,Block 2,3,3,4',
        'D,Bath,Di Dunn,Block 1,4,4,4',
      ),
    )
    expect(plan.blocked).toBe(false)
    expect(queue(hall)).toEqual(before)
    expect(queue(hall, 'Block 2')).toEqual([])
    expect(rowOf(plan, 'innovations', 2).says).toEqual([
      '“Block 1” has begun. Its pitch stays as it is.',
    ])
    // The innovation itself and its table are new all the same.
    expect(rowOf(plan, 'innovations', 5)).toMatchObject({ isNew: true, changes: true })
    expect(tables(hall)).toContain('4 D: Di Dunn')
  })
})

describe('tables', () => {
  test('numbers that change places, in a ring, with the picks following', () => {
    const hall = ready(...ROWS)
    const before = new Map(
      Object.values(hall.show.tables).map(({ id, innovation }) => [innovation, id]),
    )
    const plan = hall.take(
      innovations(
        'A,Leeds,Ann Ames,Block 1,1,2,4',
        'B,Hull,Bob Bell; Bea Bell,Block 1,2,3,4',
        'C,York,Cy Cole,Block 1,3,1,4',
      ),
    )
    expect(problemsOf(plan)).toEqual([])
    expect(tables(hall)).toEqual(['1 C: Cy Cole', '2 A: Ann Ames', '3 B: Bob Bell, Bea Bell'])
    for (const { id, innovation } of Object.values(hall.show.tables))
      expect(before.get(innovation)).toBe(id)
    expect(rowOf(plan, 'innovations', 2).says).toContain('Table is now 2 (was 1).')
  })

  test('hosts who change tables', () => {
    const hall = ready(...ROWS)
    const rows = ['A,Leeds,Bob Bell,Block 1,1,1,4', 'B,Hull,Ann Ames; Bea Bell,Block 1,2,2,4']
    const plan = hall.take(innovations(...rows))
    expect(problemsOf(plan)).toEqual([])
    expect(tables(hall).slice(0, 2)).toEqual(['1 A: Bob Bell', '2 B: Ann Ames, Bea Bell'])
    expect(hall.dry(innovations(...rows)).commands).toEqual([])
  })

  test('a number where somebody stands who is not in the file', () => {
    const hall = ready(...ROWS)
    const plan = hall.take(innovations('D,Bath,Di Dunn,Block 1,4,2,4'))
    expect(plan).toMatchObject({ blocked: true, commands: [] })
    expect(problemsOf(plan)).toEqual([
      'Row 2, D, Bath, stands at table 2, where “B” stands already. Choose another number, or give that one its new number in this file too.',
    ])
  })

  test('an empty table is taken; a table that moves to an empty one’s number changes places with it', () => {
    const hall = ready(...ROWS)
    const empty = { zone: 'B', place: 'Window', capacity: 4, innovation: null, hosts: [] }
    hall.do(
      { type: 'save-table', table: { ...empty, id: 'tab-empty8' as TableId, number: 8 } },
      { type: 'save-table', table: { ...empty, id: 'tab-empty9' as TableId, number: 9 } },
    )
    hall.take(innovations('D,Bath,Di Dunn,Block 1,4,8,4', 'A,Leeds,Ann Ames,Block 1,1,9,4'))
    expect(hall.show.tables['tab-empty8' as TableId]?.innovation).not.toBeNull()
    expect(hall.show.tables['tab-empty9' as TableId]).toMatchObject({ number: 1, innovation: null })
    expect(tables(hall)).toContain('9 A: Ann Ames')
  })

  test('fewer seats than are taken blocks, in words, at its row', () => {
    const hall = ready(...ROWS)
    hall.take({ people: 'Name,Organisation\nGuest One,Leeds\nGuest Two,Leeds' })
    const [round] = Object.keys(hall.show.rounds) as RoundId[]
    for (const [person, { name }] of hall.people)
      if (name.startsWith('Guest') && round)
        hall.do({ type: 'move-person', person, round, table: tableOf(hall, 1) })
    const plan = hall.take(innovations('A,Leeds,Ann Ames,Block 1,1,1,1'))
    expect(plan).toMatchObject({ blocked: true, commands: [] })
    expect(problemsOf(plan)).toEqual([
      'Row 2, A, Leeds: 2 people have chosen table 1, so it cannot have 1 seats. Move some of them first.',
    ])
  })
})

describe('which innovation a row is', () => {
  const count = (hall: Hall) => Object.keys(hall.show.innovations).length

  test('a corrected organisation, and a corrected title at the same table', () => {
    const hall = ready(...ROWS)
    hall.take(innovations('A,Leeds City Council,Ann Ames,Block 1,1,1,4'))
    expect(count(hall)).toBe(3)
    const plan = hall.take(innovations('B for better,Hull,Bob Bell; Bea Bell,Block 1,2,2,4'))
    expect(count(hall)).toBe(3)
    expect(rowOf(plan, 'innovations', 2).says).toEqual(['Title is now B for better (was B).'])
    expect(queue(hall)).toEqual(['A', 'B for better', 'C'])
  })

  test('one title of two organisations is two innovations', () => {
    const hall = ready('A,Leeds,Ann Ames,Block 1,1,1,4', 'A,Hull,Bob Bell,Block 1,2,2,4')
    expect(count(hall)).toBe(2)
    const again = innovations('A,Hull,Bob Bell,Block 1,2,2,4', 'A,Leeds,Ann Ames,Block 1,1,1,4')
    expect(hall.dry(again).commands).toEqual([])
  })

  test('blank cells take nothing away', () => {
    const hall = ready(...ROWS)
    expect(hall.dry(innovations('A,Leeds,,,,,', 'B,,,,,,')).commands).toEqual([])
  })
})

describe('order', () => {
  const ids = fc.uniqueArray(fc.nat(30), { maxLength: 12 })

  test('the moves make the order that is wanted, and none more than needed', () => {
    fc.assert(
      fc.property(ids, fc.func(fc.nat()), (current, by) => {
        const wanted = current.toSorted((a, b) => by(a) - by(b))
        const list = [...current]
        const made = moves(current, wanted)
        for (const { id, before } of made) {
          list.splice(list.indexOf(id), 1)
          list.splice(before === null ? list.length : list.indexOf(before), 0, id)
        }
        expect(list).toEqual(wanted)
        if (current.join() === wanted.join()) expect(made).toEqual([])
      }),
    )
  })

  test('what is not spoken of stays behind what it followed', () => {
    expect(arranged(['a', 'x', 'b', 'y'], ['b', 'a'])).toEqual(['b', 'y', 'a', 'x'])
    expect(arranged(['x', 'a', 'b'], ['a', 'b', 'n'])).toEqual(['x', 'a', 'b', 'n'])
  })
})

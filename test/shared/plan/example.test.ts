import { describe, expect, test } from 'vitest'
import { EXAMPLE, Hall, problemsOf, types } from './support.ts'

const kinds = ['programme', 'innovations', 'people'] as const

describe('the example', () => {
  test('three files at once make a whole event, and a second time nothing', () => {
    const hall = new Hall()
    const plan = hall.take(EXAMPLE)
    expect(problemsOf(plan)).toEqual([])
    expect(plan.files.flatMap(({ notes }) => notes)).toEqual([])
    expect(plan.files.every(({ rows }) => rows.every((row) => row.isNew))).toBe(true)
    expect(hall.dry(EXAMPLE)).toMatchObject({ commands: [], blocked: false })
    const twice = hall.dry(EXAMPLE)
    expect(
      twice.files.flatMap(({ rows }) => rows.filter((row) => row.changes || row.leftOut)),
    ).toEqual([])
  })

  test.each([
    ['programme', 'innovations', 'people'],
    ['people', 'innovations', 'programme'],
    ['innovations', 'programme', 'people'],
  ] as const)('one file at a time: %s, %s, %s', (...order) => {
    const hall = new Hall()
    for (const kind of order) hall.take({ [kind]: EXAMPLE[kind] })
    // Innovations that came before the programme wait for it.
    hall.take({ innovations: EXAMPLE.innovations })
    for (const kind of kinds) expect(types(hall.dry({ [kind]: EXAMPLE[kind] }))).toEqual([])
    const all = new Hall()
    all.take(EXAMPLE)
    const size = ({ show, people }: Hall) => [
      people.size,
      ...[show.segments, show.pitches, show.innovations, show.tables, show.rounds].map(
        (items) => Object.keys(items).length,
      ),
    ]
    expect(size(hall)).toEqual(size(all))
  })
})

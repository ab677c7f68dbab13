import { describe, expect, it } from 'vitest'
import type { PersonId, Role } from '#shared/show/words.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { findIndex, findPeople, type PeopleFilter } from '#shared/views/find-people.ts'

const person = (
  id: string,
  name: string,
  organisation = '',
  roles: Role[] = ['delegate'],
  jobTitle = '',
): PersonLine => ({ id: id as PersonId, name, organisation, jobTitle, roles })

const people = [
  person('per-1', 'Zoë Adams', 'Leeds City Council'),
  person('per-2', 'Éamon O’Brien', 'Powys County Council', ['presenter']),
  person('per-3', 'Siân Ŵen Parry', 'Cyngor Gwynedd', ['delegate', 'helper']),
  person('per-4', 'Leeds Adams', 'Kirklees Council', ['delegate'], 'Care lead'),
  person('per-5', 'Łukasz Ali', 'Falls Line'),
]
const here = { 'per-1': 1, 'per-2': 2 } as Record<PersonId, number>
const find = (more: Partial<PeopleFilter>): string[] =>
  findPeople(findIndex(people), here, { query: '', role: 'all', here: 'all', ...more }).map(
    ({ name }) => name,
  )

describe('finding people', () => {
  it('shows everyone in the order of names as people read them', () => {
    expect(find({})).toEqual([
      'Éamon O’Brien',
      'Leeds Adams',
      'Łukasz Ali',
      'Siân Ŵen Parry',
      'Zoë Adams',
    ])
  })
  it('needs no accents, no apostrophes and no capitals', () => {
    expect(find({ query: 'sian wen' })).toEqual(['Siân Ŵen Parry'])
    expect(find({ query: "o'brien" })).toEqual(['Éamon O’Brien'])
    expect(find({ query: 'OBRIEN eam' })).toEqual(['Éamon O’Brien'])
    expect(find({ query: 'lukasz' })).toEqual(['Łukasz Ali'])
  })
  it('looks at names first, then at organisations and job titles', () => {
    expect(find({ query: 'leeds' })).toEqual(['Leeds Adams', 'Zoë Adams'])
    expect(find({ query: 'council' })).toEqual(['Éamon O’Brien', 'Leeds Adams', 'Zoë Adams'])
    expect(find({ query: 'care' })).toEqual(['Leeds Adams'])
  })
  it('wants every word, each at the beginning of one', () => {
    expect(find({ query: 'adams kirk' })).toEqual(['Leeds Adams'])
    expect(find({ query: 'dams' })).toEqual([])
    expect(find({ query: 'adams powys' })).toEqual([])
    expect(find({ query: '   ' })).toHaveLength(5)
  })
  it('keeps to a role, and to who is here or not', () => {
    expect(find({ role: 'helper' })).toEqual(['Siân Ŵen Parry'])
    expect(find({ here: 'here' })).toEqual(['Éamon O’Brien', 'Zoë Adams'])
    expect(find({ here: 'not-here', query: 'a' })).toEqual(['Leeds Adams', 'Łukasz Ali'])
  })
  it('looks through 2,000 people within a frame', () => {
    const many = findIndex(
      Array.from({ length: 2_000 }, (_, n) => person(`per-${n}`, `Jo${n} Ellis`, 'Leeds Council')),
    )
    const times = Array.from({ length: 20 }, () => {
      const begun = performance.now()
      findPeople(many, here, { query: 'ellis lee', role: 'all', here: 'all' })
      return performance.now() - begun
    })
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(16)
  })
})

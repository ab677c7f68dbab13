import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { Hall } from '../plan/support.ts'
import { type Rooms, at, dry, jo, named, problems, said, speakersOf, take, zoe } from './hall.ts'
import { event } from './support.ts'

describe('people', () => {
  const withPeople = (
    ...people: [name: string, email: string, role: 'delegate' | 'presenter'][]
  ): Hall => {
    const hall = new Hall()
    for (const [index, [name, email, role]] of people.entries())
      hall.do({
        type: 'save-person',
        person: `per-known${index}` as PersonId,
        roles: [role],
        details: { name, organisation: '', jobTitle: '', email, ticket: '' },
      })
    return hall
  }
  const talk = (...persons: unknown[]): Rooms => ({
    Hall: [event(1, { title: 'Talk', date: at('10:00'), persons })],
  })

  test('a delegate who speaks is a presenter too, and learns their address', () => {
    const hall = withPeople(['Zoe Li', '', 'delegate'])
    const plan = take(hall, talk({ ...zoe, email: 'zoe@example.org' }))
    expect(hall.people.size).toBe(1)
    expect(hall.show.people['per-known0' as PersonId]?.roles).toEqual(['presenter', 'delegate'])
    expect(said(plan)['Talk, Hall']).toContain(
      'Zoe Li is now a presenter. The e-mail address of Zoe Li is now zoe@example.org.',
    )
    expect(dry(hall, talk({ ...zoe, email: 'zoe@example.org' })).commands).toEqual([])
  })

  test('of two people of a name it is the one with the address, or the presenter', () => {
    const hall = withPeople(
      ['Jo Ellis', 'jo@a.org', 'delegate'],
      ['Jo Ellis', 'jo@b.org', 'presenter'],
    )
    take(hall, talk({ ...jo, email: 'jo@a.org' }))
    expect(named(hall, 'Talk').speakers).toEqual(['per-known0'])
    const other = withPeople(
      ['Jo Ellis', 'jo@a.org', 'delegate'],
      ['Jo Ellis', 'jo@b.org', 'presenter'],
    )
    take(other, talk(jo))
    expect(named(other, 'Talk').speakers).toEqual(['per-known1'])
  })

  test('where that is not plain nobody is guessed, and a choice by hand stays', () => {
    const hall = withPeople(
      ['Jo Ellis', 'jo@a.org', 'presenter'],
      ['Jo Ellis', 'jo@b.org', 'presenter'],
    )
    const plan = take(hall, talk(jo, zoe))
    expect(problems(plan)).toEqual([
      'Item 1, Talk, Hall, has the speaker Jo Ellis, and there are several people of that name. Choose who is meant under Programme.',
    ])
    expect(speakersOf(hall, 'Talk')).toEqual(['Zoë Li'])
    const { kind, stage, day, id, title, length, fixedStart } = named(hall, 'Talk')
    if (kind !== 'talk' || length === null) throw new Error('a talk has a length')
    const speakers = ['per-known1' as PersonId, ...named(hall, 'Talk').speakers]
    const segment = {
      kind,
      stage,
      day,
      id,
      title,
      length,
      fixedStart,
      speakers,
      warnAt: 0,
      dangerAt: 0,
    }
    hall.do({ type: 'save-segment', segment })
    expect(dry(hall, talk(jo, zoe)).commands).toEqual([])
  })

  test('two of one name in the file are one person, which is said', () => {
    const hall = new Hall()
    const plan = take(hall, {
      Hall: [
        event(1, { date: at('10:00'), persons: [jo] }),
        event(2, { date: at('11:00'), persons: [{ ...jo, id: 77 }] }),
      ],
    })
    expect(hall.people.size).toBe(1)
    expect(plan.files[0]?.notes).toContain(
      'The file has several speakers called Jo Ellis. Those of one name are taken as one person.',
    )
  })
})

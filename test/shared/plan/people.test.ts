import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { Hall, rowOf, types } from './support.ts'

const HEAD = 'Ticket number,Name,E-mail,Organisation,Job title,Role'
const people = (...rows: string[]) => ({ people: [HEAD, ...rows].join('\n') })
const names = (hall: Hall) => [...hall.people.values()].map(({ name }) => name).sort()
const only = (hall: Hall) => {
  const [id, details] = [...hall.people][0] ?? []
  if (!id || !details) throw new Error('nobody is there')
  return { id, details, roles: hall.show.people[id]?.roles }
}

describe('who a row is', () => {
  test('ten tickets on one buyer’s e-mail are ten people, also with one name', () => {
    const hall = new Hall()
    const rows = Array.from({ length: 10 }, (_, at) => `T${at},Jo Ellis,jo@example.org,Leeds,,`)
    hall.take(people(...rows))
    expect(hall.people.size).toBe(10)
    expect(types(hall.dry(people(...rows)))).toEqual([])
  })

  test('without a ticket number, e-mail and name', () => {
    const hall = new Hall()
    const rows = [',Jo Ellis,jo@example.org,Leeds,,', ',Zoë Li,jo@example.org,Leeds,,']
    hall.take(people(...rows))
    expect(names(hall)).toEqual(['Jo Ellis', 'Zoë Li'])
    const again = hall.take(people(',JO ELLIS,Jo@Example.org,Leeds,Housing lead,', rows[1] ?? ''))
    expect(types(again)).toEqual(['save-person'])
    expect(rowOf(again, 'people', 2).says).toEqual([
      'Name is now JO ELLIS (was Jo Ellis).',
      'Job title is now Housing lead.',
    ])
    expect(hall.people.size).toBe(2)
  })

  test('a ticket number keeps its holder when name, address and job are corrected', () => {
    const hall = new Hall()
    hall.take(people('T1,Jo Elis,jo@example.org,Leeds,,'))
    const { id } = only(hall)
    const plan = hall.take(people('T1,Jo Ellis,jo@example.org,Leeds City Council,Lead,'))
    expect(rowOf(plan, 'people', 2)).toMatchObject({ isNew: false, changes: true })
    expect(only(hall)).toMatchObject({
      id,
      details: { name: 'Jo Ellis', organisation: 'Leeds City Council', jobTitle: 'Lead' },
    })
  })

  test('a ticket passed on to somebody else takes nothing of the first holder along', () => {
    const hall = new Hall()
    hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,Lead,'))
    const { id } = only(hall)
    const plan = hall.take(people('T1,Ash Rao,ash@example.org,,,'))
    expect(types(plan)).toEqual(['save-person', 'renew-pass'])
    expect(only(hall)).toMatchObject({
      id,
      details: { name: 'Ash Rao', organisation: '', jobTitle: '' },
    })
    expect(hall.show.people[id]?.generation).toBe(1)
    expect(types(hall.dry(people('T1,Ash Rao,ash@example.org,,,')))).toEqual([])
  })

  test('somebody who came in without a ticket gets it from the next file', () => {
    const hall = new Hall()
    hall.take(people(',Jo Ellis,jo@example.org,Leeds,,', ',Lee Wong,,Calderdale,,'))
    hall.take(
      people('T1,Jo Ellis,jo@example.org,Leeds,,', 'T2,Lee Wong,lee@example.org,Calderdale,,'),
    )
    expect([...hall.people.values()].map(({ ticket }) => ticket)).toEqual(['T1', 'T2'])
    expect(hall.people.size).toBe(2)
  })

  test('two of one name without anything else are told apart by their organisation', () => {
    const hall = new Hall()
    const rows = [',John Smith,,Leeds,,', ',John Smith,,Hull,,']
    hall.take(people(...rows))
    const plan = hall.take(people(',John Smith,,Hull,Clerk,', rows[0] ?? ''))
    expect(types(plan)).toEqual(['save-person'])
    expect([...hall.people.values()].map((one) => [one.organisation, one.jobTitle])).toEqual([
      ['Leeds', ''],
      ['Hull', 'Clerk'],
    ])
  })
})

describe('what a row changes', () => {
  test('a blank cell takes nothing away', () => {
    const hall = new Hall()
    hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,Lead,Helper'))
    expect(types(hall.dry(people('T1,Jo Ellis,,,,')))).toEqual([])
    expect(only(hall).roles).toEqual(['helper'])
  })

  test('a role that is said counts; a file that says none leaves them', () => {
    const hall = new Hall()
    hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,,Helper'))
    const plan = hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,,Delegate'))
    expect(rowOf(plan, 'people', 2).says).toEqual(['Is now delegate (was helper).'])
    expect(only(hall).roles).toEqual(['delegate'])
  })

  test('no file makes or unmakes an organiser', () => {
    const hall = new Hall()
    hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,,Delegate'))
    const { id } = only(hall)
    hall.do({ type: 'save-person', person: id, roles: ['organiser'], details: null })
    hall.take(people('T1,Jo Ellis,jo@example.org,Leeds,,Helper'))
    expect(only(hall).roles).toEqual(['organiser', 'helper'])
    hall.take(people('T2,Eve,,Leeds,,Organiser'))
    const eve = [...hall.people].find(([, { name }]) => name === 'Eve')?.[0] as PersonId
    expect(hall.show.people[eve]?.roles).toEqual(['delegate'])
  })

  test('refunded rows stay out, and say so when the person is in already', () => {
    const hall = new Hall()
    const file = (status: string) => ({
      people: `Attendee #,Name,Email,Attendee Status,Home Address 1\n1,Jo Ellis,jo@x.org,${status},Here\n2,Lee Wong,lee@x.org,Not Attending,There`,
    })
    const first = hall.take(file('Attending'))
    expect(first.files[0]?.notes.join(' ')).toContain('We will not keep the column Home Address 1.')
    expect(names(hall)).toEqual(['Jo Ellis'])
    const second = hall.take(file('Refunded'))
    expect(types(second)).toEqual([])
    expect(rowOf(second, 'people', 2)).toMatchObject({
      leftOut: true,
      says: [
        'Row 2, Jo Ellis, is refunded and stays out.',
        'They are in the event already: if they do not come, erase them under People.',
      ],
    })
    expect(rowOf(second, 'people', 3).says).toEqual([
      'Row 3, Lee Wong, is not attending and stays out.',
    ])
  })

  test('nothing of a person is in a command but for save-person’s details', () => {
    const hall = new Hall()
    const plan = hall.take({
      ...people('T1,Canary Person,canary@example.org,Leeds,Canary job,'),
      innovations: 'Title,Presenters\nBetter Care,Canary Person',
    })
    for (const command of plan.commands)
      if (command.type !== 'save-person') expect(JSON.stringify(command)).not.toMatch(/canary/i)
    expect(plan.blocked).toBe(false)
  })
})

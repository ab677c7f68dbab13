import { describe, expect, test } from 'vitest'
import { refusal, schedule, sessions, words } from './support.ts'

const session = (fields: Record<string, unknown> = {}) => ({
  id: '1',
  title: 'A talk',
  startsAt: '2025-05-27T09:00:00',
  endsAt: '2025-05-27T10:00:00',
  isServiceSession: false,
  speakers: [],
  roomId: 5,
  ...fields,
})
const all = (...list: Record<string, unknown>[]): string =>
  JSON.stringify({
    sessions: list,
    speakers: [{ id: 'a', firstName: 'Jo', lastName: 'Ellis', sessions: [1] }],
    rooms: [
      { id: 6, name: 'Second', sort: 1 },
      { id: 5, name: 'First', sort: 0 },
    ],
    categories: [{ id: 1, title: 'Session format', items: [{ id: 11, name: 'Panel' }] }],
  })

describe('Sessionize', () => {
  test('times without a zone are those of the clocks in the hall', () => {
    expect(sessions(all(session()))[0]?.start).toEqual({
      at: null,
      day: '2025-05-27',
      time: '09:00:00',
    })
  })

  test('its format is the kind, and service sessions are breaks unless they open or close', () => {
    const kinds = sessions(
      all(
        session({ id: '1', categoryItems: [11], startsAt: '2025-05-27T09:00:00' }),
        session({
          id: '2',
          isServiceSession: true,
          title: 'Registration',
          endsAt: '2025-05-27T11:00:00',
        }),
        session({ id: '3', isServiceSession: true, title: 'Welcome and opening' }),
        session({ id: '4', isServiceSession: true, title: 'Something' }),
      ),
    ).map(({ title, kind }) => [title, kind])
    expect(Object.fromEntries(kinds)).toEqual({
      'A talk': 'panel',
      Registration: 'break',
      'Welcome and opening': 'ceremony',
      Something: 'break',
    })
  })

  test('who has not said yes is to be confirmed; service sessions have nobody to ask', () => {
    const confirmed = (fields: Record<string, unknown>) =>
      sessions(all(session(fields)))[0]?.confirmed
    expect(confirmed({ status: 'Accepted', isConfirmed: true })).toBe(true)
    expect(confirmed({ status: 'Accepted', isConfirmed: false })).toBe(false)
    expect(confirmed({ status: 'Waitlisted', isConfirmed: false })).toBe(false)
    expect(confirmed({ status: 'Nominated' })).toBe(false)
    expect(confirmed({ isConfirmed: false })).toBe(false)
    expect(confirmed({})).toBeNull()
    expect(confirmed({ isServiceSession: true, status: 'Accepted', isConfirmed: false })).toBe(true)
    expect(sessions(all(session({ status: 'Declined' })))[0]?.status).toBe('cancelled')
  })

  test('what has no time yet stays out; names and rooms that the file lacks are named', () => {
    const read = schedule(
      all(
        session({ id: '1', startsAt: null, endsAt: null, title: 'Later' }),
        session({ id: '2', speakers: ['a', 'nobody'], roomId: 77 }),
      ),
    )
    expect(read.leftOut).toEqual([
      { line: 2, ref: 'sessionize:1', words: 'It has no time yet (sessions[0]), so it stays out.' },
    ])
    expect(read.schedule.sessions).toMatchObject([
      { room: null, speakers: [{ ref: 'a', name: 'Jo Ellis' }] },
    ])
    expect(words(read)).toEqual([
      'Item 1, “A talk” (sessions[1]), is in room “77”, which the file does not list.',
      'Item 1, “A talk” (sessions[1]), has the speaker “nobody”, whom the file does not name.',
    ])
  })

  test('a session in two groups is one, and ends that cannot be are named', () => {
    const one = { ...session({ room: 'First', speakers: [{ id: 'a', name: 'Jo Ellis' }] }) }
    const read = schedule(
      JSON.stringify([
        { groupId: 1, groupName: 'Technical', sessions: [one] },
        {
          groupId: 2,
          groupName: 'Other',
          sessions: [one, { ...one, id: '2', endsAt: '2025-05-27T08:00:00' }],
        },
      ]),
    )
    expect(read.schedule.sessions).toHaveLength(2)
    expect(words(read)[0]).toBe('Item 2, “A talk” ([1].sessions[1]), ends before it starts.')
  })

  test('the list of speakers is not the programme', () => {
    expect(
      refusal(JSON.stringify([{ id: 'a', fullName: 'Jo Ellis', tagLine: '', sessions: [] }])),
    ).toContain('This is Sessionize’s list of speakers')
  })
})

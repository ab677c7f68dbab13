import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toCsv } from '#shared/sheets/write.ts'
import { guessKind } from '#shared/sheets/read.ts'
import { bytesOf, example, sheet, values, words } from './support.ts'

const people = (rows: string, header: string) => sheet('people', `${header}\n${rows}\n`)
const SAMPLE = new URL(
  '../../../../shared/samples/eb2ez-eventbrite-attendee-report.csv',
  import.meta.url,
)

describe('people', () => {
  test('the example imports with nothing to say', () => {
    const read = sheet('people', example('people'))
    expect(read).toMatchObject({ problems: [], leftOut: [], dropped: [], notes: [] })
    const roles = values(read).flatMap((person) => person.roles)
    expect(read.rows).toHaveLength(60)
    const count = (one: string) => roles.filter((role) => role === one).length
    expect(['presenter', 'stage-manager', 'helper'].map(count)).toEqual([17, 1, 3])
    expect(new Set(values(read).map(({ key }) => key)).size).toBe(60)
    expect(values(read)[2]).toEqual({
      key: 'ticket|dp1003',
      ticket: 'DP-1003',
      name: 'Siân Ŵen Parry',
      surname: 'Parry',
      email: 'sian.parry@example.org',
      organisation: 'Cyngor Gwynedd',
      jobTitle: 'Digital services manager',
      roles: ['presenter'],
      rolesSaid: true,
    })
    for (const { email } of values(read)) expect(email).toMatch(/^[a-z.-]+@example\.org$/)
  })

  test('a real Eventbrite report', ({ skip }) => {
    skip(!existsSync(SAMPLE), 'the samples folder is not beside this checkout')
    const read = sheet('people', readFileSync(SAMPLE))
    expect(guessKind(readFileSync(SAMPLE))).toBe('people')
    expect(values(read)).toMatchObject([
      {
        ticket: '18441583423',
        name: 'John Doe',
        email: 'jdoe1@test1mail.com',
        organisation: 'Company1Name',
        jobTitle: 'JobTitle1',
      },
      { ticket: '18441700883', name: 'Jane Doe' },
      { ticket: '18443939943', name: 'Joe Bloggs', surname: 'Bloggs' },
    ])
    expect(read.problems).toEqual([])
    expect(read.dropped).toHaveLength(23)
    expect(read.notes).toEqual(['We will not keep 23 columns, among them Home Address 1.'])
    expect(JSON.stringify(read.rows)).not.toContain('City1')
  })

  test('who does not come stays out and is counted with the reason', () => {
    const states = [
      'Attending',
      'Checked In',
      'Not Attending',
      'Refunded',
      'Cancelled',
      'waitlist',
      'pending_approval',
      'Deleted',
      'approved',
      'ACTIVE',
      'AWAITING_PAYMENT',
      'Partially Refunded',
      'Transferred',
      'declined',
      'paid',
      '',
    ]
    const read = people(
      states.map((state, index) => `Person ${index},${state}`).join('\n'),
      'Name,Attendee Status',
    )
    expect(values(read).map(({ name }) => name)).toEqual([
      'Person 0',
      'Person 1',
      'Person 8',
      'Person 9',
      'Person 11',
      'Person 14',
      'Person 15',
    ])
    expect(read.leftOut.map(({ reason }) => reason)).toEqual([
      'not-attending',
      'refunded',
      'cancelled',
      'waitlisted',
      'not-confirmed',
      'cancelled',
      'not-confirmed',
      'transferred',
      'not-attending',
    ])
    expect(read.leftOut[0]?.words).toBe('Row 4, Person 2, is not attending and stays out.')
    expect(read.notes).toContain(
      '9 rows stay out: 2 not attending, 1 refunded, 2 cancelled, 1 on the waiting list, 2 not confirmed and 1 passed on to somebody else.',
    )
    expect(read.problems).toEqual([])
  })

  test('cancelled by a column of its own', () => {
    const read = people(
      'A,,no,\nB,void,,\nC,,yes,\nD,,,2026-05-01\nE,,,',
      'Name,Void Status,Cancelled,Refunded at',
    )
    expect(values(read).map(({ name }) => name)).toEqual(['A', 'E'])
  })

  test('an unknown status is shown and lets them in', () => {
    const read = people('Jo Ellis,Perhaps?', 'Name,Status')
    expect(read.problems).toMatchObject([
      {
        line: 2,
        blocks: false,
        words: 'Row 2, Jo Ellis, has the status “Perhaps?”, which we do not know. They stay in.',
      },
    ])
    expect(read.rows).toHaveLength(1)
  })

  test('one buyer’s e-mail may stand on ten tickets', () => {
    const tickets = people(
      'T1,Jo,Ellis,buyer@x.org\nT2,Sam,Rees,buyer@x.org',
      'Ticket number,First name,Last name,E-mail',
    )
    expect(values(tickets).map(({ key }) => key)).toEqual(['ticket|t1', 'ticket|t2'])
    const names = people(
      'Jo Ellis,Buyer@x.org\nSam Rees,buyer@x.org\nJO ELLIS,buyer@X.org',
      'Name,E-mail',
    )
    expect(values(names).map(({ key }) => key)).toEqual([
      'buyer@x.org|joellis',
      'buyer@x.org|samrees',
    ])
    expect(names.leftOut).toMatchObject([
      { line: 4, reason: 'same-person', words: 'Row 4, JO ELLIS, is in row 2 already.' },
    ])
  })

  test('two people with one ticket number', () => {
    const rows = Array.from({ length: 20 }, (_, index) => `T${index},Person ${index}`)
    const read = people([...rows, 'T3,Sam Rees'].join('\n'), 'Ticket number,Name')
    expect(read.problems).toMatchObject([
      {
        line: 22,
        code: 'same-ticket',
        blocks: true,
        words: 'Row 22, Sam Rees, has the ticket number of row 5, Person 3.',
      },
    ])
  })

  test('an ID that many share is no ticket number', () => {
    const read = people('Ann Bell,3,A-1\nBob Bell,3,A-2', 'Name,Ticket ID,Short ID')
    expect(values(read).map(({ ticket }) => ticket)).toEqual(['A-1', 'A-2'])
    const shared = people('Ann Bell,3\nBob Bell,3', 'Name,Ticket ID')
    expect(values(shared).map(({ ticket }) => ticket)).toEqual([null, null])
    expect(shared.dropped).toEqual(['Ticket ID'])
  })

  test('names in one column, turned round, with letters after them', () => {
    const read = people('"Ellis, Jo"\n"Sam Rees, OBE"\nMaja\nOwain ap Gwilym', 'Full name')
    expect(values(read).map(({ name, surname }) => [name, surname])).toEqual([
      ['Jo Ellis', 'Ellis'],
      ['Sam Rees, OBE', 'Rees'],
      ['Maja', 'Maja'],
      ['Owain ap Gwilym', 'Gwilym'],
    ])
  })

  test('Title and Role mean different things in different files', () => {
    const mr = people('Mr,Jo,Ellis,Housing lead', 'Title,First name,Last name,Role')
    expect(values(mr)[0]).toMatchObject({ jobTitle: 'Housing lead', roles: ['delegate'] })
    expect(mr.dropped).toEqual(['Title'])
    const job = people('Founder,Jo Ellis,Speaker\nHead of IT,Sam Rees,Chair', 'Title,Name,Role')
    expect(values(job)).toMatchObject([
      { jobTitle: 'Founder', roles: ['presenter'] },
      { jobTitle: 'Head of IT', roles: ['delegate'] },
    ])
    expect(words(job.problems)).toEqual([
      'Row 3, Sam Rees, has the role “Chair”, which we do not know. They come in as a delegate.',
    ])
  })

  test('roles, several and by ticket', () => {
    const read = people(
      'A,Presenter; Helper,\nB,stage_manager,\nC,,Speaker ticket\nD,,General Admission',
      'Name,Role,Ticket type',
    )
    expect(values(read).map(({ roles }) => roles)).toEqual([
      ['presenter', 'helper'],
      ['stage-manager'],
      ['presenter'],
      ['delegate'],
    ])
    expect(read.problems).toEqual([])
  })

  test('no organisation, no name, no use of an address', () => {
    const rows = Array.from({ length: 45 }, (_, index) => `Person ${index},p${index}@x.org,Leeds`)
    const read = people(
      [
        ...rows,
        'Jo Ellis,jo@x.org,',
        ',sam@x.org,Leeds',
        'Lee Wong,none,Leeds',
        'Ash Rao,ash at x,Leeds',
        ',,',
      ].join('\n'),
      'Name,E-mail,Organisation',
    )
    expect(
      read.problems.map(({ line, blocks, words: sentence }) => [line, blocks, sentence]),
    ).toEqual([
      [47, false, 'Row 47, Jo Ellis, has no organisation.'],
      [48, true, 'Row 48, sam@x.org, has no name.'],
      [
        50,
        false,
        'Row 50, Ash Rao, has “ash at x” as e-mail address, which does not look like one. It is not kept.',
      ],
    ])
    expect(values(read).at(-1)).toMatchObject({ name: 'Ash Rao', email: null })
  })

  test('tickets that name nobody stay out; an order for three names one', () => {
    const read = people('1,Jo Ellis,3,\n2,,1,', 'Ticket ref,Name,Quantity,Notes')
    expect(read.leftOut).toMatchObject([{ line: 3, reason: 'nobody-named' }])
    expect(read.notes).toContain(
      'Row 2, Jo Ellis, is for 3 tickets and names one person. The other 2 are not added.',
    )
  })

  test('of two columns with one name the second helps where the first is empty', () => {
    const read = people('A,,a@x.org\nB,b@x.org,other@x.org', 'Name,Email,Email')
    expect(values(read).map(({ email }) => email)).toEqual(['a@x.org', 'b@x.org'])
    expect(read.dropped).toEqual([])
  })

  test('Tito: tickets without a holder are not their buyer’s, void ones stay out', () => {
    const read = people(
      [
        '1,Buyer,buyer@x.org,Standard,,,,,,,,UNASSIGNED-1,',
        '2,Buyer,buyer@x.org,Speaker,Zoë Li,Zoë,Li,zoe@x.org,"Leeds, City Council",Housing lead,,LI-1,x',
        '3,Buyer,buyer@x.org,Standard,Lee Wong,Lee,Wong,lee@x.org,,,true,WONG-1,x',
      ].join('\n'),
      'Number,Registration Name,Registration Email,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,Ticket Job Title,Void Status,Ticket Reference,Dietary requirements',
    )
    expect(values(read)).toEqual([
      {
        key: 'ticket|li1',
        ticket: 'LI-1',
        name: 'Zoë Li',
        surname: 'Li',
        email: 'zoe@x.org',
        organisation: 'Leeds, City Council',
        jobTitle: 'Housing lead',
        roles: ['presenter'],
        rolesSaid: true,
      },
    ])
    expect(read.leftOut.map(({ reason }) => reason)).toEqual(['nobody-named', 'cancelled'])
    expect(read.dropped).toEqual([
      'Number',
      'Registration Name',
      'Registration Email',
      'Dietary requirements',
    ])
    expect(JSON.stringify(read)).not.toContain('buyer@x.org')
  })

  test('Luma, Hi.Events, pretalx, and a file with technical names in brackets and old Mac line ends', () => {
    const luma = people(
      'Dani Rees,Dani,Rees,d@x.org,+44,2026,approved,,Free\nEve Li,Eve,Li,e@x.org,,2026,waitlist,,Free',
      'name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name',
    )
    expect(values(luma)).toMatchObject([{ name: 'Dani Rees', surname: 'Rees', email: 'd@x.org' }])
    const hi = people(
      '1,Ann,Bell,a@x.org,ACTIVE,false,,3,7,A-1,a_1\n2,Bob,Bell,a@x.org,CANCELLED,false,,3,7,A-2,a_2',
      'ID,First Name,Last Name,Email,Status,Is Checked In,Checked In At,Ticket ID,Event ID,Public ID,Short ID',
    )
    expect(values(hi)).toMatchObject([{ ticket: 'A-1', name: 'Ann Bell' }])
    const pretalx = people('Ann Bell,a@x.org,True\nBob Bell,b@x.org,False', 'name,email,confirmed')
    expect(values(pretalx)).toMatchObject([{ name: 'Ann Bell' }])
    const mac = sheet(
      'people',
      'Registration ID[REG_ID],First Name[ATT_fname],Last Name[ATT_lname],Email Address[ATT_email],Registration Status[STS_ID]\r7,Jo,Ellis,jo@x.org,Approved\r8,Sam,Rees,sam@x.org,Pending Payment\r',
    )
    expect(values(mac)).toMatchObject([{ ticket: '7', name: 'Jo Ellis', email: 'jo@x.org' }])
    expect(mac.leftOut).toMatchObject([{ line: 3, reason: 'not-confirmed' }])
  })

  test('what is not kept is in no row, problem or note', () => {
    const secret = 'canary-7f3a'
    const read = people(
      `Jo Ellis,jo@x.org,Leeds,${secret},${secret}`,
      'Name,E-mail,Organisation,Home Address 1,',
    )
    expect(read.dropped).toEqual(['Home Address 1', 'column 5 (no name)'])
    expect(JSON.stringify(read)).not.toContain(secret)
  })

  test('our own export, guarded, comes back as it was', () => {
    const nasty = ['=HYPERLINK("x")', '+Jo Ellis', "'=x", '@home', '-'.repeat(3) + 'x']
    const csv = toCsv(
      ['Name', 'E-mail', 'Organisation'],
      nasty.map((name, index) => [name, `p${index}@x.org`, 'A, "B"']),
    )
    const read = sheet('people', bytesOf(csv))
    expect(values(read).map(({ name }) => name)).toEqual(nasty)
    expect(values(read)[0]?.organisation).toBe('A, "B"')
  })
})

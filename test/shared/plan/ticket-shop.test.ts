import { expect, test } from 'vitest'
import { fileOf, Hall, rowOf, types } from './support.ts'

// The columns of an attendee report as a large ticket shop exports it, with people of our own.
const HEAD =
  'Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country,How did you hear about this event?,Job Title,Company'
const row = (ticket: number, first: string, last: string, status: string, job = '', company = '') =>
  `90001,6/1/26 9:12,${first},${last},office@leeds.example,1,,General Admission,${ticket},,Free Order,GBP,0,0,0,0,${status},1 High Street,,Leeds,,LS1,GB,Newsletter,${job},${company}`

test('an attendee report: one buyer for several people, refunds and addresses left behind', () => {
  const hall = new Hall()
  const people = [
    HEAD,
    row(501, 'Priya', 'Shah', 'Attending', 'Head of care', 'Kirklees Council'),
    row(502, 'Zoë', 'Laurent', 'Attending', '', 'Newham Council'),
    row(503, 'Tom', 'Hirst', 'Refunded'),
    row(504, 'Ash', 'Rao', 'Not Attending'),
    row(505, 'Priya', 'Shah', 'Checked In', 'Head of care', 'Kirklees Council'),
  ].join('\n')
  const plan = hall.take({ people })
  expect(plan.blocked).toBe(false)
  expect([...hall.people.values()].map(({ name, ticket, email }) => [name, ticket, email])).toEqual(
    [
      ['Priya Shah', '501', 'office@leeds.example'],
      ['Zoë Laurent', '502', 'office@leeds.example'],
      ['Priya Shah', '505', 'office@leeds.example'],
    ],
  )
  const { notes } = fileOf(plan, 'people')
  expect(notes).toEqual([
    '2 rows stay out: 1 refunded and 1 not attending.',
    'We will not keep 17 columns, among them Home Address 1.',
  ])
  expect(rowOf(plan, 'people', 4).leftOut).toBe(true)
  expect(types(hall.dry({ people }))).toEqual([])
  for (const details of hall.people.values())
    expect(JSON.stringify(details)).not.toMatch(/High Street|LS1|Newsletter/)
})

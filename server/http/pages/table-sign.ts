import { ofShow, type Route, seeOther, textOf } from '../site.ts'

/** What the QR code on a table's sign opens: the phone's page, which knows from then on where it is. */
export const tableSign: Route = {
  id: 'table-sign',
  method: 'GET',
  url: '/s/:event/t/:number',
  who: 'anyone',
  answers: 'page',
  handle: ofShow((_, visit) => {
    const number = textOf(visit.request.params, 'number')
    const at = /^\d{1,4}$/.test(number) ? `&at=${Number(number)}` : ''
    return seeOther(visit, `/s/${visit.runner.id}/me?view=here${at}`)
  }),
}

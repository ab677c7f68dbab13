import type { Answer, ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId } from '#shared/show/words.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import { byText, type Sheet } from './sheet.ts'

const ANSWERS: Record<Answer, string> = { yes: 'want to talk', maybe: 'maybe', no: 'not for us' }

/** Who wishes for what: each person's list in order, then what they only answered. */
export function wishesSheet(show: ReadShow, people: People): Sheet {
  const nameOf = (id: PersonId): string => people.get(id)?.name ?? ''
  const ids = (Object.keys(show.people) as PersonId[]).sort((a, b) => byText(nameOf(a), nameOf(b)))
  const rows = ids.flatMap((id) => {
    const list = show.wishes[id] ?? []
    const answers = show.answers[id] ?? {}
    const others = (Object.keys(answers) as InnovationId[]).filter((one) => !list.includes(one))
    return [...list, ...others].map((innovation, index): Cell[] => {
      const { name = '', organisation = '' } = people.get(id) ?? {}
      const answer = answers[innovation]
      const table = Object.values(show.tables).find((one) => one.innovation === innovation)
      return [
        name,
        organisation,
        index < list.length ? index + 1 : '',
        show.innovations[innovation]?.title ?? '',
        table?.number ?? '',
        answer === undefined ? '' : ANSWERS[answer],
      ]
    })
  })
  return {
    header: ['Name', 'Organisation', 'Place in their list', 'Innovation', 'Table number', 'Answer'],
    rows,
  }
}

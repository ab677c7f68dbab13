import { noteId } from '#shared/show/talk/notes.ts'
import type { Texts } from '#shared/show/talk/texts.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import { plannedRounds } from '#shared/sheets/out/rounds.ts'
import { toCsv } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import { localDateOf } from '#shared/time/zone.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { TALK, TALK_FILES } from '#shared/words/talk.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route } from '../site.ts'
import { byText, type Sheet } from './sheet.ts'

/**
 * The guests of one host’s table in the rounds that have begun, with that host’s own notes. An address stands
 * there only while the guest’s yes to this very host does.
 */
export function guestsSheet(show: ReadShow, people: People, texts: Texts, host: PersonId): Sheet {
  const table = show.people[host]?.hosts ?? null
  const rounds = new Map<PersonId, number[]>()
  for (const { round, number } of plannedRounds(show)) {
    if (table === null || round.movedAt === null) continue
    for (const id of Object.keys({ ...round.picks, ...round.walkUps }) as PersonId[])
      if (seatOf(round, id) === table) rounds.set(id, [...(rounds.get(id) ?? []), number])
  }
  const rows = [...rounds].map(([id, numbers]) => {
    const { name = '', organisation = '', jobTitle = '', email = '' } = people.get(id) ?? {}
    const note = texts.get(noteId(host, id))?.text ?? ''
    const mayEmail = show.mayEmail[id]?.[host]?.allowed === true
    return [name, organisation, jobTitle, numbers.join(', '), note, mayEmail ? email : '']
  })
  return {
    header: [...TALK_FILES.guests],
    rows: rows.sort(([a = ''], [b = '']) => byText(a, b)),
  }
}

/** What a host takes home; no address opens it for anybody else, the crew neither. */
export const hostGuests: Route = {
  id: 'host-guests',
  method: 'GET',
  url: '/s/:event/host/guests.csv',
  who: 'anyone',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const { runner, signed, reply } = visit
    const show = runner.show()
    const person = signed.actor(show, 'host')?.person ?? null
    const links = [{ href: `/s/${show.id}/host`, text: show.title }]
    if (person === null || !show.people[person])
      return answerProblem(site, visit, {
        code: 'signed-out',
        title: PUBLIC_WORDS.problems['signed-out'],
        message: TALK.signInFirst,
        links,
      })
    if (show.people[person].hosts === null)
      return answerProblem(site, visit, { code: 'not-found', message: TALK.noTable, links })
    const { header, rows } = guestsSheet(show, runner.people(), runner.texts(), person)
    const file = `${show.id}-guests-${localDateOf(runner.now(), show.zone)}.csv`
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${file}"`)
      .type('text/csv; charset=utf-8')
      .send(toCsv(header, rows))
  }),
}

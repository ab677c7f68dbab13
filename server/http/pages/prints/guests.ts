import { setImmediate } from 'node:timers/promises'
import { placed, seatsAt } from '#shared/show/choosing/seats.ts'
import type { DeepReadonly, ReadShow, Table } from '#shared/show/state.ts'
import type { RoundId } from '#shared/show/words.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { People } from '#shared/views/common.ts'
import { type SheetRound, sheetRounds } from '#shared/views/day-sheet.ts'
import { type ComingGuest, guestsByRound } from '#shared/views/host.ts'
import { HOST } from '#shared/words/host.ts'
import { PRINTS as words } from '#shared/words/prints.ts'
import { answerProblem } from '../../errors.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route, type ShowVisit, type Site, textOf } from '../../site.ts'
import { inParts } from './days.ts'
import { printedTitle, sendPrints } from './frame.ts'
import { tableMark } from './marks.ts'

type ReadTable = DeepReadonly<Table>

interface Printed {
  table: ReadTable
  rounds: readonly SheetRound[]
  /** of the whole event */
  first: RoundId | null
}

/** Who comes to every table, or to `?table=` alone, round by round: for the crew. */
export const guests: Route = {
  id: 'guests',
  method: 'GET',
  url: '/s/:event/guests',
  who: 'crew',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const one = textOf(visit.request.query, 'table')
    const tables = Object.values(visit.runner.show().tables)
      .filter(({ id }) => one === '' || id === one)
      .toSorted((a, b) => a.number - b.number)
    return sendGuests(site, visit, {
      title: words.allGuestsTitle,
      lines: tables.length === 0 ? words.noTables : words.tables(tables.length),
      tables,
    })
  }),
}

/** Who comes to the table of whoever is signed in: for its host. */
export const ownGuests: Route = {
  ...guests,
  id: 'own-guests',
  url: '/s/:event/host/print',
  who: 'anyone',
  screenOf: 'presenter',
  handle: ofShow((site, visit) => {
    const { runner, signed } = visit
    const show = runner.show()
    const person = signed.actor(show, 'host')?.person ?? null
    const id = person === null ? null : (show.people[person]?.hosts ?? null)
    const table = id === null ? undefined : show.tables[id]
    const links = [{ href: `/s/${show.id}/host`, text: show.title }]
    if (person === null)
      return answerProblem(site, visit, {
        code: 'signed-out',
        title: HOST.presenterOnly,
        message: HOST.presenterOnlyHow,
        links,
      })
    if (!table)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: HOST.presenterNot,
        message: HOST.noTableHow,
        links,
      })
    return sendGuests(site, visit, {
      title: words.guestsTitle(table.number),
      lines: words.yours,
      tables: [table],
    })
  }),
}

function sendGuests(
  site: Site,
  visit: ShowVisit,
  { title, lines, tables }: { title: string; lines: string; tables: readonly ReadTable[] },
) {
  const { runner } = visit
  const show = runner.show()
  const now = runner.now()
  const all = sheetRounds(show, now)
  // A list to have at the table is about what is to come; once all is over it is about who was there.
  const ahead = all.filter(({ round }) => round.phase !== 'ended')
  const rounds = ahead.length > 0 ? ahead : all
  const draw = (table: ReadTable): Html =>
    drawn(show, runner.people(), { table, rounds, first: all[0]?.round.id ?? null })
  return sendPrints(site, visit, {
    title,
    lines: html`${lines} ${words.howTo}`,
    sheets: pages(tables, draw),
  })
}

/** Table by table, giving others a turn after each. */
async function* pages(
  tables: readonly ReadTable[],
  draw: (table: ReadTable) => Html,
): AsyncGenerator<string> {
  for (const table of tables) {
    await setImmediate()
    yield draw(table).text
  }
}

function drawn(show: ReadShow, people: People, { table, rounds, first }: Printed): Html {
  const guestsOf = guestsByRound(show, people, table.id)
  const innovation = table.innovation ? show.innovations[table.innovation] : undefined
  const hosts = table.hosts.flatMap((id) => people.get(id)?.name ?? [])
  return html`<article class="guestprint">
    <header class="guestprint__head">
      <p class="guestprint__event">${printedTitle(show)}</p>
      <h2>${words.table(table.number)} ${tableMark(table.zone)}</h2>
      <p><b>${innovation?.title ?? ''}</b> ${hosts.join(', ')}</p>
      <p>${table.place}</p>
    </header>
    ${rounds.length === 0 && html`<p>${words.noRounds}</p>`}
    ${inParts(rounds).map(
      ({ heading, rounds: some }) =>
        html`${heading !== '' && html`<h3 class="guestprint__part">${heading}</h3>`}${some.map(
          (line) => roundDrawn(show, table, line, guestsOf[line.round.id] ?? [], first),
        )}`,
    )}
  </article>`
}

function roundDrawn(
  show: ReadShow,
  table: ReadTable,
  { round, number, from }: SheetRound,
  coming: readonly ComingGuest[],
  first: RoundId | null,
): Html {
  const time = from === null ? '' : `, ${clockTime(from, show.zone)}`
  const spot = placed(table, round, (id) => show.tables[id])
  const at = spot.number === table.number ? time : `${time}, ${HOST.goesTo(spot.number)}`
  const count = round.free ? words.walkUp : words.guests(coming.length, seatsAt(round, table))
  const isWished = round.window !== null && round.phase === 'planned'
  return html`<section class="guestprint__round">
    <h4>${words.round(number)}${at} <span>${count}</span></h4>
    ${
      coming.length === 0
        ? !round.free && html`<p>${isWished ? HOST.fromWishes : words.nobody}</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">${words.name}</th>
                <th scope="col">${words.organisation}</th>
                <th scope="col">${words.jobTitle}</th>
                <th scope="col">${words.known}</th>
                <th scope="col">${words.came}</th>
              </tr>
            </thead>
            <tbody>
              ${coming.map((guest) => guestDrawn(guest, round.id === first))}
            </tbody>
          </table>`
    }
  </section>`
}

/** In the first round everybody is new. */
const guestDrawn = (
  { name, organisation, jobTitle, before }: ComingGuest,
  isFirst: boolean,
): Html =>
  html`<tr>
    <td><b>${name === '' ? words.unnamed : name}</b></td>
    <td>${organisation}</td>
    <td>${jobTitle}</td>
    <td>${before > 0 ? words.again : isFirst ? '' : words.first}</td>
    <td><span class="guestprint__box"></span></td>
  </tr>`

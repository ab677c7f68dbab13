import { ownEntries } from '#shared/sheets/out/own-calendar.ts'
import { OUT } from '#shared/words/out.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route } from '../site.ts'
import { icsOf } from './ics.ts'
import { programmeCalendar, shownTo } from './programme-files.ts'

/**
 * The day of whoever is signed in, as a calendar to download. No address opens it for anybody else, so it
 * cannot be subscribed to. Loaded again later, it replaces itself: SEQUENCE is the event's version, and
 * that of the whole calendar for the programme's items, which are the same in both.
 */
export const ownCalendar: Route = {
  id: 'own-calendar',
  method: 'GET',
  url: '/s/:event/me/calendar.ics',
  who: 'anyone',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const { runner, signed, reply } = visit
    const show = runner.show()
    const person = signed.actor(show, 'phone')?.person ?? null
    if (person === null || !show.people[person])
      return answerProblem(site, visit, {
        code: 'signed-out',
        message: PUBLIC_WORDS.problems['signed-out'],
        links: [{ href: `/s/${show.id}/me`, text: show.title }],
      })
    const people = runner.people()
    const { entries: whole, changes } = programmeCalendar(runner, 'public')
    const programme = show.publishedAt === null ? [] : whole
    const shown = shownTo(show, 'public')
    const entries = ownEntries(show, people, person, { shown, programme })
    // A calendar without an entry is none, and nobody has use for one.
    if (entries.length === 0)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: PUBLIC_WORDS.problems.nothingOfMine,
        message: PUBLIC_WORDS.problems.nothingOfMineHow,
        links: [{ href: `/s/${show.id}/me`, text: show.title }],
      })
    const shared = new Set(programme)
    const tracked = { sequence: show.version, changedAt: runner.now() }
    const name = OUT.ownCalendar(show.title, people.get(person)?.name ?? '')
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${show.id}.ics"`)
      .type('text/calendar; charset=utf-8')
      .send(
        icsOf({ name, zone: show.zone, url: null }, entries, (entry) =>
          shared.has(entry) ? changes.of(entry) : tracked,
        ),
      )
  }),
}

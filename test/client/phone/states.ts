import type { Command } from '#shared/show/commands.ts'
import { decide } from '#shared/show/decide.ts'
import type { PersonDetails, TextRow } from '#shared/show/decision.ts'
import { emptyShow } from '#shared/show/state.ts'
import type { Actor, PersonId, ShowId, TextId } from '#shared/show/words.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '#shared/time/instant.ts'
import { buildParts } from '#shared/views/common.ts'
import { hostMine } from '#shared/views/host.ts'
import { phoneMine, phoneParts } from '#shared/views/phone.ts'
import type { PageData, PageToRender, RenderedAudience, Said } from '#shared/wire/render.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { DEMO, type Size } from '../../../scripts/seed/full-show.ts'
import { takeTexts } from '../../../server/runner/texts.ts'
import { draftFullShow } from '../../../scripts/seed/into-store.ts'
import { onceSeated, whileRanking, whileSeating } from '../../../scripts/seed/wishes.ts'

export const SHOW = 'demo' as ShowId
/** the demo's day begins then, 09:30 in its zone */
export const BEGINS = Date.UTC(2026, 5, 28, 8, 30)
export const STYLE = '/assets/phone.css'
export const SCRIPT = '/assets/phone.js'

export interface Asked {
  /** null: nobody is signed in */
  as?: PersonId | null
  audience?: RenderedAudience
  /** what stands behind `/s/demo/me` or `/s/demo/host` */
  query?: string
  said?: Said | null
  gone?: boolean
}

/** A show in memory that is played by commands; `page` is what the server would have drawn of it. */
export function playShow(size: Partial<Size> = {}) {
  const draft = draftFullShow(SHOW, { ...DEMO, byItself: false, ...size }, BEGINS - HOUR)
  const { show, full, stage } = draft
  let at: Instant = BEGINS - HOUR
  const draftPeople = (): Map<PersonId, PersonDetails> => {
    const rows = new Map<PersonId, PersonDetails>()
    for (const write of draft.people)
      if ('put' in write) rows.set(write.put.id, write.put)
      else if ('erase' in write) rows.delete(write.erase)
    return rows
  }
  const actor = (person: PersonId): Actor => ({
    id: person,
    person,
    roles: show.people[person]?.roles ?? [],
  })
  const played = {
    draft,
    show,
    full,
    stage,
    at: () => at,
    draftPeople,
    /** Time goes by. */
    wait: (length: number) => (at += length),
    /** One command, as the organiser unless by somebody; one that is refused is a mistake of the test. */
    does(command: Command, by?: PersonId) {
      draft.does(command, at, by === undefined ? undefined : actor(by))
      return played
    },
    /** A command that is refused, as its sender's page would be told. */
    refused(command: Command, by: PersonId): Said {
      const decision = decide(show, command, { at, actor: actor(by) })
      if (decision.ok) throw new Error(`${command.type} was not refused`)
      const { code } = decision.refusal
      return {
        type: command.type,
        outcome: { ok: false, code, message: refusalWords(decision.refusal, show.zone) },
        fields: texts(command),
      }
    },
    done: (command: Command): Said => ({
      type: command.type,
      outcome: { ok: true, version: show.version },
      fields: texts(command),
    }),
    page({ as = null, audience = 'phone', query = '', said = null, gone = false }: Asked = {}) {
      const rows = draftPeople()
      const texts = new Map<TextId, TextRow>()
      takeTexts(texts, draft.people)
      const mine =
        as === null
          ? null
          : audience === 'host'
            ? hostMine(show, rows, as, texts)
            : phoneMine(show, rows, as)
      return pageOf(
        { audience, parts: buildParts(phoneParts, show, rows), mine, said, gone, at },
        query,
      )
    },
  }
  return played
}
export type Played = ReturnType<typeof playShow>

/** A show with a title and nothing in it. */
export function emptyPage(asked: Pick<Asked, 'audience' | 'query'> = {}): PageToRender {
  const show = Object.assign(emptyShow(SHOW), { title: 'Leeds', zone: 'Europe/London' })
  const { audience = 'phone', query = '' } = asked
  const parts = buildParts(phoneParts, show, new Map())
  return pageOf({ audience, parts, mine: null, said: null, gone: false, at: BEGINS }, query)
}

type Given = Pick<PageData, 'audience' | 'parts' | 'said' | 'gone' | 'at'> & {
  mine: PageData['mine'] | null
}
function pageOf(given: Given, query: string): PageToRender {
  const data = { ...given, epoch: 'e1', version: 7, locale: 'en-GB' } as PageData
  return {
    data,
    url: `/s/${SHOW}/${given.audience === 'host' ? 'host' : 'me'}${query}`,
    assets: { script: SCRIPT, preload: [], styles: [STYLE] },
  }
}

const texts = (command: object): Record<string, string> =>
  Object.fromEntries(Object.entries(command).filter(([, value]) => typeof value === 'string'))

/** What the tests know to be there. */
export function sure<Item>(item: Item | null | undefined): Item {
  if (item == null) throw new Error('the test expects something that is not there')
  return item
}

// The day, moment by moment. Each goes on from a fresh show.

/** The welcome is on. */
export const welcome = (size?: Partial<Size>): Played => {
  const played = playShow(size)
  played.wait(HOUR)
  return played.does({ type: 'start-clock', stage: played.stage })
}
/** The first pitch is on, 42 s in. */
export const pitchOn = (size?: Partial<Size>): Played => {
  const played = welcome(size)
  played.wait(10 * MINUTE)
  played.does({ type: 'next-item', stage: played.stage })
  played.wait(2 * SECOND)
  if (!played.show.stages[played.stage]?.on?.clock.startedAt)
    played.does({ type: 'start-clock', stage: played.stage })
  played.wait(42 * SECOND)
  return played
}
/** The first pitch has been given, the second makes ready. */
export const changeover = (size?: Partial<Size>): Played => {
  const played = pitchOn(size)
  played.does({ type: 'finish-item', stage: played.stage })
  played.wait(5 * SECOND)
  return played
}
/** All pitches have been given; round 1 is open and ten people have chosen. */
export const choosing = (size?: Partial<Size>): Played => {
  const played = pitchOn(size)
  const { stage, full, show } = played
  while (show.stages[stage]?.on?.segment === full.block) {
    if (!show.stages[stage]?.on?.clock.startedAt) played.does({ type: 'start-clock', stage })
    played.wait(100 * SECOND)
    played.does({ type: 'next-item', stage })
  }
  const round = sure(full.rounds[0])
  played.does({ type: 'open-round', round })
  const capacity = size?.capacity ?? DEMO.capacity
  for (const [index, person] of full.delegates.slice(1, 1 + capacity + 7).entries()) {
    const table = index < capacity ? 0 : index === capacity + 6 ? 2 : 1
    played.does({ type: 'pick-table', round, table: sure(full.tables[table]) }, person)
  }
  return played
}
/** As `choosing`, and the first delegate has chosen table 3 in a round that has closed. */
export const waiting = (size?: Partial<Size>): Played => {
  const played = choosing(size)
  const { full } = played
  const [round, me, table] = [full.rounds[0], full.delegates[0], full.tables[2]].map(sure)
  played.does({ type: 'pick-table', round, table } as Command, me as PersonId)
  return played.does({ type: 'close-round', round } as Command)
}
export const moving = (size?: Partial<Size>): Played => {
  const played = waiting(size)
  played.does({ type: 'move-round', round: sure(played.full.rounds[0]) })
  played.wait(80 * SECOND)
  return played
}
export const talking = (size?: Partial<Size>): Played => {
  const played = moving(size)
  played.does({ type: 'run-round', round: sure(played.full.rounds[0]) })
  played.wait(4 * MINUTE)
  return played
}

/** After the pitches a window is open; most delegates have answered and put three tables in order. */
export const ranking = (size?: Partial<Size>): Played => byWishes(whileRanking, size)
/** It has closed, and nobody knows their tables. */
export const seating = (size?: Partial<Size>): Played => byWishes(whileSeating, size)
/** Everybody has been given tables. */
export const seated = (size?: Partial<Size>): Played => byWishes(onceSeated, size)

function byWishes(goesOn: typeof whileRanking, size?: Partial<Size>): Played {
  const played = welcome(size)
  played.wait(90 * MINUTE)
  goesOn(played.draft, played.at())
  return played
}

import type { SingleCommand } from '#shared/show/commands.ts'
import { draftOfWindow } from '#shared/show/choosing/drafts.ts'
import { hallDraft } from '#shared/show/hall.ts'
import { picturesShown } from '#shared/show/pictures.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId, SegmentId } from '#shared/show/words.ts'
import type { People } from '#shared/views/common.ts'
import type { Dates } from './days.ts'

export interface CopyPlan {
  title: string
  place: string
  dates: Dates
  /** who comes along; null: nobody, and nobody presents, speaks or hosts */
  people: People | null
}

/** The commands that make a show like this one, without anything that has happened. Ids stay: they are the show's own. */
export function copyCommands(show: ReadShow, plan: CopyPlan): SingleCommand[] {
  const { dates } = plan
  const stages = Object.values(show.stages)
  const [main] = stages
  if (!main) throw new Error('a show has a stage')
  const those = (ids: readonly PersonId[]): PersonId[] => (plan.people ? [...ids] : [])
  return [
    {
      type: 'create-show',
      title: plan.title,
      place: plan.place,
      zone: show.zone,
      days: show.days.map(dates.dayOf),
      stage: main.id,
    },
    ...stages.map(({ id, name }) => ({ type: 'save-stage' as const, stage: { id, name } })),
    ...(plan.people ? savePeople(show, plan.people) : []),
    ...Object.values(show.innovations).map((innovation) => ({
      type: 'save-innovation' as const,
      innovation: { ...innovation, presenters: those(innovation.presenters) },
    })),
    ...stages.flatMap((stage) =>
      stage.segments.flatMap((id) => saveSegment(show, id, dates, those)),
    ),
    ...stages.flatMap((stage) => stage.segments.flatMap((id) => savePitches(show, id))),
    ...Object.values(show.tables).map((table) => ({
      type: 'save-table' as const,
      table: { ...table, hosts: those(table.hosts) },
    })),
    ...saveHall(show),
    ...(['feedback', 'proposals'] as const).flatMap((what) =>
      show.asks[what] ? [{ type: 'switch-asking' as const, what, on: true }] : [],
    ),
    ...Object.values(show.windows).flatMap(({ id }) => {
      const window = draftOfWindow(show, id)
      return window ? [{ type: 'save-window' as const, window }] : []
    }),
  ]
}

function savePeople(show: ReadShow, people: People): SingleCommand[] {
  return Object.values(show.people).map(({ id, roles }) => {
    const {
      name = '',
      organisation = '',
      jobTitle = '',
      email = '',
      ticket = '',
    } = people.get(id) ?? {}
    const details = { name, organisation, jobTitle, email, ticket }
    return { type: 'save-person', person: id, roles: [...roles], details }
  })
}

function saveSegment(
  show: ReadShow,
  id: SegmentId,
  dates: Dates,
  those: (ids: readonly PersonId[]) => PersonId[],
): SingleCommand[] {
  const draft = draftOf(show, id)
  if (!draft) return []
  const day = dates.dayOf(draft.day)
  const speakers = those(draft.speakers)
  const segment = { ...draft, day, fixedStart: dates.startOf(id), speakers }
  return [{ type: 'save-segment', segment }]
}

/** The pictures that are shown come along, the map, and what is shown in breaks. */
function saveHall(show: ReadShow): SingleCommand[] {
  return [
    ...picturesShown(show).flatMap((hash): SingleCommand[] => {
      const held = show.pictures[hash]
      return held ? [{ type: 'keep-picture', hash, ...held }] : []
    }),
    ...(show.hall ? [{ type: 'save-hall' as const, hall: hallDraft(show.hall) }] : []),
    ...show.breakPictures.map((one) => ({ type: 'save-break-picture' as const, ...one })),
  ]
}

/** In the order in which they will be called. */
function savePitches(show: ReadShow, id: SegmentId): SingleCommand[] {
  const block = show.segments[id]
  if (block?.kind !== 'pitch-block') return []
  return block.pitches.flatMap((held): SingleCommand[] => {
    const pitch = show.pitches[held]
    if (!pitch) return []
    const { innovation, length } = pitch
    return [{ type: 'save-pitch', pitch: { id: held, block: block.id, innovation, length } }]
  })
}

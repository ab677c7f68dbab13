import type { SingleCommand } from '#shared/show/commands.ts'
import type { Event } from '#shared/show/events.ts'
import { draftOfWindow } from '#shared/show/choosing/drafts.ts'
import type { SegmentPlan } from '#shared/show/programme/commands.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import { requestsFor } from '#shared/show/requests/undo.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PitchId, RoundId, SegmentId, TableId } from '#shared/show/words.ts'
import type { EditSubject, Undoing } from './edit.ts'
import { placeBack, placeKey, UNDO_HALL } from './inverse-hall.ts'
import { UNDO_PICTURES } from './inverse-pictures.ts'

export type { Undoing }

type Undo<Fact> = (show: ReadShow, event: Fact) => Undoing
type Undos = { [Type in Event['type']]?: Undo<Extract<Event, { type: Type }>> }

/** How to take back each fact that people edit, from the show as it was before it. */
const UNDO: Undos = {
  'show-changed': (show) => ({
    subject: { done: 'changed', thing: 'event', name: show.title },
    touches: [show.id],
    inverse: [{ type: 'change-show', title: show.title, place: show.place }],
  }),
  'days-changed': (show) => ({
    subject: { done: 'changed', thing: 'event', name: show.title },
    touches: [show.id],
    inverse: [{ type: 'change-days', days: [...show.days] }],
  }),
  'stage-saved': (show, { stage }) => {
    const before = show.stages[stage.id]
    return {
      subject: { done: before ? 'changed' : 'added', thing: 'stage', name: stage.name },
      touches: [stage.id],
      inverse: before
        ? [{ type: 'save-stage', stage: { id: before.id, name: before.name } }]
        : [{ type: 'remove-stage', stage: stage.id }],
    }
  },
  'stage-removed': (show, { stage: id }) => {
    const name = show.stages[id]?.name ?? ''
    return {
      subject: { done: 'removed', thing: 'stage', name },
      touches: [id],
      inverse: [{ type: 'save-stage', stage: { id, name } }],
    }
  },
  'segment-saved': (show, { segment }) => {
    const before = draftOf(show, segment.id)
    const kept = segment.kind === 'rounds' ? segment.rounds.map(({ id }) => id) : []
    const lost = roundsOf(show, segment.id).filter((id) => !kept.includes(id))
    const windows = windowsWith(show, lost)
    const requests = requestsFor(show, { rounds: lost })
    return {
      subject: { done: changeOf(before, segment), thing: 'item', name: segment.title },
      touches: [segment.id, ...windows.map(({ window }) => window.id)],
      inverse: before
        ? [
            { type: 'save-segment', segment: before },
            moveBack(show, segment.id),
            ...windows,
            ...requests,
          ]
        : [{ type: 'remove-segment', segment: segment.id }],
    }
  },
  'segment-moved': (show, { segment: id, fixedStart }) => {
    const before = draftOf(show, id)
    // A start that came with the move goes with it too.
    const start = before && before.fixedStart !== fixedStart ? [before] : []
    return {
      subject: { done: 'moved', thing: 'item', name: before?.title ?? '' },
      touches: [id],
      inverse: [
        moveBack(show, id),
        ...start.map((segment) => ({ type: 'save-segment' as const, segment })),
      ],
    }
  },
  'segment-removed': (show, { segment: id }) => {
    const segment = draftOf(show, id)
    const held = show.segments[id]
    const pitches = held?.kind === 'pitch-block' ? held.pitches : []
    const windows = windowsWith(show, [...roundsOf(show, id), id])
    return {
      subject: { done: 'removed', thing: 'item', name: segment?.title ?? '' },
      touches: [id, ...pitches, ...windows.map(({ window }) => window.id)],
      inverse: [
        ...(segment ? [{ type: 'save-segment' as const, segment }, moveBack(show, id)] : []),
        ...pitches.flatMap((pitch) => savePitch(show, pitch)),
        ...windows,
        ...requestsFor(show, { rounds: roundsOf(show, id) }),
      ],
    }
  },
  'pitch-saved': (show, { pitch }) => {
    const before = show.pitches[pitch.id]
    const name = show.innovations[pitch.innovation]?.title ?? ''
    const place = before && before.block !== pitch.block ? orderBack(show, pitch.id) : []
    return {
      subject: { done: before ? 'changed' : 'added', thing: 'pitch', name },
      touches: [pitch.id],
      inverse: before
        ? [...savePitch(show, pitch.id), ...place]
        : [{ type: 'remove-pitch', pitch: pitch.id }],
    }
  },
  'pitch-moved': (show, { pitch: id }) => ({
    subject: { done: 'moved', thing: 'pitch', name: pitchTitle(show, id) },
    touches: [id],
    inverse: orderBack(show, id),
  }),
  'pitch-removed': (show, { pitch: id }) => ({
    subject: { done: 'removed', thing: 'pitch', name: pitchTitle(show, id) },
    touches: [id],
    inverse: [...savePitch(show, id), ...orderBack(show, id)],
  }),
  'innovation-saved': (show, { innovation: { id, title } }) => {
    const before = saveInnovation(show, id)
    return {
      subject: { done: before.length > 0 ? 'changed' : 'added', thing: 'innovation', name: title },
      touches: [id],
      inverse: before.length > 0 ? before : [{ type: 'remove-innovation', innovation: id }],
    }
  },
  'innovation-removed': (show, { innovation: id }) => {
    const queue = Object.values(show.segments).flatMap((one) =>
      one.kind === 'pitch-block' ? one.pitches : [],
    )
    // The last first: each is put in front of one that is there already.
    const pitches = queue
      .flatMap((one) => show.pitches[one] ?? [])
      .filter((pitch) => pitch.innovation === id)
      .reverse()
    const tables = Object.values(show.tables).filter((table) => table.innovation === id)
    return {
      subject: { done: 'removed', thing: 'innovation', name: show.innovations[id]?.title ?? '' },
      touches: [id, ...pitches.map((pitch) => pitch.id), ...tables.map((table) => table.id)],
      inverse: [
        ...saveInnovation(show, id),
        ...pitches.flatMap((pitch) => [...savePitch(show, pitch.id), ...orderBack(show, pitch.id)]),
        ...tables.flatMap((table) => saveTable(show, table.id)),
      ],
    }
  },
  'table-saved': (show, { table: { id, number } }) => {
    const before = saveTable(show, id)
    return {
      subject: {
        done: before.length > 0 ? 'changed' : 'added',
        thing: 'table',
        name: String(number),
      },
      touches: [id],
      inverse: before.length > 0 ? before : [{ type: 'remove-table', table: id }],
    }
  },
  'table-removed': (show, { table: id }) => {
    const windows = windowsWith(show, [id])
    return {
      subject: { done: 'removed', thing: 'table', name: String(show.tables[id]?.number ?? '') },
      touches: [
        id,
        ...(show.hall?.tables[id] ? [placeKey(id)] : []),
        ...windows.map(({ window }) => window.id),
      ],
      inverse: [
        ...saveTable(show, id),
        ...(show.hall?.tables[id] ? [placeBack(show, [id])] : []),
        ...windows,
        ...requestsFor(show, { table: id }),
      ],
    }
  },
  'tables-swapped': (show, { a, b }) => ({
    subject: {
      done: 'swapped',
      thing: 'table',
      name: `${show.tables[a]?.number ?? ''}, ${show.tables[b]?.number ?? ''}`,
    },
    touches: [a, b, ...(show.hall ? [placeKey(a), placeKey(b)] : [])],
    inverse: [{ type: 'swap-tables', a, b }],
  }),
  ...UNDO_HALL,
  ...UNDO_PICTURES,
  'window-saved': (show, { window: { id, title } }) => {
    const before = draftOfWindow(show, id)
    return {
      subject: { done: before ? 'changed' : 'added', thing: 'window', name: title },
      touches: [id],
      inverse: before
        ? [{ type: 'save-window', window: before }]
        : [{ type: 'remove-window', window: id }],
    }
  },
  'window-removed': (show, { window: id }) => {
    const before = draftOfWindow(show, id)
    return {
      subject: { done: 'removed', thing: 'window', name: before?.title ?? '' },
      touches: [id],
      inverse: before ? [{ type: 'save-window', window: before }] : [],
    }
  },
  'person-added': (_, { person }) => ({
    subject: { done: 'added', thing: 'person', name: person },
    touches: [person],
    inverse: [{ type: 'withdraw-person', person }],
  }),
  'person-changed': (show, { person, details }) => {
    const roles = [...(show.people[person]?.roles ?? [])]
    return {
      subject: { done: 'changed', thing: 'person', name: person },
      touches: [person],
      // Who was only given a role keeps the details that they have.
      inverse: [
        details === 'kept'
          ? { type: 'save-person', person, roles, details: null }
          : {
              type: 'restore-person',
              person,
              roles,
              step: details === 'back' ? 'forward' : 'back',
            },
      ],
    }
  },
}

/** What became of an item, when one thing did. */
function changeOf(before: SegmentPlan | null, after: SegmentPlan): EditSubject['done'] {
  if (!before) return 'added'
  const changed = (Object.keys(after) as (keyof SegmentPlan)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  if (changed.length !== 1) return 'changed'
  const [field] = changed
  if (field === 'title') return 'renamed'
  if (field === 'fixedStart') return 'timed'
  return field === 'length' ? 'lengthened' : 'changed'
}

/** null: a fact of the day, which is not an edit. */
export function undoing(show: ReadShow, event: Event): Undoing | null {
  const undo = UNDO[event.type] as Undo<Event> | undefined
  return undo ? undo(show, event) : null
}

const roundsOf = (show: ReadShow, id: SegmentId): readonly RoundId[] => {
  const held = show.segments[id]
  return held?.kind === 'rounds' ? held.rounds : []
}

/** What brings back the windows that name one of these, as they are now. */
const windowsWith = (show: ReadShow, ids: readonly (RoundId | SegmentId | TableId)[]) =>
  Object.values(show.windows)
    .filter(({ rounds, follows, tables }) =>
      ids.some((id) => [...rounds, ...follows, ...(tables ?? [])].some((one) => one === id)),
    )
    .flatMap(({ id }) => draftOfWindow(show, id) ?? [])
    .map((window) => ({ type: 'save-window' as const, window }))

/** Back to its stage and day, in front of what follows it there. */
function moveBack(show: ReadShow, id: SegmentId): SingleCommand {
  const segment = show.segments[id]
  if (!segment) throw new Error(`${id} is not there to be moved back`)
  const order = show.stages[segment.stage]?.segments ?? []
  const after = order[order.indexOf(id) + 1]
  const before = after !== undefined && show.segments[after]?.day === segment.day ? after : null
  return { type: 'move-segment', segment: id, stage: segment.stage, day: segment.day, before }
}

function savePitch(show: ReadShow, id: PitchId): SingleCommand[] {
  const pitch = show.pitches[id]
  if (!pitch) return []
  const { block, innovation, length } = pitch
  return [{ type: 'save-pitch', pitch: { id, block, innovation, length } }]
}

function orderBack(show: ReadShow, id: PitchId): SingleCommand[] {
  const block = show.segments[show.pitches[id]?.block ?? ('' as SegmentId)]
  if (block?.kind !== 'pitch-block') return []
  const before = block.pitches[block.pitches.indexOf(id) + 1] ?? null
  return [{ type: 'move-pitch', pitch: id, before }]
}

const pitchTitle = (show: ReadShow, id: PitchId): string =>
  show.innovations[show.pitches[id]?.innovation ?? ('' as InnovationId)]?.title ?? ''

function saveInnovation(show: ReadShow, id: InnovationId): SingleCommand[] {
  const held = show.innovations[id]
  if (!held) return []
  const { title, organisation, summary, presenters } = held
  const innovation = { id, title, organisation, summary, presenters: [...presenters] }
  return [{ type: 'save-innovation', innovation }]
}

function saveTable(show: ReadShow, id: TableId): SingleCommand[] {
  const held = show.tables[id]
  return held ? [{ type: 'save-table', table: { ...held, hosts: [...held.hosts] } }] : []
}

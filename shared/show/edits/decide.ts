import type { Command, SingleCommand } from '#shared/show/commands.ts'
import {
  type Deciders,
  type Decision,
  type Meta,
  type PersonWrite,
  refuse,
} from '#shared/show/decision.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import type { ReadShow, Show } from '#shared/show/state.ts'
import { inTheWay } from './blocked.ts'
import type { EditsCommand } from './commands.ts'
import type { Edit, EditSubject } from './edit.ts'
import { type Undoing, undoing } from './inverse.ts'

type DecideSingle = (show: ReadShow, command: SingleCommand, meta: Meta) => Decision

export interface Played {
  events: Event[]
  people: PersonWrite[]
  undoings: Undoing[]
}
export type PlayOutcome =
  | { ok: true; played: Played }
  | { ok: false; index: number; refusal: Extract<Decision, { ok: false }>['refusal'] }

/** All or nothing: each command sees what those before it did, on a copy that is thrown away. */
export function play(
  show: ReadShow,
  commands: readonly SingleCommand[],
  meta: Meta,
  decide: DecideSingle,
): PlayOutcome {
  // The state is plain JSON, so this is a whole copy.
  const copy = commands.length > 1 ? (JSON.parse(JSON.stringify(show)) as Show) : null
  const played: Played = { events: [], people: [], undoings: [] }
  for (const [index, command] of commands.entries()) {
    const decision = decide(copy ?? show, command, meta)
    if (!decision.ok) return { ok: false, index, refusal: decision.refusal }
    for (const event of decision.events) {
      const undo = undoing(copy ?? show, event)
      if (undo) played.undoings.push(undo)
      if (copy) evolve(copy, event)
      played.events.push(event)
    }
    played.people.push(...decision.people)
  }
  return { ok: true, played }
}

/** What takes it all back: the last first. */
const inverseOf = ({ undoings }: Played): SingleCommand[] =>
  undoings.toReversed().flatMap(({ inverse }) => inverse)

/** What was done, with the fact that it can be taken back. */
export function withEdit(command: Command, played: Played, { actor, at }: Meta): Event[] {
  const { events, undoings } = played
  const [first] = undoings
  if (!first) return events
  const touches = [...new Set(undoings.flatMap((one) => one.touches))]
  const edit = {
    at,
    by: actor.id,
    subject: subjectOf(command, undoings, first),
    touches,
    inverse: inverseOf(played),
  }
  return [...events, { type: 'edit-made', edit }]
}

function subjectOf(command: Command, undoings: readonly Undoing[], first: Undoing): EditSubject {
  if (command.type !== 'batch') return first.subject
  if (command.file !== undefined) return { done: 'imported', thing: 'file', name: command.file }
  const touched = new Set(undoings.flatMap((one) => one.touches))
  return touched.size === first.touches.length
    ? first.subject
    : { done: 'several', thing: first.subject.thing, name: String(undoings.length) }
}

/** The deciders of undo and redo, which play the commands that an edit carries. */
export function editDeciders(decide: DecideSingle): Deciders<EditsCommand> {
  const turn = (show: ReadShow, id: number, meta: Meta, undone: boolean): Decision => {
    const edit = show.edits.find((one) => one.id === id)
    if (!edit || edit.inverse.length === 0) return refuse('edit-gone')
    if (edit.undone === undone) return { ok: true, events: [], people: [] }
    const other = inTheWay(show.edits, edit)
    if (other) {
      const { done, thing, name } = other.subject
      const params = { done, thing, name, by: other.by }
      return refuse(other.id > id ? 'edited-since' : 'undone-before', params)
    }
    const outcome = play(show, edit.inverse as Edit['inverse'], meta, decide)
    if (!outcome.ok) return { ok: false, refusal: outcome.refusal }
    const { played } = outcome
    // Who was erased with it does not come back, so it cannot be done again.
    const isFinal = played.events.some(({ type }) => type === 'person-erased')
    const inverse = isFinal ? [] : inverseOf(played)
    const turned = { type: 'edit-turned' as const, edit: id, inverse }
    return { ok: true, events: [...played.events, turned], people: played.people }
  }
  return {
    'undo-edit': (show, { edit }, meta) => turn(show, edit, meta, true),
    'redo-edit': (show, { edit }, meta) => turn(show, edit, meta, false),
  }
}

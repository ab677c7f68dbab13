import Type from 'typebox'
import { seatOf } from '#shared/show/choosing/seats.ts'
import { accept, type Deciders, type Evolvers, refuse } from '#shared/show/decision.ts'
import { hostedBy } from '#shared/show/hosting.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { type PersonId, PersonIdSchema, type TextId } from '#shared/show/words.ts'
import { LONGEST_TEXT, textId, writeText } from './texts.ts'

/** A host's own note on a guest of their table; '' takes it away. Nobody else reads it, co-hosts neither. */
export const WriteNote = Type.Object(
  {
    type: Type.Literal('write-note'),
    guest: PersonIdSchema,
    text: Type.String({ maxLength: LONGEST_TEXT }),
  },
  { additionalProperties: false },
)
export type NotesCommand = Type.Static<typeof WriteNote>

/** That there is one, or another one, or none any more; its words are in a row. */
export type NotesEvent = {
  type: 'note-written'
  /** the host */
  person: PersonId
  guest: PersonId
  there: boolean
}

export const noteId = (host: PersonId, guest: PersonId): TextId => textId('note', host, guest)

/** Has, or had, this guest a seat at the table that this person hosts? */
export function isGuestOf(show: ReadShow, host: PersonId, guest: PersonId): boolean {
  const table = hostedBy(show, host)
  if (table === null) return false
  return Object.values(show.rounds).some((round) => seatOf(round, guest) === table)
}

export const decideNotes: Deciders<NotesCommand> = {
  'write-note': (show, { guest, text }, { actor: { person } }) => {
    if (!person || !show.people[person]) return refuse('not-allowed')
    const there = text.trim() !== ''
    const had = show.notes[person]?.includes(guest) ?? false
    if (!there && !had) return accept()
    // What was written can always be taken away, wherever the guest has gone.
    if (there && !isGuestOf(show, person, guest)) return refuse('not-your-guest', {}, 'guest')
    return {
      ok: true,
      events: [{ type: 'note-written', person, guest, there }],
      people: [writeText(noteId(person, guest), person, guest, text)],
    }
  },
}

export const evolveNotes: Evolvers<NotesEvent> = {
  'note-written': (show, { person, guest, there }) => {
    const others = (show.notes[person] ?? []).filter((id) => id !== guest)
    const guests = there ? [...others, guest] : others
    if (guests.length > 0) show.notes[person] = guests
    else delete show.notes[person]
  },
}

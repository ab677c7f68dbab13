import type { Instant } from '#shared/time/instant.ts'
import type { SingleCommand } from '#shared/show/commands.ts'

/** What an edit was about, for the words that name it. Nothing personal: people are told apart by id. */
export interface EditSubject {
  /** what was done: to one thing, or a whole file */
  done:
    | 'added'
    | 'changed'
    | 'renamed'
    | 'timed'
    | 'lengthened'
    | 'moved'
    | 'removed'
    | 'swapped'
    | 'imported'
    | 'several'
  thing:
    | 'item'
    | 'pitch'
    | 'innovation'
    | 'table'
    | 'map'
    | 'picture'
    | 'stage'
    | 'window'
    | 'person'
    | 'event'
    | 'file'
  /** title, number or file name; for a person their id */
  name: string
}

/** What a fact changes that an organiser may want back. */
export interface Undoing {
  subject: EditSubject
  touches: string[]
  /** commands that bring back what was, in order */
  inverse: SingleCommand[]
}

/** One change by an organiser that can be taken back, until a later one touches the same thing. */
export interface Edit {
  /** the version that it made; edits are in this order */
  id: number
  at: Instant
  /** id of the actor who made it */
  by: string
  subject: EditSubject
  /** ids of all that it changed */
  touches: string[]
  /** what takes it back; of one that has been taken back, what does it again */
  inverse: SingleCommand[]
  undone: boolean
  /** the version at which it was taken back, or done again, last; 0: never */
  turned: number
}

/** So many edits can be taken back. */
export const MOST_EDITS = 200

import type { Ms } from '#shared/time/instant.ts'
import type { ForeignSpeaker, ForeignStart } from './types.ts'

/** An item as it stands in the file, before all of them are looked at together. */
export interface Found {
  ref: string
  otherRefs: string[]
  /** '' when it has none */
  title: string
  subtitle: string | null
  /** null: it has no time that can be read; `wrong` or `stays` says so */
  start: ForeignStart | null
  /** null: it has no length that can be read */
  length: Ms | null
  room: string | null
  type: string
  isService: boolean
  summary: string | null
  speakers: ForeignSpeaker[] | null
  confirmed: boolean | null
  isCancelled: boolean
  /** where in the file: `line 12`, `sessions[3]` */
  where: string
  /** what is wrong with it, each as the rest of a sentence that begins with the item: `has the length “9:99”…` */
  wrong: { field: string; rest: string }[]
  /** why it cannot be an item at all, as the rest of a sentence; null: it can */
  stays: string | null
}

export const found = (where: string): Found => ({
  ref: '',
  otherRefs: [],
  title: '',
  subtitle: null,
  start: null,
  length: null,
  room: null,
  type: '',
  isService: false,
  summary: null,
  speakers: null,
  confirmed: null,
  isCancelled: false,
  where,
  wrong: [],
  stays: null,
})

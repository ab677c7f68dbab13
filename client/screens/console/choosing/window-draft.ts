import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import type { SeatingPolicy, WhoMoves } from '#shared/show/choosing/window.ts'
import type { RoundId, SegmentId, TableId, WindowId } from '#shared/show/words.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { HOUR, type Ms } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { WINDOW } from '#shared/words/console-window.ts'

/** A choosing window as it stands in the form: lengths and numbers as text. */
export interface WindowFields {
  title: string
  follows: readonly SegmentId[]
  rounds: readonly RoundId[]
  allTables: boolean
  tables: readonly TableId[]
  policy: SeatingPolicy
  perOrganisation: string
  mustMeets: string
  everyone: boolean
  whoMoves: WhoMoves
  byItself: boolean
  publishesItself: boolean
  opensBefore: string
  closesBefore: string
}
export type WindowErrors = Partial<Record<keyof WindowFields, string>>

export const fieldsOf = (draft: WindowDraft): WindowFields => ({
  title: draft.title,
  follows: draft.follows,
  rounds: draft.rounds,
  allTables: draft.tables === null,
  tables: draft.tables ?? [],
  policy: draft.policy,
  perOrganisation: draft.perOrganisation === null ? '' : String(draft.perOrganisation),
  mustMeets: String(draft.mustMeets),
  everyone: draft.everyone,
  whoMoves: draft.whoMoves ?? 'delegates',
  byItself: draft.byItself,
  publishesItself: draft.publishesItself,
  opensBefore: countdown(draft.opensBefore),
  closesBefore: countdown(draft.closesBefore),
})

/** What the form says, as a command's content; or what is wrong, by field. */
export function draftOf(
  id: WindowId,
  fields: WindowFields,
): { ok: true; draft: WindowDraft } | { ok: false; errors: WindowErrors } {
  const errors: WindowErrors = {}
  const read = (name: 'opensBefore' | 'closesBefore'): Ms => {
    // A plain number counts minutes, as everywhere in the programme.
    const ms = parseLength(fields[name])
    if (ms !== null && ms <= 24 * HOUR) return ms
    errors[name] = WINDOW.errors.length
    return 0
  }
  const title = fields.title.trim()
  if (title === '') errors.title = WINDOW.errors.title
  if (fields.rounds.length === 0) errors.rounds = WINDOW.errors.rounds
  if (!fields.allTables && fields.tables.length === 0) errors.tables = WINDOW.errors.tables
  const most = fields.perOrganisation.trim()
  if (most !== '' && !(/^\d{1,3}$/.test(most) && Number(most) >= 1 && Number(most) <= 100))
    errors.perOrganisation = WINDOW.errors.perOrganisation
  const mustMeets = fields.mustMeets.trim()
  if (!/^\d{1,3}$/.test(mustMeets) || Number(mustMeets) > 500)
    errors.mustMeets = WINDOW.errors.mustMeets
  const opensBefore = read('opensBefore')
  const closesBefore = read('closesBefore')
  if (fields.byItself && fields.follows.length === 0 && opensBefore <= closesBefore)
    errors.opensBefore ??= WINDOW.errors.order
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { policy, everyone, whoMoves, byItself, publishesItself } = fields
  return {
    ok: true,
    draft: {
      id,
      title,
      follows: [...fields.follows],
      rounds: [...fields.rounds],
      tables: fields.allTables ? null : [...fields.tables],
      policy,
      perOrganisation: most === '' ? null : Number(most),
      mustMeets: Number(mustMeets),
      everyone,
      whoMoves,
      byItself,
      publishesItself,
      opensBefore,
      closesBefore,
    },
  }
}

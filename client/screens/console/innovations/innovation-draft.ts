import type { SingleCommand } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, PitchId, SegmentId, TableId } from '#shared/show/words.ts'
import type { ConsoleParts } from '#shared/views/console.ts'

/** An innovation as it stands in its form, with where it is pitched and talked about. */
export interface InnovationDraft {
  title: string
  organisation: string
  summary: string
  presenters: readonly PersonId[]
  block: SegmentId | ''
  table: TableId | ''
}
export const NEW_INNOVATION: InnovationDraft = {
  title: '',
  organisation: '',
  summary: '',
  presenters: [],
  block: '',
  table: '',
}

export interface Placed {
  pitch: { id: PitchId; block: SegmentId; length: number | null } | null
  table: ConsoleParts['tables'][number] | null
}

/** Where an innovation is pitched, and its table. */
export function placeOf(
  { programme, tables }: Pick<ConsoleParts, 'programme' | 'tables'>,
  id: InnovationId,
): Placed {
  const held = Object.entries(programme.pitches).find(([, pitch]) => pitch.innovation === id)
  const pitch = held && { id: held[0] as PitchId, block: held[1].block, length: held[1].length }
  return { pitch: pitch ?? null, table: tables.find((one) => one.innovation === id) ?? null }
}

export function draftOf(parts: ConsoleParts, id: InnovationId): InnovationDraft {
  const { title = '', organisation = '', summary = '' } = parts.innovations[id] ?? {}
  const { pitch, table } = placeOf(parts, id)
  return {
    title,
    organisation,
    summary,
    presenters: parts.innovationPresenters[id] ?? [],
    block: pitch?.block ?? '',
    table: table?.id ?? '',
  }
}

/** What saving it takes, as one change: itself, its pitch, its table with its hosts. */
export function commandsOf(
  parts: ConsoleParts,
  id: InnovationId,
  draft: InnovationDraft,
  newPitch: () => PitchId,
): SingleCommand[] {
  const { title, organisation, summary, presenters } = draft
  const { pitch, table } = placeOf(parts, id)
  const commands: SingleCommand[] = [
    {
      type: 'save-innovation',
      innovation: {
        id,
        title: title.trim(),
        organisation: organisation.trim(),
        summary: summary.trim(),
        presenters: [...presenters],
      },
    },
  ]
  if (draft.block === '' && pitch) commands.push({ type: 'remove-pitch', pitch: pitch.id })
  if (draft.block !== '' && draft.block !== pitch?.block)
    commands.push({
      type: 'save-pitch',
      pitch: {
        id: pitch?.id ?? newPitch(),
        block: draft.block,
        innovation: id,
        length: pitch?.length ?? null,
      },
    })
  if (draft.table !== (table?.id ?? '')) {
    if (table)
      commands.push({ type: 'save-table', table: { ...table, innovation: null, hosts: [] } })
    const next = parts.tables.find((one) => one.id === draft.table)
    if (next)
      commands.push({
        type: 'save-table',
        table: { ...next, innovation: id, hosts: freeHosts(parts, presenters, next.id, table?.id) },
      })
  }
  return commands
}

/** Presenters host their table, unless they host another already. */
function freeHosts(
  { hosts }: Pick<ConsoleParts, 'hosts'>,
  presenters: readonly PersonId[],
  table: TableId,
  left: TableId | undefined,
): PersonId[] {
  return presenters.filter((person) =>
    Object.entries(hosts).every(
      ([id, persons]) => id === table || id === left || !persons.includes(person),
    ),
  )
}

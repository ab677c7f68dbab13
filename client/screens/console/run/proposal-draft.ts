import type { ConsoleParts, ProposalLine } from '#shared/views/console.ts'
import { PROPOSAL } from '#shared/words/console-proposal.ts'
import type { InnovationId, TableId } from '#shared/show/words.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { checkDraft as checkTable, draftOf as draftOfTable } from '../tables/table-draft.ts'

/** The form of a proposed table: what is published of it, and where it stands. */
export interface ProposalDraft {
  title: string
  organisation: string
  summary: string
  number: string
  zone: string
  place: string
  capacity: string
}
export type ProposalErrors = Partial<Record<keyof ProposalDraft, string>>

/** As the person wrote it, at the next number. */
export function draftOf(
  { title, line, organisation }: ProposalLine,
  parts: Pick<ConsoleParts, 'tables' | 'hosts' | 'innovationPresenters'>,
): ProposalDraft {
  const { number, zone, place, capacity } = draftOfTable(null, parts)
  return { title, summary: line, organisation, number, zone, place, capacity }
}

export function checkDraft(draft: ProposalDraft): ProposalErrors {
  const { number, capacity } = checkTable({ ...draft, innovation: null, hosts: [] })
  return {
    ...(draft.title.trim() === '' ? { title: PROPOSAL.titleMissing } : {}),
    ...(number === undefined ? {} : { number }),
    ...(capacity === undefined ? {} : { capacity }),
  }
}

export function acceptance(
  person: ProposalLine['person'],
  draft: ProposalDraft,
  ids: { innovation: InnovationId; table: TableId },
): SingleCommand {
  const { title, organisation, summary, number, zone, place, capacity } = draft
  return {
    type: 'accept-proposal',
    person,
    ...ids,
    title: title.trim(),
    organisation: organisation.trim(),
    summary: summary.trim(),
    number: Number(number),
    zone: zone.trim(),
    place: place.trim(),
    capacity: Number(capacity),
  }
}

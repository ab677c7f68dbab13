import type { PersonDetails } from '#shared/show/decision.ts'
import { dueAt } from '#shared/show/due.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Texts } from '#shared/show/talk/texts.ts'
import { idPattern, type IdPrefix, type PersonId, SYSTEM } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { isZone } from '#shared/time/zone.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { hostMine } from '#shared/views/host.ts'
import { phoneParts } from '#shared/views/phone.ts'
import { stageView } from '#shared/views/stage.ts'
import { checkCommand } from '#shared/wire/check.ts'
import type { PersonRow } from '../../store/port.ts'
import { begins } from '../copy/begun.ts'
import { copyCommands } from '../copy/plan.ts'

/**
 * What makes this state one that our rules never lead to; null: nothing. Its plan must be one that the rules would take
 * today, and every screen must be able to show it.
 */
export function unsound(show: ReadShow, { rows, texts }: Rows, now: Instant): string | null {
  if (!isZone(show.zone)) return 'its time zone is none'
  return (
    oddId(show) ??
    oddPlan(show, peopleFrom(show, rows), now) ??
    notShown(show, { rows, texts }, now)
  )
}

interface Rows {
  rows: readonly PersonRow[]
  texts: Texts
}

function oddId(show: ReadShow): string | null {
  const kinds: Record<IdPrefix, Readonly<Record<string, { readonly id: string }>>> = {
    stg: show.stages,
    seg: show.segments,
    pit: show.pitches,
    inn: show.innovations,
    tab: show.tables,
    rnd: show.rounds,
    per: show.people,
    win: show.windows,
  }
  for (const [prefix, items] of Object.entries(kinds)) {
    const pattern = new RegExp(idPattern(prefix as IdPrefix))
    for (const [id, item] of Object.entries(items))
      if (item.id !== id || !pattern.test(id)) return `it names something “${id.slice(0, 40)}”`
  }
  return null
}

/** Somebody whose row is gone has a name in the check all the same. */
function peopleFrom(
  show: ReadShow,
  rows: readonly PersonRow[],
): ReadonlyMap<PersonId, PersonDetails> {
  const nobody = { name: '?', organisation: '', jobTitle: '', email: '', ticket: '' }
  const held = new Map(rows.map(({ id, ...details }) => [id, details]))
  return new Map(Object.values(show.people).map(({ id }) => [id, held.get(id) ?? nobody]))
}

function oddPlan(
  show: ReadShow,
  people: ReadonlyMap<PersonId, PersonDetails>,
  at: Instant,
): string | null {
  if (Object.keys(show.stages).length === 0) return 'it has no stage'
  const dates = {
    dayOf: (day: string) => day,
    startOf: (id: keyof typeof show.segments) => show.segments[id]?.fixedStart ?? null,
  }
  const { title, place } = show
  const commands = copyCommands(show, { title, place, dates, people })
  for (const command of commands) {
    const checked = checkCommand(command)
    if (!checked.ok) return `${command.type}, ${checked.field}`
  }
  const actor = { ...SYSTEM, roles: ['organiser' as const, ...SYSTEM.roles] }
  const begun = begins(show.id, commands, actor, at)
  return begun.ok ? null : `${begun.refusal.code}, ${begun.refusal.field ?? 'the plan'}`
}

function notShown(show: ReadShow, { rows, texts }: Rows, now: Instant): string | null {
  const people = new Map(rows.map(({ id, ...details }) => [id, details]))
  try {
    dueAt(show, now)
    buildParts(consoleParts, show, people, texts)
    buildParts(phoneParts, show, people)
    for (const { id } of Object.values(show.stages)) stageView(show, people, id)
    for (const { id } of Object.values(show.people)) hostMine(show, people, id, texts)
    return null
  } catch (error) {
    if (error instanceof Error) return 'it cannot be shown'
    throw error
  }
}

import { decide } from '#shared/show/decide.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import type { Actor, PersonId, ShowId, StageId } from '#shared/show/words.ts'
import { planImport, type FilePlan, type ImportPlan } from '#shared/sheets/plan/plan.ts'
import type { RowPlan } from '#shared/sheets/plan/work.ts'
import { readAny } from '#shared/sheets/read-any.ts'
import type { FileKind, SheetKind } from '#shared/sheets/types.ts'
import { checkCommand } from '#shared/wire/check.ts'
import { bytesOf, example } from '../sheets/support.ts'

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }
export type Text = Partial<Record<SheetKind, string>>

/** An event with who is in it, to import into. */
export class Hall {
  readonly show: Show = emptyShow('hall' as ShowId)
  readonly people = new Map<PersonId, PersonDetails>()
  #counter = 0

  constructor(days = ['2026-06-28'], zone = 'Europe/London') {
    this.do({
      type: 'create-show',
      title: 'Digital places',
      place: 'Town hall',
      zone,
      days,
      stage: 'stg-main' as StageId,
    })
  }

  do(...commands: SingleCommand[]): void {
    for (const command of commands) {
      const checked = checkCommand(command)
      if (!checked.ok) throw new Error(`${command.type}: ${checked.field} ${checked.problem}`)
    }
    const batch =
      commands.length === 1 && commands[0] ? commands[0] : { type: 'batch' as const, commands }
    const decision = decide(this.show, batch, { at: 1_000, actor: ORGANISER })
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    for (const event of decision.events) evolve(this.show, event)
    for (const write of decision.people) {
      if ('erase' in write) this.people.delete(write.erase)
      else if ('put' in write) this.people.set(write.put.id, write.put)
    }
  }

  plan(
    files: readonly (readonly [name: string, text: string | Uint8Array, kind?: FileKind])[],
  ): ImportPlan {
    return planImport(
      this.show,
      this.people,
      files.map(([name, text, kind]) => ({
        name,
        read: readAny(kind ?? null, typeof text === 'string' ? bytesOf(text) : text, {
          days: this.show.days,
        }),
      })),
      (length) => {
        this.#counter += 1
        return Uint8Array.from({ length }, (_, at) => (this.#counter >> (at * 5)) & 31)
      },
    )
  }

  dry(text: Text): ImportPlan {
    return this.plan(
      (['innovations', 'people', 'programme'] as const).flatMap((kind) => {
        const file = text[kind]
        return file === undefined ? [] : [[`${kind}.csv`, file, kind] as const]
      }),
    )
  }

  /** Plans and does it, as the server would; gives what was planned. */
  take(text: Text): ImportPlan {
    const plan = this.dry(text)
    if (plan.commands.length > 0) this.do(...plan.commands)
    return plan
  }
}

export const EXAMPLE: Required<Text> = {
  programme: new TextDecoder().decode(example('programme')),
  innovations: new TextDecoder().decode(example('innovations')),
  people: new TextDecoder().decode(example('people')),
}

export const fileOf = (plan: ImportPlan, kind: SheetKind): FilePlan => {
  const file = plan.files.find((one) => one.kind === kind)
  if (!file) throw new Error(`no ${kind} file in the plan`)
  return file
}
export const rowOf = (plan: ImportPlan, kind: SheetKind, line: number): RowPlan => {
  const row = fileOf(plan, kind).rows.find((one) => one.line === line)
  if (!row) throw new Error(`no row ${line} in the ${kind} file`)
  return row
}
export const problemsOf = (plan: ImportPlan): string[] =>
  plan.files.flatMap((file) => [
    ...file.problems.map(({ words }) => words),
    ...file.rows.flatMap((row) => row.problems.map(({ words }) => words)),
  ])
export const types = (plan: ImportPlan): string[] => plan.commands.map(({ type }) => type)

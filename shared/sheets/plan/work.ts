import { decide } from '#shared/show/decide.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { evolve } from '#shared/show/evolve.ts'
import type { ReadShow, Show } from '#shared/show/state.ts'
import { idFrom, type Actor, type IdPrefix, type PersonId } from '#shared/show/words.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { oneLine } from '#shared/sheets/text.ts'
import { Directory } from './directory.ts'

/** Who people are, by id. */
export type People = ReadonlyMap<PersonId, PersonDetails>
/** So many random bytes; `shared/` has none of its own. */
export type RandomBytes = (length: number) => Uint8Array

export interface RowProblem {
  field: string | null
  words: string
  blocks: boolean
}

/** What becomes of one row, as it is found out. */
export interface RowPlan {
  /** how people find it in the file: by its row, or as the so-many-th item of a schedule */
  called: 'Row' | 'Item'
  line: number
  label: string
  /** it brings what the event did not have */
  isNew: boolean
  /** one of its commands changes something */
  changes: boolean
  leftOut: boolean
  /** sentences: what changes, or why not */
  says: string[]
  problems: RowProblem[]
}

export const rowPlan = (
  line: number,
  label: string,
  called: RowPlan['called'] = 'Row',
): RowPlan => ({
  called,
  line,
  label,
  isNew: false,
  changes: false,
  leftOut: false,
  says: [],
  problems: [],
})

/** `Row 47, Jo Ellis, rest` as something to mend. */
export function mend(
  row: RowPlan,
  field: string | null,
  rest: string,
  { blocks = true }: { blocks?: boolean } = {},
): void {
  const who = row.label === '' ? `Row ${row.line} ` : `Row ${row.line}, ${oneLine(row.label)}, `
  row.problems.push({ field, blocks, words: `${who}${rest}` })
}

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

/**
 * The event as it would be after the commands so far. Each command is decided here by the rule book
 * itself, so that what it refuses is said by row, and what changes nothing is not sent.
 */
export class Work {
  readonly commands: SingleCommand[] = []
  /** ids of all that the files name and the event had before */
  readonly named = new Set<string>()
  readonly people: Directory
  readonly #show: Show
  readonly #bytes: RandomBytes

  constructor(show: ReadShow, people: People, bytes: RandomBytes) {
    // The state is plain JSON, so this is a whole copy.
    this.#show = JSON.parse(JSON.stringify(show)) as Show
    this.#bytes = bytes
    this.people = new Directory(people)
  }

  get show(): ReadShow {
    return this.#show
  }

  newId<Id extends string>(prefix: IdPrefix): Id {
    return idFrom<Id>(prefix, this.#bytes(12))
  }

  /** true: the command is accepted, and `row` changes if it does something. */
  send(row: RowPlan, command: SingleCommand): boolean {
    const decision = decide(this.#show, command, { at: 0, actor: ORGANISER })
    if (!decision.ok) {
      const { refusal } = decision
      const label = row.label === '' ? '' : `, ${oneLine(row.label)}`
      const words = `${row.called} ${row.line}${label}: ${refusalWords(refusal, this.#show.zone)}`
      row.problems.push({ field: refusal.field ?? null, blocks: true, words })
      return false
    }
    if (decision.events.length === 0) return true
    for (const event of decision.events) evolve(this.#show, event)
    for (const write of decision.people) if ('put' in write) this.people.put(write.put)
    this.commands.push(command)
    row.changes = true
    return true
  }
}

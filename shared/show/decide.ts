import { decideAnswers } from './answers.ts'
import type { Batch, Command, SingleCommand } from './commands.ts'
import type { Deciders, Decision, Meta, PersonWrite } from './decision.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'
import { decidePeople } from './people.ts'
import { decidePicks } from './picks.ts'
import { decideProgramme } from '#shared/show/programme/decide.ts'
import { decideRounds } from './rounds.ts'
import { decideShow } from './show.ts'
import { decideStage } from '#shared/show/stage/decide.ts'
import type { ReadShow, Show } from './state.ts'
import { decideTables } from './tables.ts'

const deciders: Deciders<SingleCommand> = {
  ...decideShow,
  ...decideProgramme,
  ...decideStage,
  ...decideTables,
  ...decideRounds,
  ...decidePicks,
  ...decideAnswers,
  ...decidePeople,
}

/** What a command makes of a show: events (none: it is so already), or a refusal. Changes nothing. */
export function decide(show: ReadShow, command: Command, meta: Meta): Decision {
  if (command.type === 'batch') return decideBatch(show, command, meta)
  if (show.version === 0 && command.type !== 'create-show') {
    return { ok: false, refusal: { code: 'unknown', params: { what: 'show', id: show.id } } }
  }
  const decider = deciders[command.type] as (
    show: ReadShow,
    command: SingleCommand,
    meta: Meta,
  ) => Decision
  return decider(show, command, meta)
}

/** All or nothing: each command sees what those before it did, on a copy that is thrown away. */
function decideBatch(show: ReadShow, batch: Batch, meta: Meta): Decision {
  // The state is plain JSON, so this is a whole copy.
  const copy = JSON.parse(JSON.stringify(show)) as Show
  const events: Event[] = []
  const people: PersonWrite[] = []
  for (const [index, command] of batch.commands.entries()) {
    const decision = decide(copy, command, meta)
    if (!decision.ok) {
      const { refusal } = decision
      return {
        ok: false,
        refusal: {
          ...refusal,
          field: `commands[${index}]${refusal.field ? `.${refusal.field}` : ''}`,
        },
      }
    }
    for (const event of decision.events) evolve(copy, event)
    events.push(...decision.events)
    people.push(...decision.people)
  }
  return { ok: true, events, people }
}

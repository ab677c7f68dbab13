import { decideAnnouncements } from './announcements.ts'
import { decideAnswers } from './answers.ts'
import { decideAttendance } from './attendance.ts'
import { decideBell } from './bell.ts'
import { decideCalls } from './calls.ts'
import { decideChoosing } from '#shared/show/choosing/decide.ts'
import type { Command, SingleCommand } from './commands.ts'
import type { Deciders, Decision, Meta } from './decision.ts'
import { editDeciders, play, withEdit } from '#shared/show/edits/decide.ts'
import { decideHall } from './hall.ts'
import { decidePictures } from './pictures.ts'
import { decidePeople } from './people.ts'
import { decidePicks } from './picks.ts'
import { decideProgramme } from '#shared/show/programme/decide.ts'
import { decideRequests } from '#shared/show/requests/decide.ts'
import { decideRounds } from './rounds.ts'
import { decideShow } from './show.ts'
import { decideStage } from '#shared/show/stage/decide.ts'
import type { ReadShow } from './state.ts'
import { decideTables } from './tables.ts'
import { proposalDeciders } from '#shared/show/talk/decide-proposals.ts'
import { decideFeedback } from '#shared/show/talk/feedback.ts'
import { decideNotes } from '#shared/show/talk/notes.ts'
import { decideQuestions } from '#shared/show/talk/questions.ts'
import { decideWaiting } from './waiting.ts'

const deciders: Deciders<SingleCommand> = {
  ...decideShow,
  ...decideProgramme,
  ...editDeciders(decideSingle),
  ...decideStage,
  ...decideTables,
  ...decideHall,
  ...decidePictures,
  ...decideRounds,
  ...decidePicks,
  ...decideAnswers,
  ...decideChoosing,
  ...decideAttendance,
  ...decideWaiting,
  ...decideAnnouncements,
  ...decideBell,
  ...decideCalls,
  ...decideRequests,
  ...decidePeople,
  ...decideQuestions,
  ...decideNotes,
  ...decideFeedback,
  ...proposalDeciders(decideSingle),
}

/** What a command makes of a show: events (none: it is so already), or a refusal. Changes nothing. */
export function decide(show: ReadShow, command: Command, meta: Meta): Decision {
  const isBatch = command.type === 'batch'
  if (!isBatch && !RECORDED.has(command.type)) return decideSingle(show, command, meta)
  const outcome = play(show, isBatch ? command.commands : [command], meta, decideSingle)
  if (outcome.ok) {
    const { played } = outcome
    return { ok: true, events: withEdit(command, played, meta), people: played.people }
  }
  const { refusal, index } = outcome
  if (!isBatch) return { ok: false, refusal }
  const field = `commands[${index}]${refusal.field ? `.${refusal.field}` : ''}`
  return { ok: false, refusal: { ...refusal, field } }
}

/** What happens on the day goes by the clock and cannot be taken back; all else may be an edit. */
const RECORDED: ReadonlySet<SingleCommand['type']> = new Set([
  'change-show',
  'change-days',
  'save-segment',
  'move-segment',
  'remove-segment',
  'save-stage',
  'remove-stage',
  'save-innovation',
  'remove-innovation',
  'save-pitch',
  'move-pitch',
  'remove-pitch',
  'save-table',
  'swap-tables',
  'remove-table',
  'save-hall',
  'place-tables',
  'remove-hall',
  'save-break-picture',
  'remove-break-picture',
  'save-window',
  'remove-window',
  'save-person',
])

/** These run the day, and do nothing once it is closed. */
const ENDS_WITH_THE_DAY: ReadonlySet<SingleCommand['type']> = new Set([
  'hold-day',
  'load-item',
  'start-clock',
  'pause-clock',
  'resume-clock',
  'add-time',
  'restart-clock',
  'finish-item',
  'next-item',
  'previous-item',
  'defer-pitch',
  'open-round',
  'close-round',
  'move-round',
  'run-round',
  'end-round',
  'add-round-time',
  'pick-table',
  'leave-table',
  'move-person',
  'set-answer',
  'open-window',
  'close-window',
  'set-wishes',
  'set-round-seats',
  'publish-seating',
  'count-came',
  'arrive',
  'walk-up',
  'wait-for-table',
  'call-desk',
  'ask-company',
  'set-most',
  'ask-question',
  'propose-table',
  'accept-proposal',
])

function decideSingle(show: ReadShow, command: SingleCommand, meta: Meta): Decision {
  if (show.version === 0 && command.type !== 'create-show')
    return { ok: false, refusal: { code: 'unknown', params: { what: 'show', id: show.id } } }
  if (show.closedAt !== null && ENDS_WITH_THE_DAY.has(command.type))
    return { ok: false, refusal: { code: 'show-closed', params: {} } }
  const decider = deciders[command.type] as (
    show: ReadShow,
    command: SingleCommand,
    meta: Meta,
  ) => Decision
  return decider(show, command, meta)
}

import type { Command, CommandType, SingleCommand } from './commands.ts'
import type { Refusal } from './decision.ts'
import type { Actor, Role } from './words.ts'

type Who = readonly (Role | 'system')[]
const ORGANISER: Who = ['organiser']
const CREW: Who = ['organiser', 'stage-manager']
const DESK: Who = ['organiser', 'stage-manager', 'helper']
const GUEST: Who = ['delegate', 'presenter', 'stage-manager', 'helper', 'organiser']
const TICKER: Who = ['system']

/** Who may send what. A command that is not here does not compile; a role that is not here is refused. */
export const PERMISSIONS: Record<SingleCommand['type'], Who> = {
  'create-show': ORGANISER,
  'change-show': ORGANISER,
  'change-days': ORGANISER,
  'publish-programme': ORGANISER,
  'close-show': ORGANISER,
  'reopen-show': ORGANISER,
  'archive-show': ORGANISER,
  'begin-rehearsal': TICKER,
  'hold-day': CREW,
  'release-day': CREW,
  'follow-clock': CREW,
  'renew-screens': ORGANISER,
  'save-segment': ORGANISER,
  'move-segment': ORGANISER,
  'remove-segment': ORGANISER,
  'save-stage': ORGANISER,
  'remove-stage': ORGANISER,
  'save-innovation': ORGANISER,
  'remove-innovation': ORGANISER,
  'save-pitch': ORGANISER,
  'move-pitch': CREW,
  'remove-pitch': ORGANISER,
  'undo-edit': ORGANISER,
  'redo-edit': ORGANISER,
  'load-item': CREW,
  'start-clock': CREW,
  'pause-clock': CREW,
  'resume-clock': CREW,
  'add-time': CREW,
  'restart-clock': CREW,
  'finish-item': CREW,
  'next-item': CREW,
  'previous-item': CREW,
  'defer-pitch': CREW,
  'black-out': CREW,
  'advance-stage': TICKER,
  'save-table': ORGANISER,
  'swap-tables': CREW,
  'remove-table': ORGANISER,
  'save-hall': ORGANISER,
  'place-tables': ORGANISER,
  'remove-hall': ORGANISER,
  'keep-picture': TICKER,
  'save-break-picture': ORGANISER,
  'remove-break-picture': ORGANISER,
  'open-round': CREW,
  'close-round': CREW,
  'move-round': CREW,
  'run-round': CREW,
  'end-round': CREW,
  'add-round-time': CREW,
  'advance-round': TICKER,
  'pick-table': GUEST,
  'leave-table': GUEST,
  'move-person': DESK,
  'set-answer': GUEST,
  'count-came': GUEST,
  arrive: GUEST,
  'walk-up': GUEST,
  'wait-for-table': GUEST,
  'stop-waiting': GUEST,
  'promote-waiting': TICKER,
  announce: CREW,
  'withdraw-announcement': CREW,
  'ring-bell': CREW,
  'call-desk': GUEST,
  'settle-call': GUEST,
  'save-window': ORGANISER,
  'remove-window': ORGANISER,
  'open-window': CREW,
  'close-window': CREW,
  'advance-window': TICKER,
  'set-wishes': GUEST,
  'set-round-seats': CREW,
  'propose-seating': TICKER,
  'publish-seating': ['organiser', 'system'],
  'set-ban': ORGANISER,
  'set-pin': ORGANISER,
  'set-musts': ORGANISER,
  'set-company': DESK,
  'ask-company': GUEST,
  'set-most': GUEST,
  'set-days': DESK,
  'save-person': DESK,
  'check-in': DESK,
  'undo-check-in': DESK,
  'erase-person': ORGANISER,
  'renew-pass': ORGANISER,
  'restore-person': ORGANISER,
  'withdraw-person': DESK,
  'ask-question': GUEST,
  'take-back-question': GUEST,
  'write-note': GUEST,
  'switch-asking': ORGANISER,
  'say-useful': GUEST,
  'allow-email': GUEST,
  'propose-table': GUEST,
  'withdraw-proposal': GUEST,
  'accept-proposal': ORGANISER,
  'decline-proposal': ORGANISER,
}

export function allowed(actor: Actor, type: CommandType): boolean {
  const who = type === 'batch' ? ORGANISER : PERMISSIONS[type]
  return actor.roles.some((role) => (who as readonly string[]).includes(role))
}

/** null: this actor may send this command. */
export function may(actor: Actor, command: Command): Refusal | null {
  const types: CommandType[] =
    command.type === 'batch'
      ? ['batch', ...command.commands.map((one) => one.type)]
      : [command.type]
  return types.every((type) => allowed(actor, type)) ? null : { code: 'not-allowed', params: {} }
}

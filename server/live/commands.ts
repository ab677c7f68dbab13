import type { ReadShow } from '#shared/show/state.ts'
import type { Actor } from '#shared/show/words.ts'
import { checkEnvelope } from '#shared/wire/check.ts'
import type { Outcome } from '#shared/wire/live.ts'
import { outcomeOf } from '../runner/outcome.ts'
import type { ShowRunner, Submission } from '../runner/types.ts'

export const SIGNED_OUT: Outcome = {
  ok: false,
  code: 'signed-out',
  message: 'You are not signed in here. Sign in, then try again.',
}
export const TOO_MANY: Outcome = {
  ok: false,
  code: 'too-many',
  message: 'That was very many steps in a short time. Wait a few seconds, then try again.',
}
export const badRequest = (field: string, problem: string): Outcome => ({
  ok: false,
  code: 'bad-request',
  field,
  message: `This could not be understood: ${field} ${problem}. Load the page again.`,
})

/** Who sends, at this moment; null: nobody who is signed in. */
export type ActorOf = (show: ReadShow) => Actor | null

/** Takes a command as a screen sent it, checks it and hands it to its show. */
export async function takeCommand(
  runner: ShowRunner,
  message: unknown,
  actorOf: ActorOf,
): Promise<Outcome> {
  const checked = checkEnvelope(message)
  if (!checked.ok) return badRequest(checked.field, checked.problem)
  const { command, ...repeat } = checked.value
  const actor = actorOf(runner.show())
  return actor ? submit(runner, { command, actor, repeat }) : SIGNED_OUT
}

export async function submit(runner: ShowRunner, submission: Submission): Promise<Outcome> {
  return outcomeOf(await runner.submit(submission), runner.show().zone)
}

export const closingOutcome = (runner: ShowRunner): Outcome =>
  outcomeOf({ ok: false, refusal: { code: 'closing', params: {} } }, runner.show().zone)

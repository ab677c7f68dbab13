import type { SingleCommand } from '#shared/show/commands.ts'
import type { RoundId } from '#shared/show/words.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import { HOST } from '#shared/words/host.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from '../phone/command-form.tsx'
import { HelpCall } from '../phone/help-call.tsx'
import { usePhone } from '../phone/phone-context.ts'

/** What a host can tell the desk, and what it has been told already. */
export function Calls() {
  return (
    <section className="section">
      <h2>{HOST.callsTitle}</h2>
      <HelpCall what="help" words={HOST.help} told={HOST.helpTold} />
      <Closing />
    </section>
  )
}

/** “I must close from round 4”: one of the rounds to come. One form, so that its button keeps the focus. */
function Closing() {
  const { parts, mine, pending } = usePhone()
  const told = mine?.calls.find(({ what }) => what === 'closing')
  const from = told?.round ? parts.rounds[told.round] : undefined
  const rounds = roundsInOrder(parts).filter(
    ({ phase }) => phase === 'planned' || phase === 'open' || phase === 'closed',
  )
  if (!told && rounds.length === 0) return null
  const about = 'call:closing'
  const fields: Record<string, string> = told
    ? { type: 'settle-call', call: String(told.id) }
    : { type: 'call-desk', what: 'closing' }
  const command = (_: string, filled: FormData): SingleCommand =>
    told
      ? { type: 'settle-call', call: told.id }
      : { type: 'call-desk', what: 'closing', round: filled.get('round') as RoundId }
  return (
    <>
      <p role="status" className="told">
        {told && (from ? HOST.closingTold(from.number) : HOST.closingSoon)}
      </p>
      <CommandForm about={about} fields={fields} command={command} className="find">
        {!told && (
          <p className="field">
            <label htmlFor="close-from">{HOST.closeFrom}</label>
            <select id="close-from" name="round">
              {rounds.map(({ id, number }) => (
                <option key={id} value={id}>
                  {PHONE.round(number)}
                </option>
              ))}
            </select>
          </p>
        )}
        <button
          className={told ? 'button button--quiet' : 'button'}
          aria-busy={pending.has(about) ? true : undefined}
        >
          {told ? PHONE.takeBack : HOST.closeGo}
        </button>
      </CommandForm>
    </>
  )
}

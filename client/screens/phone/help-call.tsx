import type { Call } from '#shared/show/calls.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'

interface HelpCallProps {
  what: Exclude<Call['what'], 'closing'>
  words: string
  told: string
}

/** One press calls the desk; then it stands there that it was told, until somebody has seen to it. */
export function HelpCall({ what, words, told }: HelpCallProps) {
  const { mine, pending } = usePhone()
  const about = `call:${what}`
  const waits = mine?.calls.find((call) => call.what === what)
  const fields: Record<string, string> = waits
    ? { type: 'settle-call', call: String(waits.id) }
    : { type: 'call-desk', what }
  const command: SingleCommand = waits
    ? { type: 'settle-call', call: waits.id }
    : { type: 'call-desk', what }
  // One form for both, so that whoever pressed it stands on the way back afterwards.
  return (
    <>
      <p role="status" className="told">
        {waits && told}
      </p>
      <CommandForm about={about} fields={fields} command={() => command}>
        <button
          className={waits ? 'button button--quiet' : 'button button--wide'}
          aria-busy={pending.has(about) ? true : undefined}
        >
          {waits ? PHONE.takeBack : words}
        </button>
      </CommandForm>
    </>
  )
}

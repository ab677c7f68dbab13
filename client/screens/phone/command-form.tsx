import type { ReactNode, SubmitEvent } from 'react'
import type { SingleCommand } from '#shared/show/commands.ts'
import { FORM_FIELDS } from '#shared/wire/render.ts'
import { usePhone } from './phone-context.ts'

interface CommandFormProps {
  /** the command's fields but for the one that the pressed button holds */
  fields: Readonly<Record<string, string>>
  /** the whole command, by the value of the button that was pressed and what was filled in */
  command: (pressed: string, filled: FormData) => SingleCommand
  /** what it is about: a newer command of the same key replaces one that waits */
  about: string
  className?: string
  children: ReactNode
}

/** A native form that is a command: posted as it is, or sent over the link once scripts run. */
export function CommandForm({ fields, command, about, className, children }: CommandFormProps) {
  const { send, parts, audience, url } = usePhone()
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    if (!send) return
    event.preventDefault()
    const { submitter } = event.nativeEvent
    const pressed = submitter instanceof HTMLButtonElement ? submitter.value : ''
    send(command(pressed, new FormData(event.currentTarget)), about)
  }
  return (
    <form
      method="post"
      action={`/s/${parts.show.id}/commands`}
      className={className}
      onSubmit={submit}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={FORM_FIELDS.as} value={audience} />
      <input type="hidden" name={FORM_FIELDS.back} value={url} />
      {children}
    </form>
  )
}

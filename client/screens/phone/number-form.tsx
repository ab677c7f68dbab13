import type { SubmitEvent } from 'react'
import { SIGN } from '#shared/words/phone-sign.ts'
import { addressOf } from './place.ts'
import { usePhone } from './phone-context.ts'

/** For whoever stands at a table whose sign their phone cannot read. */
export function NumberForm() {
  const { path, go } = usePhone()
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    if (!go) return
    event.preventDefault()
    const at = Number(new FormData(event.currentTarget).get('at'))
    go(addressOf(path, { view: 'here', at }))
  }
  return (
    <form className="find section" method="get" action={path} onSubmit={submit}>
      <input type="hidden" name="view" value="here" />
      <p className="field">
        <label htmlFor="at">{SIGN.number}</label>
        <input id="at" name="at" inputMode="numeric" pattern="\d{1,4}" required maxLength={4} />
      </p>
      <button className="button">{SIGN.go}</button>
    </form>
  )
}

import { FORM_FIELDS } from '#shared/wire/render.ts'
import { PHONE } from '#shared/words/phone.ts'
import { usePhone } from './phone-context.ts'

/** The code on a badge and its owner's surname. A form of its own address: it makes a new session. */
export function SignIn() {
  const { parts, mine, audience, url, said } = usePhone()
  const failed = said?.type === 'sign-in' && !said.outcome.ok ? said : null
  const isOver = parts.show.closedAt !== null
  const fields = failed?.fields ?? {}
  return (
    <section className="section" id="sign-in">
      <h2>{mine ? PHONE.signInElse(mine.name) : PHONE.signInTitle}</h2>
      <p>{mine ? PHONE.signInElseLead : isOver ? PHONE.signInOver : PHONE.signInLead}</p>
      <form method="post" action={`/s/${parts.show.id}/sign-in`}>
        <p className="field field--code">
          <label htmlFor="code">{PHONE.code}</label>
          <span className="field__hint" id="code-hint">
            {PHONE.codeHint}
          </span>
          <input
            id="code"
            name="code"
            required
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="code-hint"
            aria-invalid={failed ? true : undefined}
            defaultValue={fields['code']}
          />
        </p>
        <p className="field">
          <label htmlFor="surname">{PHONE.surname}</label>
          <input
            id="surname"
            name="surname"
            required
            maxLength={120}
            // The HTML standard's own word; the linter's list lacks it.
            // oxlint-disable-next-line jsx-a11y/autocomplete-valid
            autoComplete="family-name"
            defaultValue={fields['surname']}
          />
        </p>
        <input type="hidden" name={FORM_FIELDS.as} value={audience} />
        <input type="hidden" name={FORM_FIELDS.back} value={url} />
        <p className="field">
          <button className="button button--primary button--wide">{PHONE.signIn}</button>
        </p>
      </form>
    </section>
  )
}
